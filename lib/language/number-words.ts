import * as cs from 'n2words/cs-CZ';
import * as da from 'n2words/da-DK';
import * as de from 'n2words/de-DE';
import * as el from 'n2words/el-GR';
import * as es from 'n2words/es-ES';
import * as fi from 'n2words/fi-FI';
import * as fr from 'n2words/fr-FR';
import * as hu from 'n2words/hu-HU';
import * as it from 'n2words/it-IT';
import * as nb from 'n2words/nb-NO';
import * as nl from 'n2words/nl-NL';
import * as pl from 'n2words/pl-PL';
import * as pt from 'n2words/pt-PT';
import * as ro from 'n2words/ro-RO';
import * as ru from 'n2words/ru-RU';
import * as sv from 'n2words/sv-SE';
import * as tr from 'n2words/tr-TR';
import { stemmerOf } from './stems';
import { normalise } from './tokens';

interface Spelling {
  toCardinal(value: number): string;
  toOrdinal(value: number): string;
}

/** Languages whose numbers are read as words by a table; English and Chinese have readers of their own. */
const spellings: Readonly<Record<string, Spelling>> = {
  cs,
  da,
  de,
  el,
  es,
  fi,
  fr,
  hu,
  it,
  nb,
  nl,
  nn: nb,
  no: nb,
  pl,
  pt,
  ro,
  ru,
  sv,
  tr,
};

/** Words that are more often something else: Italian “you are”, French “new”, Dutch “attention”. */
const otherwiseUsed: Readonly<Record<string, readonly string[]>> = {
  de: ['acht', 'sieben'],
  fr: ['neuf'],
  hu: ['hat', 'ezer'],
  it: ['sei'],
  nl: ['acht'],
  tr: ['on', 'altı', 'yüz', 'kırk', 'bin'],
};

/** Numbers from 2 to this are read as words, and whole hundreds and thousands beyond it. */
const maxRead = 999;
const maxThousands = 100;

interface NumberTable {
  /** Values by their words, stemmed and joined by spaces. */
  values: ReadonlyMap<string, number>;
  /** Words of the longest number. */
  longest: number;
}

const tables = new Map<string, NumberTable | null>();

const uninflected = new Set(['da', 'de', 'es', 'fr', 'it', 'nb', 'nl', 'nn', 'no', 'pt', 'sv']);

/** Whether a language (a primary subtag) writes nearly all its number words as the table has them. */
export const rarelyInflects = (language: string): boolean => uninflected.has(language);

/**
 * Reads a number that whole words make up, from one on: the longest there is.
 *
 * @param words in lower case.
 * @param language a primary subtag.
 * @returns the value and how many words it took; null where the first word is not a number.
 */
export function readNumberWords(
  words: readonly string[],
  from: number,
  language: string,
): { value: number; length: number } | null {
  const table = tableOf(language);
  if (!table) return null;
  const parts: string[] = [];
  let read: { value: number; length: number } | null = null;
  for (let at = from; at < words.length && parts.length < table.longest; at++) {
    parts.push(...partsOf(words[at], language));
    const value = table.values.get(parts.join(' '));
    if (value !== undefined) read = { value, length: at - from + 1 };
  }
  return read;
}

function tableOf(language: string): NumberTable | null {
  const known = tables.get(language);
  if (known !== undefined) return known;
  const spelling = spellings[language];
  const table = spelling ? makeTable(spelling, language) : null;
  tables.set(language, table);
  return table;
}

function makeTable({ toCardinal, toOrdinal }: Spelling, language: string): NumberTable {
  const values = new Map<string, number>();
  const ambiguous = new Set<string>();
  let longest = 0;
  const add = (words: string, value: number) => {
    const parts = partsOf(normalise(words), language);
    const key = parts.join(' ');
    if ((values.get(key) ?? value) !== value) ambiguous.add(key);
    values.set(key, value);
    longest = Math.max(longest, parts.length);
  };
  for (let value = 2; value <= maxRead; value++) add(toCardinal(value), value);
  for (let k = 1; k <= maxThousands; k++) add(toCardinal(k * 1000), k * 1000);
  for (let value = 2; value <= 100; value++) add(toOrdinal(value), value);
  // German: einhundert, and hundert.
  if (language === 'de') {
    for (let value = 100; value < 200; value++) add(toCardinal(value).replace(/^ein/, ''), value);
    add('tausend', 1000);
  }
  // A hundred by itself is counted as cien and cem, and named ciento and cento.
  if (language === 'pt') add('cento', 100);
  if (language === 'es') {
    add('ciento', 100);
    for (const [word, value] of joinedOrdinals(toOrdinal)) add(word, value);
    // In older books, “y” follows hundreds, too.
    for (let value = 101; value <= maxRead; value++) {
      add(toCardinal(value).replace(/ (?!y )/, ' y '), value);
    }
  }
  for (const word of otherwiseUsed[language] ?? [])
    ambiguous.add(partsOf(word, language).join(' '));
  for (const key of ambiguous) values.delete(key);
  return { values, longest };
}

/** Spanish ordinals from 13 to 29 in one word, as they are mostly written: decimocuarto, décimacuarta. */
function* joinedOrdinals(
  toOrdinal: Spelling['toOrdinal'],
): Generator<[word: string, value: number]> {
  for (let value = 13; value < 30; value++) {
    const [tens, units] = toOrdinal(value).split(' ');
    if (!units) continue;
    const stem = tens.slice(0, -1);
    for (const written of [stem, stem.normalize('NFD').replace(/\p{M}/gu, '')]) {
      for (const ending of 'oa') yield [written + ending + units, value];
    }
  }
}

/** A word's parts as stems, so that inflected numbers are known: zweiter, zweites. */
function partsOf(word: string, language: string): string[] {
  const stem = stemmerOf(language);
  return word
    .split(/[\s-]+/)
    .filter(Boolean)
    .map((part) => (stem ? stem(part) : part));
}
