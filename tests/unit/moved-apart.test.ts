import { describe, expect, test } from 'vitest';
import { apparatus } from '../../lib/collate/apparatus';
import { collate } from '../../lib/collate/collation';
import { entryNote } from '../../lib/collate/entry-note';
import { joinAlike } from '../../lib/collate/join-phrases';
import { createClassifier } from '../../lib/collate/kinds';
import { setMovedApart } from '../../lib/collate/moved-apart';
import { prepareWitnesses } from '../../lib/collate/prepare';
import { createWords } from '../../lib/collate/words';
import { negativeForm } from '../../lib/edition/apparatus-form';

const collated = (language: string, texts: readonly string[]) =>
  collate(
    prepareWitnesses(
      texts.map((text, k) => ({ siglum: 'ABC'[k], text })),
      { language },
    ),
  );
const entries = (language: string, ...texts: string[]) =>
  apparatus(collated(language, texts), 0, createClassifier({ language })).flatMap((part) =>
    'entry' in part ? [part.entry] : [],
  );
const printed = (language: string, ...texts: string[]) =>
  entries(language, ...texts).map((entry) =>
    entryNote(entry, negativeForm)
      .map(({ text }) => text)
      .join(''),
  );

test('a word beside a moved sentence does not face it', () => {
  expect(
    printed(
      'zh',
      '鐘聲響遍全城。人們來到廣場。冷風從山上吹來。大家都回家了。',
      '人們來到廣場。鐘聲響遍全城。忽然冷風從山上吹來。大家都回家了。',
    ),
  ).toEqual(['鐘 ] transp. 人們來到廣場。 B', '人們來到廣場。 ] transp. B', '廣場 ] add. 忽然 B']);
  expect(
    printed(
      'en',
      'The bells rang out over the city. The people came into the square. A cold wind blew.',
      'The people came into the square. Then the bells rang out over the city. A cold wind blew.',
    ),
  ).toEqual([
    'The ] transp. The people came into the square. B',
    'The ] Then the B',
    'The people came into the square. ] transp. B',
  ]);
});

const sentences = [
  'One fine day the miller went to the market.',
  'The carpenter mended the broken cart.',
  'The smith shod the grey mare.',
  'Evening came.',
];

test('two sentences that have changed places are two transpositions, each with both places', () => {
  const [miller, carpenter, smith, evening] = sentences;
  const found = entries('en', sentences.join(' '), [smith, carpenter, miller, evening].join(' '));
  const moves = found.flatMap(({ lemma, readings }) =>
    readings.map(({ move, text }) => [move, lemma || text]),
  );
  expect(moves).toEqual([
    [1, miller.slice(0, -1)],
    [2, smith.slice(0, -1)],
    [1, miller.slice(0, -1)],
    [2, smith.slice(0, -1)],
  ]);
});

describe('neighbouring sentences of one pattern that have changed places are one transposition', () => {
  test.each([
    ['lzh', '知者不惑。仁者不憂。勇者不懼。', '仁者不憂。知者不惑。勇者不懼。', '仁者不憂。'],
    [
      'lzh',
      '損之又損。為學日益。為道日損。無為。',
      '損之又損。為道日損。為學日益。無為。',
      '為學日益。',
    ],
    [
      'zh',
      '老王喜歡喝茶。老李喜歡喝酒。老張不喝。',
      '老李喜歡喝酒。老王喜歡喝茶。老張不喝。',
      '老王喜歡喝茶。',
    ],
    [
      'en',
      'The wise are not perplexed. The good are not anxious. The brave are not afraid.',
      'The good are not anxious. The wise are not perplexed. The brave are not afraid.',
      'The good are not anxious.',
    ],
    [
      'ru',
      'Старый отец сажал цветы. Старая мать варила обед. Вечер наступил.',
      'Старая мать варила обед. Старый отец сажал цветы. Вечер наступил.',
      'Старая мать варила обед.',
    ],
  ])('%s: %s', (language, a, b, moved) => {
    for (const texts of [
      [a, b],
      [a, b, a],
      [a, b, b],
    ]) {
      const readings = entries(language, ...texts).flatMap((entry) =>
        entry.readings.map(({ move, text }) => ({ move, words: text || entry.lemma })),
      );
      expect(readings).toEqual([
        { move: 1, words: moved },
        { move: 1, words: moved },
      ]);
    }
  });
});

test('sentences that have moved stand in columns of their own', () => {
  const [miller, carpenter, smith, evening] = sentences;
  const { columns } = collated('en', [
    sentences.join(' '),
    [smith, carpenter, miller, evening].join(' '),
    [miller, carpenter, evening, smith].join(' '),
  ]);
  const faced = columns.filter(
    (column) => new Set(column.flatMap((token) => (token ? [token.n] : []))).size > 1,
  );
  expect(faced).toEqual([]);
});

test('no entry tells of a transposition whose other place none shows', () => {
  for (const texts of [
    ['In the morning the old man left.', 'The old man left in the morning.'],
    ['Peter, James and John went.', 'James, John and Peter went.', 'Peter, John and James went.'],
    [
      'He came with a lantern and a rope in the morning, and wept.',
      'In the morning he came with a rope and a lantern, and wept.',
    ],
  ]) {
    const sides = new Map<string, number>();
    for (const { readings } of entries('en', ...texts)) {
      for (const { move, sigla } of readings) {
        if (move === undefined) continue;
        for (const siglum of sigla)
          sides.set(`${move} ${siglum}`, (sides.get(`${move} ${siglum}`) ?? 0) + 1);
      }
    }
    expect([...sides.values()].filter((count) => count < 2)).toEqual([]);
  }
});

test('where more runs of words differ than are looked up, that is said', () => {
  const names = ['the', 'old', 'miller', 'slept', 'his', 'dog', 'barked', 'loudly'];
  const ids = [
    Int32Array.from([0, 1, 2, 3, 4, 5, 6, 7]),
    Int32Array.from([4, 5, 6, 7, 0, 1, 2, 3]),
  ];
  const ends = ids.map((own) => new Uint8Array(own.length));
  const words = createWords(ids, names, ends);
  // All of one, and then of the other.
  const cells = Int32Array.from({ length: 32 }, (_, at) => {
    const column = at >> 1;
    return at % 2 === (column < 8 ? 0 : 1) ? column % 8 : -1;
  });
  const profile = { witnesses: [0, 1], length: 16, cells };
  expect(setMovedApart(profile, words).isSearched).toBe(true);
  expect(setMovedApart(profile, words, 12).isSearched).toBe(true);
  expect(setMovedApart(profile, words, 11)).toEqual({ profile, isSearched: false });
  const { unsearched } = collated('en', sentences);
  expect(unsearched).toBeUndefined();
});

test('a word that some have at the end of what is theirs, and others after it, is in one column', () => {
  const names = ['the', 'miller', 'came', 'home'];
  const ids = [Int32Array.from([0, 1, 2, 3]), Int32Array.from([1, 2, 0, 3])];
  const words = createWords(
    ids,
    names,
    ids.map((own) => new Uint8Array(own.length)),
  );
  const columns = [
    [0, -1],
    [1, -1],
    [2, -1],
    [-1, 0],
    [-1, 1],
    [-1, 2],
    [3, 3],
  ];
  const profile = {
    witnesses: [0, 1],
    length: columns.length,
    cells: Int32Array.from(columns.flat()),
  };
  expect(joinAlike(profile, words)).toEqual({
    witnesses: [0, 1],
    length: 5,
    cells: Int32Array.from([0, -1, 1, 0, 2, 1, -1, 2, 3, 3]),
  });
  const joined = joinAlike(profile, words);
  expect(joinAlike(joined, words)).toBe(joined);
});
