import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apparatus } from '../../lib/collate/apparatus';
import { type Collation, collate } from '../../lib/collate/collation';
import { diffTexts } from '../../lib/collate/diff';
import { variantGraph } from '../../lib/collate/graph';
import { createClassifier } from '../../lib/collate/kinds';
import { createMarker } from '../../lib/collate/marks';
import { prepareWitnesses } from '../../lib/collate/prepare';
import { neighbourJoining, type TreeNode } from '../../lib/collate/tree';
import { tokensOf } from '../../lib/collate/witness';
import type { Folding } from '../../lib/language/fold';

const witnesses = (texts: readonly string[], normalize: Folding[] = []) =>
  texts.map((text, k) => ({
    siglum: 'ABCDEFGH'[k],
    tokens: tokensOf(text, { language: 'en', normalize }),
  }));
const table = ({ columns }: Collation) =>
  columns.map((column) => column.map((token) => token?.t.trim() ?? '-').join('|'));

describe('well-known examples of CollateX', () => {
  test('additions and omissions open columns', () => {
    const texts = ['the black cat', 'the black and white cat', 'the white cat'];
    expect(table(collate(witnesses(texts)))).toEqual([
      'the|the|the',
      'black|black|-',
      '-|and|-',
      '-|white|white',
      'cat|cat|cat',
    ]);
  });
  test('the quick brown fox', () => {
    const found = table(
      collate(
        witnesses([
          'The quick brown fox jumped over the lazy dogs.',
          'The brown fox jumped over the dogs.',
          'The quick fox jumped over the lazy dogs.',
        ]),
      ),
    );
    expect(found).toContain('brown|brown|-');
    expect(found).toContain('lazy|-|lazy');
    expect(found).toContain('dogs|dogs|dogs');
    expect(found).toHaveLength(10);
  });
  test('near matches draw each other', () => {
    const found = table(
      collate(witnesses(['The big gray fuzzy koala', 'The grey koala', 'The brown koala'])),
    );
    expect(found).toContain('gray|grey|brown');
  });
  test('what does not count is matched', () => {
    const found = collate(witnesses(['The Cat, sat', 'the cat sat'], ['case', 'punctuation']));
    expect(table(found)).toEqual(['The|the', 'Cat|cat', ',|-', 'sat|sat']);
    const parts = apparatus(found, 0, createClassifier({ language: 'en' }));
    expect(parts).toEqual([{ shared: 'The Cat, sat' }]);
  });
});

const word = fc.constantFrom('a', 'b', 'cat', 'dog', 'the', ',', 'Rom', 'Rome', '天', '  ', '\n');
const text = fc.array(word, { maxLength: 14 }).map((words) => words.join(' '));
const texts = fc.array(text, { minLength: 2, maxLength: 5 });

test('a collation holds every token of every witness once, in order', () => {
  fc.assert(
    fc.property(texts, (given) => {
      const collation = collate(witnesses(given));
      given.forEach((source, w) => {
        const joined = collation.columns.map((column) => column[w]?.t ?? '').join('');
        expect(joined).toBe(source.trim() === '' ? '' : source);
      });
      for (const column of collation.columns) expect(column.some(Boolean)).toBe(true);
    }),
  );
});

test('the order in which witnesses are given changes nothing', () => {
  fc.assert(
    fc.property(texts, fc.nat(), (given, turn) => {
      const shift = turn % given.length;
      const order = given.map((_, k) => (k + shift) % given.length);
      const one = collate(witnesses(given));
      const other = collate(witnesses(order.map((k) => given[k])));
      const back = other.columns.map((column) => given.map((_, w) => column[order.indexOf(w)]));
      expect(back.map((column) => column.map((token) => token?.t))).toEqual(
        one.columns.map((column) => column.map((token) => token?.t)),
      );
    }),
  );
});

test('the apparatus gives the base back, and every path of the graph its witness', () => {
  fc.assert(
    fc.property(texts, (given) => {
      const collation = collate(witnesses(given));
      const parts = apparatus(collation, 0, createClassifier({ language: 'en' }));
      const base = parts
        .map((part) =>
          'shared' in part
            ? part.shared
            : part.entry.space.before + part.entry.lemma + part.entry.space.after,
        )
        .join('');
      expect(base).toBe(given[0].trim() === '' ? '' : given[0]);
      const { nodes, edges } = variantGraph(collation);
      given.forEach((source, w) => {
        const words: string[] = [];
        let at = 0;
        while (at !== nodes.length - 1) {
          const next = edges.find((edge) => edge.from === at && edge.witnesses.includes(w))!;
          at = next.to;
          words.push(nodes[at].text);
        }
        expect(words.join('').replace(/\s/g, '')).toBe(source.replace(/\s/g, ''));
      });
    }),
  );
});

test('wholly different witnesses are bounded', () => {
  const long = (letter: string) => Array.from({ length: 20_000 }, () => letter).join(' ');
  const { columns } = collate(witnesses([long('x'), long('y')]));
  expect(columns).toHaveLength(40_000);
});

describe('long witnesses that say one thing over and over', () => {
  const again = (words: string, times: number) => `${words} `.repeat(times);
  const shared = (texts: string[]) =>
    collate(witnesses(texts)).columns.filter(([one, other]) => one && one.n === other?.n).length;

  test('what is equal at their ends is matched', () => {
    const found = collate(witnesses([`${again('na', 1800)}Batman`, `${again('na', 1800)}Robin`]));
    expect(found.columns).toHaveLength(1801);
    expect(table(found).slice(-2)).toEqual(['na|na', 'Batman|Robin']);
  });

  test('they are aligned about the diagonal where their ends differ', () => {
    const texts = [
      `Alpha ${again('na', 1500)}Beta ${again('na', 1500)}Gamma`,
      `Delta ${again('na', 1510)}Eta ${again('na', 1480)}Theta`,
    ];
    expect(shared(texts)).toBeGreaterThan(2950);
  });
});

describe('kinds of difference', () => {
  const kind = createClassifier({ language: 'en', names: [['Kurile', 'Kuril']] });
  test.each([
    ['treaty', 'agreement', 'substitution'],
    ['', 'also', 'addition'],
    ['also', '', 'omission'],
    ['The', 'the', 'case'],
    ['treaty,', 'treaty', 'punctuation'],
    ['well-known', 'well known', 'punctuation'],
    ['a  b', 'a b', 'whitespace'],
    ['Ｔｅｘｔ', 'Text', 'width'],
    ['naïve', 'naive', 'diacritics'],
    ['unfavourable', 'unfavorable', 'spelling'],
    ['connexion', 'connection', 'spelling'],
    ['thirty-year', '30-year', 'numerals'],
    ['Guomindang', 'Kuomintang', 'names'],
    ['Lushun', 'Port Arthur', 'names'],
    ['Zhou Enlai', 'Chou En-lai', 'names'],
    ['Kurile', 'Kuril', 'names'],
    ['The Colour,', 'the color', 'spelling'],
  ])('%j and %j: %s', (a, b, expected) => expect(kind(a, b)).toBe(expected));
  test('simplified and traditional characters', () => {
    const chinese = createClassifier({ language: 'zh' });
    expect(chinese('条约', '條約')).toBe('script');
    expect(chinese('三十', '30')).toBe('numerals');
    expect(chinese('说', '讲')).toBe('substitution');
  });
});

describe('moved phrases', () => {
  const a = 'It rained all day in Moscow. The cat sat on the mat and purred.';
  const b = 'The cat sat on the mat and purred. It rained all day in Moscow.';
  test('are reported as moves, once where they left and once where they came to', () => {
    const { changes } = diffTexts(a, b, { language: 'en' });
    const moves = changes.filter(({ kind }) => kind === 'move');
    expect(moves).toHaveLength(2);
    expect(moves.map((move) => (move.a + move.b).trim().length > 10)).toEqual([true, true]);
    expect(moves[0].move).toBe(moves[1].move);
    expect(changes.map((change) => change.a).join('')).toBe(a);
    expect(changes.map((change) => change.b).join('')).toBe(b);
  });
  test('a formula repeated is not a move', () => {
    const { changes } = diffTexts('of the one, of the two', 'of the two', { language: 'en' });
    expect(changes.some(({ kind }) => kind === 'move')).toBe(false);
  });
});

describe('marks', () => {
  test('what is ignored is marked so', () => {
    const mark = createMarker({ language: 'en', ignore: ['case', 'punctuation'] });
    const { b } = mark(['The cat, sat.'], ['the dog sat.']);
    expect(b[0]).toEqual([
      expect.objectContaining({ difference: 'case', ignored: true, start: 0, end: 3 }),
      expect.objectContaining({ difference: 'substitution', start: 4, end: 7 }),
    ]);
    expect(b[0][1].ignored).toBeUndefined();
  });
  test('letters that differ within a word are reported', () => {
    const { a } = createMarker({ language: 'en' })(['unfavourable'], ['unfavorable']);
    expect(a[0][0]).toMatchObject({ difference: 'spelling', detail: [[6, 7]] });
  });
});

test('paragraphs hold together, however little of their words is shared', () => {
  const a = '1 The Furnace\n\nIn Liuwan there was a bell.\n\nThe fire sleeps,\n\nThe water flows;';
  const b = 'One: Fire\n\nWillow Bend had a bell.\n\nFire sleeps inside,\n\nWater wanders;';
  const parts = apparatus(collate(witnesses([a, b])), 0, createClassifier({ language: 'en' }));
  const readings = parts.flatMap((part) => ('entry' in part ? part.entry.readings : []));
  expect(readings.length).toBeGreaterThan(2);
  for (const { text } of readings) expect(text).not.toContain('\n');
  const furnace = parts.find((part) => 'entry' in part && part.entry.lemma.includes('Furnace'));
  expect(furnace).toMatchObject({ entry: { readings: [{ text: 'One: Fire' }] } });
});

test('neighbour joining recovers the distances of a tree', () => {
  // ((A:1, B:2):1, (C:3, D:1):2)
  const distances = [
    [0, 3, 7, 5],
    [3, 0, 8, 6],
    [7, 8, 0, 4],
    [5, 6, 4, 0],
  ];
  const root = neighbourJoining(distances);
  const depth = new Map<number, [TreeNode, number][]>();
  const walk = (node: TreeNode, path: [TreeNode, number][]) => {
    const here: [TreeNode, number][] = [...path, [node, node.length]];
    if (node.witness !== undefined) depth.set(node.witness, here);
    for (const child of node.children) walk(child, here);
  };
  walk(root, []);
  for (let i = 0; i < 4; i++) {
    for (let j = 0; j < i; j++) {
      const [x, y] = [depth.get(i)!, depth.get(j)!];
      const common = new Set(x.map(([node]) => node));
      const way = (from: [TreeNode, number][], other: [TreeNode, number][]) =>
        from
          .filter(([node]) => !other.some(([each]) => each === node))
          .reduce((sum, [, length]) => sum + length, 0);
      expect(common.size).toBeGreaterThan(0);
      expect(way(x, y) + way(y, x)).toBeCloseTo(distances[i][j]);
    }
  }
});

describe('a scholar’s pairs are taken, though more words would be equal in other columns', () => {
  const rows = (...texts: string[]) => {
    const { columns } = collate(
      prepareWitnesses(
        texts.map((text, k) => ({ siglum: 'ABCD'[k], text })),
        { language: 'en' },
      ),
    );
    return texts.map((_, w) => columns.map((column) => column[w]?.t.trim() ?? '—').join(' '));
  };
  test('what stands for each other in its place', () => {
    expect(
      rows('We sold this lamp, since it suits those old chairs', 'We sold those lamps'),
    ).toEqual([
      'We sold this lamp , since it suits those old chairs',
      'We sold those lamps — — — — — — —',
    ]);
  });
  test('other forms of a word, and not a word that has moved', () => {
    const found = rows(
      'ford mill quay gate',
      'ford mill gatex',
      'ford mill quay gate',
      'ford mill gatex quay',
    );
    expect(found.map((row) => row.split(' ').findIndex((word) => word.startsWith('gate')))).toEqual(
      [3, 3, 3, 3],
    );
  });
  test('of two sections that have changed places, the longer in line', () => {
    const [short, long] = [
      'the bell rang twice and nobody knew why.',
      'the women counted the boats that came home with the tide, one after the other.',
    ];
    const [a, b] = rows(`${short} ${long}`, `${long} ${short}`);
    const [x, y] = [a, b].map((row) => row.split(' '));
    const together = x.filter((word, k) => word !== '—' && word === y[k]);
    expect(together.join(' ')).toContain('women counted the boats that came home with the tide');
  });
});
