import { withCharacters } from '../../edition/html-tags';
import { withSingleSpaces } from '../../edition/single-spaces';
import type { Losses } from '../document';

/** Words of JSON on one line; marks of HTML among them are taken out and reported. */
export function plainWords(given: string, losses: Losses): string {
  const line = (words: string) => withSingleSpaces(words).trim();
  const text = line(
    withCharacters(given.replace(/<br\s*\/?>/gi, ' ').replace(/<\/?[a-z][^<>]*>/gi, '')),
  );
  if (text !== line(given)) losses.add('marks of HTML');
  return text;
}

/** An object of JSON, for which a list does not stand. */
export type Json = { readonly [name: string]: unknown };

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The strings below a value, which may be deep. */
export function wordsBelow(value: unknown): string[] {
  const found: string[] = [];
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next === 'string') found.push(next);
    else if (typeof next === 'object' && next !== null)
      waiting.push(...Object.values(next).reverse());
  }
  return found.filter((words) => words.trim() !== '');
}

/** Reports the fields of an object that are not read, each kind by its name, with the words in it. */
export function reportFields(object: Json, read: ReadonlySet<string>, losses: Losses): void {
  for (const [name, value] of Object.entries(object)) {
    const words = read.has(name) ? [] : wordsBelow(value);
    if (words.length > 0) losses.add(`fields “${name.slice(0, 40)}”`, undefined, words.join(' '));
  }
}
