import { InputError } from '../core/errors';

export const dictionaryFormats = ['dictd', 'stardict', 'tei', 'tsv'] as const;
export type DictionaryFormat = (typeof dictionaryFormats)[number];

/** A bilingual dictionary as it lies on disk. */
export interface DictionaryFile {
  /** Its name without endings: `freedict-eng-fra`. */
  name: string;
  format: DictionaryFormat;
  /** Full path of its main file. */
  file: string;
  /** Primary language tags (BCP 47). */
  from: string;
  to: string;
  /** Bytes of all its files. */
  bytes: number;
  /** Changes when its files do. */
  stamp: string;
}

/** A headword and the expressions that render it, as short as the dictionary gives them. */
export interface DictionaryEntry {
  head: string;
  renderings: string[];
}

/** What a dictionary says, with what it says of itself. */
export interface ParsedDictionary {
  title?: string;
  licence?: string;
  entries: DictionaryEntry[];
}

/** Bytes that a dictionary may have, unpacked. */
export const largestDictionary = 256 * 1024 * 1024;
/** Entries that a dictionary may have. */
export const maxEntries = 2_000_000;

export const tooLarge = (file: string): InputError =>
  new InputError('the dictionary is too large', {
    code: 'too-large',
    file,
    remedy: `give one of at most ${largestDictionary / 1024 / 1024} MB and ${maxEntries} entries`,
  });
