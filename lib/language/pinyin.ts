import { convert, pinyin } from 'pinyin-pro';
import { simplifyInPlace } from './chinese';
import { chineseWords } from './chinese-words';
import { type DictionaryEntry, dictionary } from './lexicon';
import { readAlone, readSurname, readTogether } from './polyphones';

/** Chinese characters and how they are read where they stand; UTF-16 offsets. */
export interface Reading {
  start: number;
  end: number;
  pinyin: string;
}

/**
 * The readings of the Chinese characters of a text. pinyin-pro gives each character's reading; words
 * are read as CC-CEDICT has them, and characters that stand alone by what is beside them. Traditional
 * characters are read as their simplified forms are, which the libraries know better.
 */
export function readings(text: string): Reading[] {
  const source = simplifyInPlace(text);
  const found: Reading[] = [];
  let at = 0;
  for (const { origin, pinyin: reading, isZh } of pinyin(source, { type: 'all' })) {
    if (isZh && reading) found.push({ start: at, end: at + origin.length, pinyin: reading });
    at += origin.length;
  }
  // Were the library to drop or join characters, readings would stand over the wrong ones.
  if (at !== text.length) return [];
  const byStart = new Map(found.map((each) => [each.start, each]));
  for (const { index, 0: run } of source.matchAll(/\p{Script=Han}+/gu)) {
    let start = index;
    for (const word of chineseWords(run)) {
      readWord(word, start, source, byStart);
      const surname = readSurname(source.slice(0, start), source.slice(start));
      const first = byStart.get(start);
      if (surname && first) first.pinyin = surname;
      start += word.length;
    }
  }
  return found;
}

/** Verbs with their particle that the dictionary has as other words: 到了 “at last”, 穿着 “dress”. */
const verbsWithParticle = new Set(['到了', '穿着']);

/** Puts right how a word is read, which stands at an offset of the source. */
function readWord(word: string, start: number, source: string, at: Map<number, Reading>): void {
  const characters = [...word];
  if (characters.length === 1) {
    const reading = readAlone(word, source.slice(0, start), source.slice(start + word.length));
    const known = at.get(start);
    if (reading && known) known.pinyin = reading;
    return;
  }
  const places: Reading[] = [];
  let offset = start;
  for (const character of characters) {
    const place = at.get(offset);
    if (!place) return;
    places.push(place);
    offset += character.length;
  }
  const byContext = readTogether(word, source.slice(0, start), source.slice(offset));
  if (byContext) {
    places.forEach((place, k) => {
      place.pinyin = byContext[k];
    });
    return;
  }
  const known = wordReadings(word).filter((each) => each.length === places.length);
  const agrees = (each: readonly string[]) =>
    each.every((syllable, k) => isSameSyllable(syllable, places[k].pinyin, characters[k]));
  if (known.some((each) => /^(?:zhe|le)$/.test(each.at(-1) ?? '')) || verbsWithParticle.has(word)) {
    // A verb with its particle is two words: 背着 is read by what is carried.
    readWord(word.slice(0, -1), start, source, at);
    readWord(word.slice(-1), start + word.length - 1, source, at);
    return;
  }
  if (known.length === 0 || known.some(agrees)) return;
  places.forEach((place, k) => {
    if (!isSameSyllable(known[0][k], place.pinyin, characters[k])) place.pinyin = known[0][k];
  });
}

/** Entries that come last: their reading is that of a name, or of a rare use. */
const rare = /^(?:surname|variant of|old variant|used in|\(old\)|\(literary\)|Taiwan pr)/;

/** The entries of a word, common uses first. */
export function commonFirst(entries: readonly DictionaryEntry[]): DictionaryEntry[] {
  const isRare = ({ pinyin: reading, english }: DictionaryEntry) =>
    Number(/^[A-Z]/.test(reading) || rare.test(english[0] ?? ''));
  return entries.toSorted((x, y) => isRare(x) - isRare(y));
}

/** How the dictionary reads a word, common uses first: syllables with tone marks. */
const wordReadings = (word: string): string[][] =>
  commonFirst(dictionary().bySimplified.get(word) ?? []).map(({ pinyin: numbered }) =>
    // 得 between a verb and its complement is a particle, which CC-CEDICT writes with a tone.
    toneMarks(numbered.toLowerCase().replace(/^(\S+) de2 (\S+)$/, '$1 de5 $2')).split(' '),
  );

/**
 * 一 and 不 change their tones by what follows, which dictionaries do not write; 是 loses its tone in few words
 * only (于是), whatever they say (那是).
 */
const isSameSyllable = (a: string, b: string, character: string): boolean =>
  a === b || (/[一不是]/.test(character) && withoutTones(a) === withoutTones(b));

const withoutTones = (syllable: string): string => syllable.normalize('NFD').replace(/\p{M}/gu, '');

/** The numbered syllables of the dictionary with tone marks: "Zhou1 En1 lai2" → "Zhōu Ēn lái". */
export const toneMarks = (numbered: string): string =>
  numbered
    // In the words of some glosses nothing stands between syllables: "Su1zhou1".
    .replaceAll(/(?<=[1-5])(?=[A-Za-z])/g, ' ')
    .replaceAll(/[A-Za-z:]+[1-5]/g, (syllable) => {
      const marked = convert(syllable.toLowerCase().replace('u:', 'ü').replace('5', ''));
      return /^[A-Z]/.test(syllable) ? marked[0].toUpperCase() + marked.slice(1) : marked;
    });

/** How CC-CEDICT writes a word within a gloss: `個|个[ge4]`, traditional and simplified where they differ. */
const wordInGloss =
  /(\p{Script=Han}[\p{Script=Han}，·]*(?:\|\p{Script=Han}[\p{Script=Han}，·]*)?)\[([\w: ,·-]+)\]/gu;

/** Syllables alone, as in “(Taiwan pr. [ting4])”. */
const syllablesInGloss = /\[((?:[A-Za-z:]+[1-5] ?)+)\]/g;

/** A gloss of CC-CEDICT for readers: “CL:個|个[ge4]” → “classifier: 個|个 (gè)”. */
export const readableGloss = (gloss: string): string =>
  gloss
    .replace(/(?<=^|\()CL:/, 'classifier: ')
    .replace(
      wordInGloss,
      (_, word: string, numbered: string) =>
        `${word} (${toneMarks(numbered.replaceAll(' ,', ','))})`,
    )
    .replace(syllablesInGloss, (_, numbered: string) => toneMarks(numbered))
    .replaceAll(/\),(?=\p{Script=Han})/gu, '), ');
