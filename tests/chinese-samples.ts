import { readFileSync } from 'node:fs';

/** The lines of a fixture, without those of comments. */
const linesOf = (file: string): string[] =>
  readFileSync(`tests/fixtures/${file}`, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

/** A sentence, and how characters of it are read: UTF-16 offset, Pinyin with tone marks. */
export interface PolyphoneSample {
  text: string;
  wanted: [at: number, reading: string][];
}

/** Sentences with characters that have several readings; simplified. */
export const polyphoneSamples = (): PolyphoneSample[] =>
  linesOf('polyphones.txt').map((line) => {
    const wanted: PolyphoneSample['wanted'] = [];
    let text = '';
    for (const { 0: all, groups } of line.matchAll(/\{(?<one>.):(?<reading>[^}]+)\}|[^{]/gu)) {
      if (groups?.reading) wanted.push([text.length, groups.reading]);
      text += groups?.one ?? all;
    }
    return { text, wanted };
  });

/** How many of the readings wanted are found, and those that are not. */
export function readingsRight(
  convert: (text: string) => string,
  read: (text: string) => { start: number; pinyin: string }[],
): { count: number; wrong: string[] } {
  const wrong: string[] = [];
  let count = 0;
  for (const { text, wanted } of polyphoneSamples()) {
    const found = new Map(read(convert(text)).map(({ start, pinyin }) => [start, pinyin]));
    for (const [at, reading] of wanted) {
      count++;
      if (found.get(at) !== reading) wrong.push(`${text} ${at} ${found.get(at)}`);
    }
  }
  return { count, wrong };
}

/** Sentences cut into the words of a reader; simplified. */
export const wordSamples = (): string[][] =>
  linesOf('chinese-words.txt').map((line) => line.split(' '));

/** F1 of the words of all sentences, by their places. */
export function wordsF1(cut: (text: string) => string[]): number {
  let [right, judged, found] = [0, 0, 0];
  for (const words of wordSamples()) {
    const [own, other] = [places(words), places(cut(words.join('')))];
    right += own.filter((place) => other.includes(place)).length;
    judged += own.length;
    found += other.length;
  }
  return (2 * right) / (judged + found);
}

function places(words: readonly string[]): string[] {
  let end = 0;
  return words.map((word) => {
    const start = end;
    end += word.length;
    return `${start}-${end}`;
  });
}
