import { languageFamily } from '../edition/model';
import { isLatin, type SoundedWord, soundAlikes } from '../language/cognates';
import { features, stem } from '../language/features';
import { properNames, romanisedNames } from '../language/names';
import { normalise } from '../language/tokens';
import { knownRenderings } from '../language/translate';
import type { AlignmentText, Rendering } from './text';

/** A side of an alignment as numbers. */
export interface Side {
  language: string;
  /** Letters and digits of each segment: its length, whatever the script's spacing. */
  lengths: Float64Array;
  /** For each segment: its distinct feature ids, rising. */
  ids: Int32Array[];
  /** For each segment: how often each of `ids` occurs. */
  counts: Float32Array[];
  /** For each segment: how many features it has in all. */
  sizes: Float64Array;
  /** All features of the side together. */
  total: number;
  /** Feature strings by id. */
  names: string[];
  /** How often each feature occurs in the side. */
  frequency: Float64Array;
  /** Words never written small, in lower case; looked for only where they are of use. */
  proper: () => ReadonlySet<string>;
}

const letters = /[\p{L}\p{N}]/gu;

/** Counts the features of each segment of one side, and of its passage in a sister edition. */
export function encode({ language, segments }: AlignmentText): Side {
  const idOf = new Map<string, number>();
  const names: string[] = [];
  const frequency: number[] = [];
  const ids: Int32Array[] = [];
  const counts: Float32Array[] = [];
  const sizes = new Float64Array(segments.length);
  const lengths = new Float64Array(segments.length);
  let total = 0;
  segments.forEach(({ text, also }, index) => {
    const bag = new Map<number, number>();
    const found = features(text, language);
    if (also) {
      const own = new Set(found);
      for (const feature of features(also, language)) if (!own.has(feature)) found.push(feature);
    }
    for (const feature of found) {
      let id = idOf.get(feature);
      if (id === undefined) {
        id = names.length;
        idOf.set(feature, id);
        names.push(feature);
        frequency.push(0);
      }
      frequency[id]++;
      bag.set(id, (bag.get(id) ?? 0) + 1);
    }
    const sorted = [...bag].sort(([x], [y]) => x - y);
    ids.push(Int32Array.from(sorted, ([id]) => id));
    counts.push(Float32Array.from(sorted, ([, count]) => count));
    sizes[index] = found.length;
    total += found.length;
    lengths[index] = text.match(letters)?.length ?? 0;
  });
  return {
    language,
    lengths,
    ids,
    counts,
    sizes,
    total,
    names,
    frequency: Float64Array.from(frequency),
    proper: () => properNames(segments.map(({ text }) => text)),
  };
}

/** A sparse table: for each source feature, target features and weights (compressed rows). */
export interface Table {
  offsets: Int32Array;
  targets: Int32Array;
  weights: Float32Array;
}

/** Renderings as (feature of the one side, feature of the other, weight). */
export type Entries = [source: number, target: number, weight: number][];

/** Builds a table of `rows` rows from (source, target, weight) entries in any order. */
export function tableOf(rows: number, entries: Entries): Table {
  const offsets = new Int32Array(rows + 1);
  for (const [source] of entries) offsets[source + 1]++;
  for (let row = 0; row < rows; row++) offsets[row + 1] += offsets[row];
  const next = offsets.slice(0, rows);
  const targets = new Int32Array(entries.length);
  const weights = new Float32Array(entries.length);
  for (const [source, target, weight] of entries) {
    targets[next[source]] = target;
    weights[next[source]++] = weight;
  }
  return { offsets, targets, weights };
}

/** Entries of what is known beforehand between two vocabularies, as (a, b, weight). */
export function knownEntries(a: Side, b: Side): Entries {
  const entries: Entries = [];
  const idsOfA = new Map(a.names.map((name, id) => [name, id]));
  const idsOfB = new Map(b.names.map((name, id) => [name, id]));
  const forward = knownRenderings(a.language, b.language);
  const backward = knownRenderings(b.language, a.language);
  const seen = new Map<number, number>();
  const add = (x: number, y: number, weight: number) => {
    const key = x * b.names.length + y;
    const at = seen.get(key);
    if (at === undefined) {
      seen.set(key, entries.length);
      entries.push([x, y, weight]);
    } else if (weight > entries[at][2]) entries[at][2] = weight;
  };
  a.names.forEach((name, x) => {
    for (const [target, weight] of forward(name)) {
      const y = idsOfB.get(target);
      if (y !== undefined) add(x, y, weight);
    }
  });
  b.names.forEach((name, y) => {
    for (const [target, weight] of backward(name)) {
      const x = idsOfA.get(target);
      if (x !== undefined) add(x, y, weight);
    }
  });
  if (chineseEnglish(a, b)) {
    for (const [word, stem, strength] of romanisedNames(b.proper(), a.names)) {
      const y = idsOfB.get(stem);
      if (y !== undefined) add(idsOfA.get(word)!, y, strength);
    }
  } else if (chineseEnglish(b, a)) {
    for (const [word, stem, strength] of romanisedNames(a.proper(), b.names)) {
      const x = idsOfA.get(stem);
      if (x !== undefined) add(x, idsOfB.get(word)!, strength);
    }
  }
  for (const [x, y, strength] of alikeByEar(a, b)) {
    add(idsOfA.get(x)!, idsOfB.get(y)!, strength);
  }
  return entries;
}

/** Names, and in one script any words, of two languages that sound alike. */
function alikeByEar(a: Side, b: Side): [a: string, b: string, strength: number][] {
  const [left, right] = [languageFamily(a.language), languageFamily(b.language)];
  if (left === right || left === 'zh' || right === 'zh') return [];
  const [wordsA, wordsB] = [latinWords(a), latinWords(b)];
  const found = wordsA && wordsB ? soundAlikes(wordsA, wordsB, false) : [];
  const [namesA, namesB] = [likelyNames(a), likelyNames(b)];
  return [...found, ...soundAlikes(namesA, namesB, true)];
}

/** The words of a side that is written in Latin letters for the most part. */
function latinWords(side: Side): SoundedWord[] | null {
  const words = side.names.filter(isLatin);
  if (words.length < side.names.length / 2) return null;
  return words.map((word) => ({ feature: word, word }));
}

/** Names: by their capitals, in scripts that have none any word that may be one. */
function likelyNames(side: Side): SoundedWord[] {
  const ids = new Set(side.names);
  const proper = side.proper();
  if (proper.size > 0) {
    return [...proper]
      .map((word) => ({ word, feature: stem(normalise(word), languageFamily(side.language)) }))
      .filter(({ feature }) => ids.has(feature));
  }
  const uncased = side.names.filter((name) => /^\p{Lo}[\p{L}\p{M}ー]*$/u.test(name));
  const japanese = languageFamily(side.language) === 'ja';
  return uncased
    .filter((name) => !japanese || /^[\p{Script=Katakana}ー]+$/u.test(name))
    .map((word) => ({ word, feature: word }));
}

function chineseEnglish(a: Side, b: Side): boolean {
  return languageFamily(a.language) === 'zh' && languageFamily(b.language) === 'en';
}

/** Two lists of entries as one; words that both know are surer for it (noisy or). */
export function combine(known: Entries, learned: Entries, columns: number): Entries {
  const weights = new Map<number, number>();
  for (const [x, y, weight] of known) weights.set(x * columns + y, weight);
  for (const [x, y, weight] of learned) {
    const key = x * columns + y;
    weights.set(key, 1 - (1 - (weights.get(key) ?? 0)) * (1 - weight));
  }
  return [...weights].map(([key, weight]) => [Math.floor(key / columns), key % columns, weight]);
}

/** What is worth telling another work: neither guesses nor words that are the same anyway. */
const sure = 0.3;

/** Entries as words, the surer ones only. */
export function sureRenderings(a: Side, b: Side, entries: Entries): Rendering[] {
  return entries
    .map(([x, y, weight]): Rendering => [a.names[x], b.names[y], weight])
    .filter(([x, y, weight]) => weight >= sure && x !== y);
}

/** Words as entries, those that both sides have. */
export function entriesOf(a: Side, b: Side, renderings: readonly Rendering[]): Entries {
  const idsOfA = new Map(a.names.map((name, id) => [name, id]));
  const idsOfB = new Map(b.names.map((name, id) => [name, id]));
  return renderings.flatMap(([x, y, weight]): Entries => {
    const [i, j] = [idsOfA.get(x), idsOfB.get(y)];
    return i === undefined || j === undefined ? [] : [[i, j, weight]];
  });
}
