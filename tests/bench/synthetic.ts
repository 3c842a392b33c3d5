/**
 * Books made by rule, with the truth known: for speed at sizes no free corpus here has, and for
 * damage done to real texts. Everything is drawn from a seed, so that figures can be repeated.
 */
import type { Bead } from '../../lib/align/bead';

/** Mulberry32 (Tommy Ettinger, public domain): a small generator good enough to draw texts by. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export interface TwoEditions {
  a: string[];
  b: string[];
  gold: Bead[];
}

const consonants = 'b c d f g h l m n p r s t v br st tr gl pl ch'.split(' ');
const vowels = 'a e i o u ai ea'.split(' ');

/** A vocabulary of pronounceable words, the common ones short, drawn by Zipf's law. */
function vocabulary(next: () => number, size: number): () => string {
  const words: string[] = [];
  const known = new Set<string>();
  while (words.length < size) {
    const syllables = 1 + Math.floor(next() * (1 + Math.log10(1 + words.length)));
    let word = '';
    for (let k = 0; k < syllables; k++) {
      word += consonants[Math.floor(next() * consonants.length)];
      word += vowels[Math.floor(next() * vowels.length)];
    }
    if (known.has(word)) continue;
    known.add(word);
    words.push(word);
  }
  // Inverse of the harmonic distribution function, good to a word or two.
  return () => words[Math.min(size - 1, Math.floor(Math.exp(next() * Math.log(size))) - 1)];
}

/**
 * A book of a number of paragraphs (about 25 words each) and a second edition of it: a fifth of the
 * words dropped, a tenth replaced, a twentieth added; 3 % of paragraphs split, 3 % merged, 1 %
 * missing, and one chapter of a hundred missing whole.
 *
 * @param foreign the second edition's words are put through a cipher: a language with which the
 *   first shares no word, and for which there is no dictionary.
 * @param versionSeed draws another second edition of the same book.
 */
export function syntheticBook(
  paragraphs: number,
  foreign: boolean,
  seed = 1,
  versionSeed?: number,
): TwoEditions {
  const ofSource = random(seed);
  const draw = vocabulary(ofSource, 20_000);
  const source = Array.from({ length: paragraphs }, () =>
    Array.from({ length: 8 + Math.floor(ofSource() * 36) }, draw),
  );
  const next = versionSeed === undefined ? ofSource : random(versionSeed);
  const cipher = (word: string) => `${[...word].reverse().join('')}q`;
  const version = source.map((words) =>
    words.flatMap((word) => {
      const chance = next();
      const other = chance < 0.2 ? [] : [chance < 0.3 ? draw() : word];
      if (next() < 0.05) other.push(draw());
      return foreign ? other.map(cipher) : other;
    }),
  );
  return rearrange(
    source.map((words) => sentence(words)),
    version,
    next,
    paragraphs >= 1000 ? Math.floor(paragraphs * 0.6) : -1,
  );
}

function sentence(words: readonly string[]): string {
  const text = words.join(' ') || 'o';
  return `${text[0].toUpperCase()}${text.slice(1)}.`;
}

/** Splits, merges and drops paragraphs of the second edition, and keeps the truth of it. */
function rearrange(
  a: string[],
  version: string[][],
  next: () => number,
  chapter: number,
): TwoEditions {
  const b: string[] = [];
  const gold: Bead[] = [];
  for (let i = 0; i < a.length; i++) {
    const chance = next();
    const missing = (chapter >= 0 && i >= chapter && i < chapter + 100) || chance < 0.01;
    if (missing) gold.push({ a: [i], b: [], score: 1 });
    else if (chance < 0.04 && version[i].length > 7) {
      const cut = 3 + Math.floor(next() * (version[i].length - 6));
      gold.push({ a: [i], b: [b.length, b.length + 1], score: 1 });
      b.push(sentence(version[i].slice(0, cut)), sentence(version[i].slice(cut)));
    } else if (chance < 0.07 && i + 1 < a.length && i + 1 !== chapter) {
      gold.push({ a: [i, i + 1], b: [b.length], score: 1 });
      b.push(sentence([...version[i], ...version[i + 1]]));
      i++;
    } else {
      gold.push({ a: [i], b: [b.length], score: 1 });
      b.push(sentence(version[i]));
    }
  }
  return { a, b, gold };
}

/**
 * Damages the second of two texts that correspond one to one: of all segments, `share` are hit,
 * by a split, a merge with the next, or a deletion; with `moves`, some are moved far off too.
 */
export function damage(
  texts: readonly string[],
  share: number,
  seed: number,
  moves = false,
): { texts: string[]; gold: Bead[] } {
  const next = random(seed);
  const out: string[] = [];
  const gold: Bead[] = [];
  const moved: number[] = [];
  for (let i = 0; i < texts.length; i++) {
    const text = texts[i];
    const kind = next() < share ? Math.floor(next() * (moves ? 4 : 3)) : -1;
    const middle = breakNear(text, text.length * (0.3 + 0.4 * next()));
    if (kind === 0 && middle > 0) {
      gold.push({ a: [i], b: [out.length, out.length + 1], score: 1 });
      out.push(text.slice(0, middle).trim(), text.slice(middle).trim());
    } else if (kind === 1 && i + 1 < texts.length) {
      gold.push({ a: [i, i + 1], b: [out.length], score: 1 });
      out.push(`${text} ${texts[++i]}`);
    } else if (kind === 2) gold.push({ a: [i], b: [], score: 1 });
    else if (kind === 3) moved.push(i);
    else {
      gold.push({ a: [i], b: [out.length], score: 1 });
      out.push(text);
    }
  }
  for (const i of moved) {
    gold.push({ a: [i], b: [out.length], score: 1, transposition: true });
    out.push(texts[i]);
  }
  return { texts: out, gold };
}

/** The place after the punctuation or space nearest to `at`; 0 when there is none. */
function breakNear(text: string, at: number): number {
  let best = 0;
  for (const { index } of text.matchAll(/[,;.，；。،؛]|\s/gu)) {
    if (index > 0 && Math.abs(index - at) < Math.abs(best - at)) best = index + 1;
  }
  return best >= text.length ? 0 : best;
}
