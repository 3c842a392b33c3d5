import { InputError } from '../core/errors';
import { contentHash } from '../core/hash';
import { processWide } from '../core/process-wide';
import { comparedLanguage } from '../edition/model';
import { runBounded } from '../jobs/bounded';
import type { DictionaryFile } from './dictionary-file';
import { type FoundDictionaries, findDictionaries } from './find-dictionaries';
import { featuresOf, indexJob } from './index-dictionary';
import { type IndexFacts, isIndexed, linesOf, linesWith, readFacts } from './index-files';

/** How long what was found is taken to be there, in milliseconds. */
const freshMs = 5000;

const found = () =>
  processWide('dictionaries', () => ({
    at: Number.NEGATIVE_INFINITY,
    value: { dictionaries: [], problems: [] } as FoundDictionaries,
    /** Stamps of dictionaries that cannot be read: they are not tried again. */
    broken: new Set<string>(),
  }));

function allDictionaries(): DictionaryFile[] {
  const known = found();
  if (performance.now() - known.at > freshMs) {
    known.value = findDictionaries();
    known.at = performance.now();
  }
  return known.value.dictionaries.filter(({ stamp }) => !known.broken.has(stamp));
}

/** A dictionary for a pair of languages; `flipped` where it leads from the second to the first. */
export interface PairDictionary {
  dictionary: DictionaryFile;
  flipped: boolean;
}

/** The dictionaries for a pair of languages, in either direction. */
export function dictionariesFor(a: string, b: string): PairDictionary[] {
  const [x, y] = [comparedLanguage(a), comparedLanguage(b)];
  return allDictionaries().flatMap((dictionary): PairDictionary[] => {
    const { from, to } = dictionary;
    if (from === x && to === y) return [{ dictionary, flipped: false }];
    return from === y && to === x ? [{ dictionary, flipped: true }] : [];
  });
}

/** Names the dictionaries that bear on a pair of languages; empty where there are none. */
export function dictionariesMark(a: string, b: string): string {
  const stamps = dictionariesFor(a, b).map(({ dictionary }) => dictionary.stamp);
  return stamps.length > 0 ? contentHash(stamps.sort().join(), 'name') : '';
}

/** A dictionary that has been indexed, now or before; or why it cannot be. */
export async function indexed(
  dictionary: DictionaryFile,
): Promise<{ facts: IndexFacts } | { problem: InputError }> {
  const known = isIndexed(dictionary) ? readFacts(dictionary) : null;
  if (known) return { facts: known };
  try {
    return { facts: await runBounded(indexJob, dictionary) };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    // Readers are served without it.
    found().broken.add(dictionary.stamp);
    const { message, code, file = dictionary.file, remedy } = error;
    return { problem: new InputError(message, { code, file, remedy }) };
  }
}

const isUsable = async (dictionary: DictionaryFile): Promise<boolean> =>
  'facts' in (await indexed(dictionary));

/** A word of one language, one of another that renders it, as features; and how sure that is, 0 to 1. */
export type DictionaryPair = [a: string, b: string, weight: number];

/**
 * What dictionaries say of the words of two texts.
 *
 * @param wordsOf the features of each text; asked for only where there is a dictionary.
 */
export async function dictionaryPairs(
  a: string,
  b: string,
  wordsOf: () => [a: ReadonlySet<string>, b: ReadonlySet<string>],
): Promise<DictionaryPair[]> {
  const known = dictionariesFor(a, b);
  const able = await Promise.all(known.map(({ dictionary }) => isUsable(dictionary)));
  const usable = known.filter((_, k) => able[k]);
  if (usable.length === 0) return [];
  const [wordsA, wordsB] = wordsOf();
  const weights = new Map<string, DictionaryPair>();
  for (const { dictionary, flipped } of usable) {
    const [sources, targets] = flipped ? [wordsB, wordsA] : [wordsA, wordsB];
    for (const line of linesOf(dictionary, 'pairs')) {
      const [x, y, weight] = line.split('\t');
      if (!sources.has(x) || !targets.has(y)) continue;
      const pair: DictionaryPair = flipped ? [y, x, Number(weight)] : [x, y, Number(weight)];
      const key = `${pair[0]}\t${pair[1]}`;
      const known = weights.get(key);
      if (!known || known[2] < pair[2]) weights.set(key, pair);
    }
  }
  return [...weights.values()];
}

/** What a dictionary has under a word. */
export interface LookedUp {
  dictionary: string;
  from: string;
  to: string;
  head: string;
  renderings: string[];
}

/** What dictionaries from one language into others say of a word or phrase, inflected or not. */
export async function lookUpWord(
  word: string,
  from: string,
  into: readonly string[],
): Promise<LookedUp[]> {
  const key = featuresOf(word, from).join(' ');
  if (key === '') return [];
  const targets = new Set(into.map(comparedLanguage));
  const entries: LookedUp[] = [];
  for (const dictionary of allDictionaries()) {
    if (dictionary.from !== comparedLanguage(from) || !targets.has(dictionary.to)) continue;
    if (!(await isUsable(dictionary))) continue;
    for (const line of linesWith(dictionary, 'entries', key)) {
      const [, head, renderings] = line.split('\t');
      const { name, to } = dictionary;
      entries.push({ dictionary: name, from, to, head, renderings: JSON.parse(renderings) });
    }
  }
  // What is written as the word comes before what only shares its stem.
  const exact = (head: string) => Number(head.toLowerCase() === word.trim().toLowerCase());
  return entries.sort((x, y) => exact(y.head) - exact(x.head));
}
