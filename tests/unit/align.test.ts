import { describe, expect, test } from 'vitest';
import { alignTexts } from '../../lib/align/align';
import { bandAround, fullBand } from '../../lib/align/band';
import { alignSentences, placeSentences } from '../../lib/align/levels';
import { alignParagraphs } from '../../lib/align/paragraphs';
import { scoreAlignment } from '../../lib/align/score';
import { joinAlignments } from '../../lib/align/table';
import type { Edition } from '../../lib/edition/model';
import { readDeclaration } from '../../lib/formats/udhr/read';
import { loadWork } from '../../lib/works/load';
import { galeChurch } from '../bench/gale-church';
import { readGold } from '../bench/gold';

const { work } = await loadWork('telegram-to-liu', 'editions');
const edition = (siglum: string): Edition => work.editions.find((each) => each.siglum === siglum)!;
const pairs = (a: string, b: string) =>
  alignParagraphs(edition(a), edition(b)).map(({ a: x, b: y }) => `${x}:${y}`);

describe('the telegram', () => {
  const straight = ['0:0', '1:1', '2:2', '3:3'];
  test.each([
    ['en', 'zh', straight],
    ['en', 'en-literal', straight],
    ['en-literal', 'zh', straight],
    ['en', 'en-plain', ['0:0', '1:1', '2,3:2,3']],
    ['zh', 'en-plain', ['0:0', '1:1', '2,3:2,3']],
    ['en-plain', 'zh', ['0:0', '1:1', '2,3:2,3']],
  ])('%s with %s', (a, b, expected) => expect(pairs(a, b)).toEqual(expected));

  test('without its labels', () => {
    const bare = (siglum: string) => ({
      language: edition(siglum).language,
      segments: edition(siglum).segments.map(({ text }) => ({ text })),
    });
    const beads = alignTexts(bare('en'), bare('zh'));
    expect(beads.map(({ a, b }) => `${a}:${b}`)).toEqual(straight);
  });

  test('sentence by sentence', () => {
    const [en, zh] = [edition('en'), edition('zh')];
    const a = placeSentences(en.segments, en.language);
    const b = placeSentences(zh.segments, zh.language);
    const beads = alignSentences(
      { language: 'en', sentences: a },
      { language: 'zh', sentences: b },
      alignTexts(en, zh),
    );
    expect(beads.every((bead) => bead.a.length === 1 && bead.b.length === 1)).toBe(true);
    expect(beads).toHaveLength(19);
  });
});

describe('the Declaration, headings and numbers hidden', () => {
  const bare = (code: string) => {
    const { metadata, segments } = readDeclaration(code);
    const kept = segments.filter(({ kind }) => kind !== 'heading');
    return {
      articles: kept.map(({ article }) => article),
      text: { language: metadata.language, segments: kept.map(({ text }) => ({ text })) },
    };
  };
  test.each(['cmn_hans', 'fra', 'rus', 'arb'])('English with %s keeps to the articles', (code) => {
    const [a, b] = [bare('eng'), bare(code)];
    const links = alignTexts(a.text, b.text).flatMap((bead) =>
      bead.a.flatMap((i) => bead.b.map((j) => a.articles[i] === b.articles[j])),
    );
    expect(links.filter(Boolean).length / links.length).toBeGreaterThanOrEqual(0.98);
  });
});

describe('missing, merged and split paragraphs', () => {
  const { metadata, segments } = readDeclaration('eng');
  const texts = segments.filter(({ kind }) => kind !== 'heading').map(({ text }) => ({ text }));
  const language = metadata.language;
  const align = (b: { text: string }[]) =>
    alignTexts({ language, segments: texts }, { language, segments: b });

  test('a whole missing chapter is found, and what follows stays in step', () => {
    const beads = align([...texts.slice(0, 10), ...texts.slice(25)]);
    const missing = beads.filter(({ b }) => b.length === 0).flatMap(({ a }) => a);
    expect(missing).toEqual(Array.from({ length: 15 }, (_, k) => 10 + k));
    expect(beads.at(-1)).toMatchObject({ a: [texts.length - 1], b: [texts.length - 16] });
  });

  test('merged paragraphs come out as one bead', () => {
    const merged = [
      ...texts.slice(0, 4),
      {
        text: texts
          .slice(4, 7)
          .map(({ text }) => text)
          .join(' '),
      },
      ...texts.slice(7),
    ];
    expect(align(merged)).toContainEqual(expect.objectContaining({ a: [4, 5, 6], b: [4] }));
  });

  test('one side empty', () => {
    expect(align([]).every(({ b }) => b.length === 0)).toBe(true);
    expect(alignTexts({ language, segments: [] }, { language, segments: [] })).toEqual([]);
  });
});

describe('passages that stand elsewhere', () => {
  const { metadata, segments } = readDeclaration('eng');
  const texts = segments.filter(({ kind }) => kind !== 'heading').map(({ text }) => ({ text }));
  const language = metadata.language;
  const moved = [...texts.slice(0, 10), ...texts.slice(20), ...texts.slice(10, 20)];
  const beads = alignTexts({ language, segments: texts }, { language, segments: moved });

  test('ten paragraphs moved to the end are found, and reported as such', () => {
    const moved = beads.filter(({ transposition }) => transposition);
    expect(moved.map(({ a, b }) => `${a}:${b}`)).toEqual(
      Array.from({ length: 10 }, (_, k) => `${10 + k}:${texts.length - 10 + k}`),
    );
  });

  test('every segment is still covered once', () => {
    expect(beads.flatMap(({ a }) => a)).toEqual(texts.map((_, k) => k));
    expect(beads.flatMap(({ b }) => b).sort((x, y) => x - y)).toEqual(texts.map((_, k) => k));
  });

  test('their sentences are aligned with them', () => {
    const placedA = placeSentences(texts, language);
    const placedB = placeSentences(moved, language);
    const found = alignSentences(
      { language, sentences: placedA },
      { language, sentences: placedB },
      beads,
    );
    expect(found.filter(({ transposition }) => transposition).length).toBeGreaterThanOrEqual(10);
    for (const { a, b } of found) {
      expect(a.map((i) => placedA[i].text)).toEqual(b.map((j) => placedB[j].text));
    }
  });

  test('a table sets them beside their counterparts', () => {
    const { rows } = joinAlignments(texts.length, [beads]);
    expect(rows).toHaveLength(texts.length);
    expect(rows[10]).toMatchObject({ cells: [[10], [texts.length - 10]], moved: [false, true] });
  });
});

describe('stories translated freely, sentence by sentence', () => {
  test.each(readGold().map((gold) => [gold.name, gold] as const))('%s', (_, { a, b, beads }) => {
    const side = ({ language, texts }: typeof a) => ({
      language,
      segments: texts.map((text) => ({ text })),
    });
    const { strict, lax } = scoreAlignment(beads, alignTexts(side(a), side(b)));
    const peer = scoreAlignment(beads, galeChurch(a.texts, b.texts));
    expect(strict.f1).toBeGreaterThan(0.9);
    expect(lax.f1).toBeGreaterThan(0.95);
    expect(strict.f1).toBeGreaterThan(peer.strict.f1);
  });
});

describe('unequal input', () => {
  const line = (text: string) => ({ text });
  const many = Array.from({ length: 3000 }, (_, k) => line(`Line ${k} of very many lines.`));
  test('one line against thousands', () => {
    const beads = alignTexts(
      { language: 'en', segments: [line('Something else entirely.')] },
      { language: 'en', segments: many },
    );
    expect(beads.flatMap(({ b }) => b)).toHaveLength(3000);
  });
  test('the same text twice, even where it repeats itself', () => {
    const same = Array.from({ length: 500 }, () => line('The same line again and again.'));
    for (const segments of [many, same]) {
      const beads = alignTexts({ language: 'en', segments }, { language: 'en', segments });
      expect(beads.every(({ a, b }) => a.length === 1 && a[0] === b[0])).toBe(true);
    }
  });
});

test('a table joins alignments and gives strays rows of their own', () => {
  const bead = (a: number[], b: number[]) => ({ a, b, score: 0.9 });
  const { rows } = joinAlignments(3, [
    [bead([], [0]), bead([0], [1]), bead([1, 2], [2])],
    [bead([0], [0]), bead([1], []), bead([2], [1, 2])],
  ]);
  expect(rows.map(({ cells }) => cells)).toEqual([
    [[], [0], []],
    [[0], [1], [0]],
    [[1, 2], [2], [1, 2]],
  ]);
});

test('a band around anchors rises, starts and ends in its corners', () => {
  const band = bandAround(
    500,
    700,
    [
      [100, 90],
      [101, 300],
      [400, 500],
    ],
    5,
  );
  expect(band.from[0]).toBe(0);
  expect(band.to[500]).toBe(700);
  for (let i = 1; i <= 500; i++) {
    expect(band.from[i]).toBeGreaterThanOrEqual(band.from[i - 1]);
    expect(band.to[i]).toBeGreaterThanOrEqual(band.to[i - 1]);
    expect(band.from[i]).toBeLessThanOrEqual(band.to[i - 1]);
  }
  expect(fullBand(2, 3)).toEqual({ from: new Int32Array(3), to: new Int32Array([3, 3, 3]) });
});

test('numbers of another numbering do not outweigh lengths and order', () => {
  const chapter = (number: number, verses: string[]) => [
    { text: `${number}`, kind: 'heading' as const },
    ...verses.map((text, k) => ({ text, label: `${number}:${k + 1}` })),
  ];
  const en = [
    chapter(3, ['The miller opened his gate at dawn.', 'A little snow lay on the road.']),
    chapter(4, [
      'A wind came up from the river.',
      'The dogs lay down by the wall.',
      'No smoke rose anywhere.',
    ]),
    chapter(5, [
      'A stranger stood there in the yard.',
      'He led a grey horse by the rein.',
      'He asked us for some bread.',
    ]),
    chapter(6, ['My sister brought him a cup of milk.', 'He drank and wiped his mouth.']),
    chapter(7, ['We sat together by the fire.', 'He spoke of ships and of the sea.']),
  ].flat();
  // Chapter 5 belongs to chapter 4 here, and the others are counted on.
  const ru = [
    chapter(3, ['Мельник на рассвете открыл ворота.', 'На дороге лежало немного снега.']),
    chapter(4, [
      'С реки поднялся ветер.',
      'Собаки легли у стены.',
      'Дыма нигде не было.',
      'Во дворе стоял незнакомец.',
      'Он вёл под уздцы серого коня.',
      'Он попросил у нас хлеба.',
    ]),
    chapter(5, ['Сестра принесла ему кружку молока.', 'Он выпил и вытер рот.']),
    chapter(6, ['Мы сидели вместе у огня.', 'Он говорил о кораблях и о море.']),
  ].flat();
  const beads = alignTexts({ language: 'en', segments: en }, { language: 'ru', segments: ru });
  const expected = en.map((_, i) => (i < 7 ? `${i}:${i}` : i === 7 ? '7:' : `${i}:${i - 1}`));
  expect(beads.map(({ a, b }) => `${a}:${b}`)).toEqual(expected);
});
