/**
 * The words of the project as types: a work, its editions, their segments.
 *
 * Everything here is plain data, so that it can be cached, sent to a worker or
 * written as JSON without conversion.
 */
import { keeping } from '../core/memo';
import type { ApparatusForm } from './apparatus-form';
import type { CollationEdit } from './collation-edits';
import type { Dismissal } from './dismissals';
import type { Pronunciation } from './pronunciations';
import type { Rule, RuleSet } from './regularisation';
import type { Term } from './terms';

export const editionKinds = [
  'original',
  'translation',
  'back-translation',
  'revision',
  'transcription',
] as const;
export type EditionKind = (typeof editionKinds)[number];

export type SegmentKind = 'paragraph' | 'heading' | 'item' | 'verse' | 'footnote' | 'row';

/** What is known of an edition besides its text. Dates are ISO 8601, as exact as they are known. */
export interface EditionMetadata {
  siglum: string;
  /** BCP 47. */
  language: string;
  title: string;
  kind: EditionKind;
  /** The siglum of the edition this one was made from. */
  basedOn: string | null;
  author?: string;
  translator?: string;
  date?: string;
  source?: string;
  url?: string;
  licence?: string;
  description?: string;
  /** The heading an archive files it under: "Speeches/Documents". */
  category?: string;
  /** A plain word to readers about what this text is and is not; shown beside it. */
  notice?: string;
  /**
   * Pictures of its pages, by the number that the mark of a page has: the address of a picture, or of a service
   * of the IIIF Image API.
   */
  images?: Record<string, string>;
  /**
   * What its editor says of its ends: that its text has lost its `start` or `end`, or that nothing is lost
   * (`none`) and what it does not have is left out. Found by the collation where nothing is said.
   */
  lacunae?: 'none' | ('start' | 'end')[];
}

export const spanKinds = [
  'emphasis',
  'strong',
  'editorial',
  'foreign',
  'link',
  'note',
  'code',
  'deleted',
  'ruby',
  'page',
] as const;

/**
 * A stretch of a segment's text that is marked; offsets are UTF-16, end exclusive. A `note` and a
 * `page` mark a place: they have no length.
 */
export interface Span {
  kind: (typeof spanKinds)[number];
  start: number;
  end: number;
  /** For `foreign`: the language of the words, BCP 47. */
  language?: string;
  /**
   * For `link`: its target. For `note`: the label of the footnote. For `ruby`: the reading that
   * stands over the text. For `page`: the number of the page that begins here, as written.
   */
  target?: string;
}

/** Where a segment stands in its source; lines and columns count from 1. */
export interface Position {
  line: number;
  column: number;
  endLine: number;
  /** UTF-16 offsets in the file, end exclusive. */
  start: number;
  end: number;
}

export interface Segment {
  /** Stable as long as this segment's own text stands, whatever happens to its neighbours. */
  id: string;
  kind: SegmentKind;
  /** Heading depth, 1 to 6. */
  level?: number;
  /** The number the text gives it, as written: "(1)", "2.". Not part of `text`. */
  label?: string;
  text: string;
  spans: Span[];
  position?: Position;
}

/** Words or other content of a source that are not in the edition. */
export interface Omission {
  /** In the plural: “page numbers”. */
  what: string;
  count: number;
  /** The words that are left out, each stretch with its line where the source has lines. */
  words: { line?: number; text: string }[];
}

/** Something a reader of a file should report; never a reason to stop. */
export interface Warning {
  line?: number;
  message: string;
  /** Set where the warning is of content that is not kept. */
  omitted?: Omission;
}

export interface Edition extends EditionMetadata {
  segments: Segment[];
  warnings: Warning[];
}

export interface WorkMetadata {
  slug: string;
  title: string;
  author?: string;
  date?: string;
  description?: string;
  /** The siglum the others are compared with unless the reader picks another. */
  base: string;
  /** Sigla in the order they are shown. */
  order: string[];
  /** Names that mean the same in this work, in groups: ["Lushun", "Port Arthur"]. */
  names?: string[][];
  /** How its apparatus is printed; positive unless it says otherwise. */
  apparatus?: ApparatusForm;
}

/**
 * What a person confirmed between two editions: these segments correspond, and to no others. For
 * sentences the same, by their ids; see `sentenceId`.
 */
export interface Correction {
  editions: [string, string];
  /** Ids of segments of the first edition, in order; none where the second stands alone. */
  a: string[];
  b: string[];
  /** When it was confirmed, ISO 8601. */
  date?: string;
}

/** Where a person says that a sentence begins (`cut`), or that none does (`join`). */
export interface SentenceCut {
  /** Siglum. */
  edition: string;
  /** Id of the segment. */
  segment: string;
  /** UTF-16 offset in the segment's text. */
  at: number;
  kind: 'cut' | 'join';
  /** ISO 8601. */
  date?: string;
}

export interface Work extends WorkMetadata {
  editions: Edition[];
  /** What people have confirmed about which segments correspond. */
  corrections: Correction[];
  /** The same of sentences. */
  sentenceLinks?: Correction[];
  /** Where people have cut sentences otherwise than the rules do. */
  sentenceCuts?: SentenceCut[];
  /** Words that are compared as others in its collations. */
  rules?: Rule[];
  /** Those of its library, which hold where it has none of its own. */
  libraryRules?: Rule[];
  /** Ready sets of such rules. */
  ruleSets?: RuleSet[];
  /** What its terms are to be rendered by. */
  terms?: Term[];
  /** What people have changed in its collations. */
  collationEdits?: CollationEdit[];
  /** What people have dismissed from its check lists. */
  dismissals?: Dismissal[];
  /** How people say that Chinese characters of its editions are read. */
  pronunciations?: Pronunciation[];
}

/** The base language of a BCP 47 tag: `zh-Hant` → `zh`. */
export function primaryLanguage(tag: string): string {
  return tag.split('-', 1)[0].toLowerCase();
}

/**
 * Older, younger and regional relatives of a language that are written by its rules: how words are cut,
 * folded and spelled. ICU and CLDR have no rules of their own for them.
 */
const relatives: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    ar: 'aeb acm acw afb ajp apc apd arb arq ars ary arz ayn',
    de: 'bar gmh goh gsw nds',
    el: 'cpg gmy grc gkm pnt',
    en: 'ang enm sco',
    fa: 'pes prs',
    fr: 'frm fro',
    he: 'hbo iw',
    ja: 'ojp',
    sa: 'pi vsn',
  }).flatMap(([language, others]) => others.split(' ').map((other) => [other, language])),
);

/** Chinese characters, in the names that CLDR has for the ways to write them. */
const chineseScripts = new Set(['Hans', 'Hant', 'Hani']);

/**
 * Whether a language is written in Chinese characters alone: modern, literary (`lzh`) or regional
 * Chinese (`yue`, `wuu`, `nan`, `hak`, …), by CLDR's likely scripts; not Pinyin (`zh-Latn`).
 */
export function isChinese(tag: string): boolean {
  try {
    return chineseScripts.has(likelyScript(tag));
  } catch {
    // What is not a language tag.
    return false;
  }
}

/** More tags than any library has. */
const maxTags = 1000;

/** The script that a language is usually written in; empty where that is not known. @throws RangeError for what is not a tag. */
const likelyScript = keeping((tag) => new Intl.Locale(tag).maximize().script ?? '', maxTags);

/** The language by whose rules a text is read: `lzh` and `yue` → `zh`, `grc` → `el`, `de-AT` → `de`. */
export const languageFamily = keeping((tag): string => {
  const primary = primaryLanguage(tag);
  return isChinese(tag) ? 'zh' : (relatives[primary] ?? primary);
}, maxTags);

/**
 * The language that a text is compared in, word by word: all Chinese is one, as its readers compare it by
 * its characters; Ancient Greek and Greek are two.
 */
export const comparedLanguage = (tag: string): string =>
  languageFamily(tag) === 'zh' ? 'zh' : primaryLanguage(tag);

/** Scripts written from right to left (Unicode's Bidi_Class R and AL) that are in use today. */
const rightToLeft = new Set('Adlm Arab Hebr Mand Mend Nkoo Rohg Samr Syrc Thaa Yezi'.split(' '));

/**
 * By the script of a language. ICU's own `textInfo` is not used: it goes by the language alone, and
 * has `az-Arab` and `dv` from left to right.
 *
 * @returns `rtl` for a language that is written from right to left, else `ltr`.
 */
export function direction(tag: string): 'ltr' | 'rtl' {
  return rightToLeft.has(likelyScript(tag)) ? 'rtl' : 'ltr';
}

/** Whether two editions can be compared word by word. */
export function sameLanguage(a: { language: string }, b: { language: string }): boolean {
  return comparedLanguage(a.language) === comparedLanguage(b.language);
}
