import { expect, test } from 'vitest';
import { linkTable } from '../../lib/align/link-table';
import { PairNumbers } from '../../lib/align/word-pairs';
import { WordModel } from '../../lib/align/words';

/** A made language pair: each line of nouns and verbs, and the same word for word. */
const vocabulary: [en: string, es: string][] = [
  ['fisherman', 'pescador'],
  ['baker', 'panadero'],
  ['mother', 'madre'],
  ['horse', 'caballo'],
  ['house', 'casa'],
  ['river', 'río'],
  ['bread', 'pan'],
  ['window', 'ventana'],
  ['sings', 'canta'],
  ['sees', 'mira'],
  ['buys', 'compra'],
  ['forgets', 'olvida'],
];
const verbs = vocabulary.slice(8);
const nouns = vocabulary.slice(0, 8);
const lines = nouns.flatMap((subject, s) =>
  nouns
    .filter((object) => object !== subject)
    .map((object, o): [en: string, es: string] => {
      const verb = verbs[(s + o) % verbs.length];
      return [
        `The ${subject[0]} ${verb[0]} the ${object[0]}.`,
        `El ${subject[1]} ${verb[1]} la ${object[1]}.`,
      ];
    }),
);

function taughtBy(pairs: readonly (readonly [string, string])[]): WordModel {
  const side = (language: string, k: 0 | 1) => ({
    language,
    segments: pairs.map((pair) => ({ text: pair[k] })),
  });
  const beads = pairs.map((_, k) => ({ a: [k], b: [k], score: 1 }));
  return new WordModel(side('en', 0), side('es', 1), beads);
}

function wordsLinked(model: WordModel, a: string, b: string): string[] {
  return model.link(a, b).map((link) => `${a.slice(...link.a)}=${b.slice(...link.b)}`);
}

test('words are learned from the lines they stand in', () => {
  const model = taughtBy(lines);
  expect(wordsLinked(model, 'The horse sees the house.', 'El caballo mira la casa.')).toEqual([
    'horse=caballo',
    'sees=mira',
    'house=casa',
  ]);
});

test('words in another order are found', () => {
  const model = taughtBy(lines);
  expect(wordsLinked(model, 'The horse sees the house.', 'La casa mira el caballo.')).toEqual(
    expect.arrayContaining(['horse=caballo', 'house=casa']),
  );
});

test('words that occur once are linked by what is left over', () => {
  const once = ['The baker buys the umbrella.', 'El panadero compra el paraguas.'] as const;
  const model = taughtBy([...lines, once]);
  expect(wordsLinked(model, ...once)).toContain('umbrella=paraguas');
});

test('words written alike by accident are not linked', () => {
  const pairs = lines.map(([a, b], k): [string, string] => {
    const [are, ours] = k % 3 === 0 ? ['', ''] : ['They are outside: ', 'Ellos son fuera: '];
    const kin = k % 3 !== 1;
    return [
      are + (kin ? a.replace('The ', 'The son of the ') : a),
      ours + (kin ? b.replace('El ', 'El hijo del ') : b),
    ];
  });
  const model = taughtBy(pairs);
  const links = pairs.flatMap(([a, b]) => wordsLinked(model, a, b));
  expect(links.filter((link) => link === 'son=son')).toEqual([]);
  expect(links.filter((link) => link === 'son=hijo').length).toBeGreaterThan(30);
});

test('links are the same each time and in whatever order passages come', () => {
  const [one, other] = [taughtBy(lines), taughtBy(lines)];
  const forwards = lines.map(([a, b]) => one.link(a, b));
  const backwards = lines.toReversed().map(([a, b]) => other.link(a, b));
  expect(backwards.toReversed()).toEqual(forwards);
  expect(lines.map(([a, b]) => one.link(a, b))).toEqual(forwards);
});

test('passages that share no word with the lessons, and very long ones, do no harm', () => {
  const model = taughtBy(lines);
  for (const { score } of model.link('Quartz glows.', 'Brilla cuarzo.')) {
    expect(score).toBeGreaterThan(0);
    expect(score).toBeLessThan(0.9);
  }
  expect(model.link('word '.repeat(5000), 'palabra '.repeat(5000))).toEqual([]);
});

test('a model without lessons links by what is known beforehand', () => {
  const model = taughtBy([['Nothing 7 here.', 'Nada 7 aquí.']]);
  expect(wordsLinked(model, 'Nothing 7 here.', 'Nada 7 aquí.')).toContain('7=7');
});

test('a link stands where both directions agree; one direction alone grows a phrase', () => {
  const idle = new Uint8Array(3);
  // Word 0 and 1 of a are a phrase for word 0 of b; word 2 is for word 2.
  const forward = Float64Array.from([0.5, 0, 0, 0.5, 0, 0, 0, 0, 1]);
  const backward = Float64Array.from([1, 0, 0, 0.97, 0, 0, 0, 0.1, 1]);
  const links = linkTable(forward, backward, idle, idle);
  expect(links.map(({ i, j }) => [i, j])).toEqual([
    [0, 0],
    [1, 0],
    [2, 2],
  ]);
  for (const { score } of links) expect(score).toBeLessThanOrEqual(1);
});

test('idle words are not linked, and do not part a phrase', () => {
  const idleA = Uint8Array.from([0, 1, 0]);
  const forward = Float64Array.from([0.9, 0.9, 0.05]);
  const backward = Float64Array.from([1, 1, 0.95]);
  const links = linkTable(forward, backward, idleA, new Uint8Array(1));
  expect(links.map(({ i }) => i)).toEqual([0, 2]);
});

test('pairs keep their numbers while the table grows', () => {
  const pairs = new PairNumbers(1000);
  const numbers = new Map<string, number>();
  for (let k = 0; k < 40_000; k++) {
    const [x, y] = [(k * 7919) % 5000, (k * 104_729) % 1000];
    const number = pairs.add(x, y);
    const known = numbers.get(`${x} ${y}`);
    if (known !== undefined) expect(number).toBe(known);
    numbers.set(`${x} ${y}`, number);
  }
  expect(pairs.size).toBe(numbers.size);
  for (const [key, number] of numbers) {
    const [x, y] = key.split(' ').map(Number);
    expect(pairs.find(x, y)).toBe(number);
  }
  expect(pairs.find(4999, 998)).toBe(numbers.get('4999 998') ?? -1);
});
