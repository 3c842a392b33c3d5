/** How a work is set on pages. */
export const printLayouts = ['columns', 'pages', 'interleaved', 'apparatus', 'edition'] as const;
/**
 * `columns`: editions side by side; `pages`: two editions on facing pages; `interleaved`: one under the
 * other; `apparatus`: one text, the readings of the others at the foot of its pages; `edition`: one
 * edition alone.
 */
export type PrintLayout = (typeof printLayouts)[number];

export const paperSizes = ['a4', 'a5', 'letter'] as const;
export type PaperSize = (typeof paperSizes)[number];

export interface PrintOptions {
  /** By default `edition` for one edition, `columns` for several. */
  layout?: PrintLayout;
  /** A4 by default. */
  paper?: PaperSize;
}

/** Width and height in millimetres. Source: ISO 216; ANSI/ASME Y14.1. */
export const paperMillimetres: Record<PaperSize, [number, number]> = {
  a4: [210, 297],
  a5: [148, 210],
  letter: [215.9, 279.4],
};

/** Words of a line, or an element around words. Plain data: the template of the pages reads it as JSON. */
export type PrintedInline =
  | string
  | { k: 'break' }
  /** A place where words of others are left out. */
  | { k: 'omission' }
  | { k: 'emphasis' | 'strong' | 'deleted' | 'code' | 'editorial'; c: PrintedInline[] }
  | { k: 'insert' | 'delete' | 'replace' | 'move'; c: PrintedInline[] }
  | { k: 'link'; to: string; c: PrintedInline[] }
  | { k: 'ruby'; over: string; c: PrintedInline[] }
  /** The number that a text gives a paragraph, or the page of its source that begins. */
  | { k: 'label' | 'page'; text: string }
  /** A note at the foot of the page; one that stands there already is only referred to. */
  | { k: 'note'; mark: string; c: PrintedInline[] }
  | { k: 'reference'; mark: string }
  /** An entry of the apparatus at the foot of the page. */
  | { k: 'entry'; lemma: PrintedInline[]; c: PrintedInline[] }
  | { k: 'siglum'; text: string };

export type PrintedBlock =
  | { kind: 'paragraph' | 'item' | 'verse' | 'note'; c: PrintedInline[] }
  /** The levels of a text begin at 1 and have no gaps. */
  | { kind: 'heading'; level: number; c: PrintedInline[] }
  /** Cells of rows that stand together. */
  | { kind: 'table'; rows: PrintedInline[][][] };

export interface PrintedEdition {
  siglum: string;
  title: string;
  /** Subtags of its language: ISO 639 and ISO 3166. */
  lang: string;
  region: string | null;
  rtl: boolean;
  /** Whether emphasis is shown by dots, as in Chinese and Japanese. */
  dots: boolean;
  /** By how many characters paragraphs of a running text are indented. */
  indent: number;
  about: [term: string, value: string][];
  notice: string | null;
}

/** Blocks of each edition, in the order of editions. */
export type PrintedRow = PrintedBlock[][];

/** A text with its apparatus; its base is an index of `editions`. */
export interface PrintedText {
  title: string | null;
  base: number;
  blocks: PrintedBlock[];
}

/** All that the pages show. */
export interface PrintedDocument {
  layout: PrintLayout;
  paper: { name: PaperSize; width: number; height: number; landscape: boolean };
  title: string;
  authors: string[];
  byline: string;
  description: string;
  editions: PrintedEdition[];
  /** Index of the edition whose headings lead through the document. */
  base: number;
  /** What stands between a term and its value. */
  colon: string;
  /** What the marks mean; nothing where nothing is marked. */
  legend: PrintedInline[];
  rows: PrintedRow[];
  texts: PrintedText[];
}
