import { distance } from 'fastest-levenshtein';
import { PairNumbers } from '../align/word-pairs';
import { modernForm } from '../language/english';
import { stem } from '../language/features';
import { createFold } from '../language/fold';
import { readsAnd } from '../language/word-signs';

/** Words that differ in capitals or accents alone, however short, count this share of their worth. */
const sameLetters = 0.95;
/** Words this much alike may stand for each other: three letters in five. */
const minLikeness = 0.6;
/** Inflected forms of one word; more than any likeness of letters but the closest. */
const sameStem = 0.95;
/** Two ways to write “and”. */
const bothAnd = 0.9;
/** Shorter words are too often alike by chance. */
const shortest = 3;
const maxPairs = 2_000_000;

/**
 * How much alike two different words are, 0 to 1, by their numbers. A lattice asks for each of its cells, and
 * nearly all words are unlike: those are recognised by their lengths and the letters that they have.
 */
export class Likeness {
  private readonly known: PairNumbers;
  private readonly likes: number[] = [];
  private readonly forms: Forms;

  /** @param worthOf how much it is worth to match a word. */
  constructor(
    names: readonly string[],
    language: string,
    private readonly worthOf: (word: string) => number,
  ) {
    this.known = new PairNumbers(names.length);
    this.forms = new Forms(names, language);
  }

  /** Of two words. */
  of(x: number, y: number): number {
    const found = { at: new Int32Array(1), likes: new Float64Array(1) };
    return this.findIn(this.rowOf([y]), x, 0, 1, found) > 0 ? found.likes[0] : 0;
  }

  /** Words that others are compared with. */
  rowOf(ids: ArrayLike<number>): WordRow {
    const { forms } = this;
    const signs = new Int32Array(4 * ids.length);
    for (let k = 0; k < ids.length; k++) {
      forms.read(ids[k]);
      for (let sign = 0; sign < 4; sign++) signs[4 * k + sign] = forms.signs[4 * ids[k] + sign];
    }
    return { ids, signs };
  }

  /**
   * Finds words of a row, up to one that is excluded, that may be alike to a word or are the same: where they
   * stand, and how much they are alike.
   *
   * @returns how many are found.
   */
  findIn(
    { ids, signs }: WordRow,
    word: number,
    from: number,
    to: number,
    found: { at: Int32Array; likes: Float64Array },
  ): number {
    this.forms.read(word);
    // Each cell of a lattice comes here: nothing is made anew.
    const own = this.forms.signs;
    const kin = own[4 * word];
    const p = own[4 * word + 1];
    const count = own[4 * word + 2];
    const classes = own[4 * word + 3];
    const n = p & lengthBits;
    let some = 0;
    for (let y = from; y < to; y++) {
      const q = signs[4 * y + 1];
      if (signs[4 * y] !== kin && !(p & q & isAnd)) {
        // Enough letters can be the same? Each letter that the other word has not takes an edit.
        const m = q & lengthBits;
        const most = editsOf[Math.max(n, m)];
        if (n - m > most || m - n > most || n < shortest || m < shortest) continue;
        if (Math.max(count, signs[4 * y + 2]) - bits(classes & signs[4 * y + 3]) > most) continue;
      }
      found.at[some] = y;
      found.likes[some++] = this.find(word, ids[y]);
    }
    return some;
  }

  /**
   * Whether one of two words that are not alike is a short form of the other: its beginning (“asl”, “asleep”), or
   * of Chinese characters some in their order (北大, 北京大学).
   */
  isShortForm(x: number, y: number): boolean {
    const { forms } = this;
    forms.read(x);
    forms.read(y);
    const [a, b] = [forms.letters[x], forms.letters[y]];
    const [short, long] = a.length < b.length ? [a, b] : [b, a];
    if (/^\p{Script=Han}+$/u.test(short)) {
      let at = 0;
      for (const character of long) if (short.startsWith(character, at)) at += character.length;
      return at >= short.length;
    }
    return short.length >= shortest && long.startsWith(short);
  }

  private find(x: number, y: number): number {
    const { forms, known, likes } = this;
    const { signs, letters: lettersOf } = forms;
    const a = lettersOf[x];
    const b = lettersOf[y];
    if (a === b) return sameLetters * this.worthOf(a);
    if (signs[4 * x + 1] & signs[4 * y + 1] & isAnd) return bothAnd;
    const first = Math.min(x, y);
    const second = Math.max(x, y);
    const number = known.find(first, second);
    if (number >= 0) return likes[number];
    const letters = alikeForms(a, b);
    const like = signs[4 * x] === signs[4 * y] && letters < sameStem ? sameStem : letters;
    if (known.size < maxPairs) likes[known.add(first, second)] = like;
    return like;
  }
}

/** Words by their numbers, with what is compared of each; see `Forms`. */
export interface WordRow {
  ids: ArrayLike<number>;
  signs: Int32Array;
}

const unread = -1;
/** A word's length up to this, and whether it is “and”, in one number. */
const lengthBits = 127;
const isAnd = 128;
/** How many letters of a word may change, by its length, so that it is still alike. */
const editsOf = Uint8Array.from({ length: lengthBits + 1 }, (_, length) => {
  let edits = 0;
  while (edits < length && 1 - (edits + 1) / length >= minLikeness) edits++;
  return edits;
});

/** What is compared of each word, found when it is first asked for. */
class Forms {
  /** In lower case and without accents. */
  readonly letters: string[];
  /**
   * Four numbers for each word, which are compared fast: one that words with the same stem have, or with the
   * same letters where no stem is known; its length, with `isAnd`; how many classes of letters it has; and
   * which, a bit for each of 32.
   */
  readonly signs: Int32Array;
  private readonly kin = new Map<string, number>();

  constructor(
    private readonly names: readonly string[],
    private readonly language: string,
  ) {
    this.letters = new Array(names.length);
    this.signs = new Int32Array(4 * names.length).fill(unread);
  }

  read(id: number): void {
    if (this.signs[4 * id] !== unread) return;
    const letters = letterForm(this.names[id]);
    const classes = classesOf(letters);
    const key = this.stemOf(letters) ?? `\0${letters}`;
    const kin = this.kin.get(key) ?? this.kin.size;
    this.kin.set(key, kin);
    this.letters[id] = letters;
    const length = Math.min(letters.length, lengthBits);
    this.signs.set([kin, length | (readsAnd(letters) ? isAnd : 0), bits(classes), classes], 4 * id);
  }

  private stemOf(letters: string): string | null {
    const { language } = this;
    if (language === 'und' || letters.length < shortest) return null;
    return stem(language === 'en' ? modernForm(letters) : letters, language);
  }
}

function classesOf(letters: string): number {
  let classes = 0;
  for (let k = 0; k < letters.length; k++) classes |= 1 << (letters.charCodeAt(k) & 31);
  return classes;
}

/** How many bits of a number of 32 are set. */
function bits(number: number): number {
  let rest = number - ((number >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

const fold = createFold(['case', 'diacritics']);

/** Letters of Hebrew as they are written at the end of a word, and elsewhere. */
const finals: Readonly<Record<string, string>> = { ך: 'כ', ם: 'מ', ן: 'נ', ף: 'פ', ץ: 'צ' };

/** A word for comparing letters: in lower case, without accents, with a plain apostrophe. */
export const letterForm = (name: string): string =>
  fold(name)
    .replace(/[’ʼ]/g, "'")
    .replace(/[ךםןףץ]/g, (letter) => finals[letter]);

/** How much alike the letters of two words are, 0 to 1; 0 for short words, and those that are not alike. */
export const alikeLetters = (x: string, y: string): number =>
  alikeForms(letterForm(x), letterForm(y));

/** The same of words that are ready to be compared; see `letterForm`. */
export function alikeForms(a: string, b: string): number {
  if (a.length < shortest || b.length < shortest) return 0;
  const letters = 1 - distance(a, b) / Math.max(a.length, b.length);
  return letters >= minLikeness ? letters : 0;
}
