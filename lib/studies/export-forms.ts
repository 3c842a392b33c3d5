import { type ApparatusForm, positiveForm } from '../edition/apparatus-form';
import { type ApparatusText, apparatusTexts } from '../formats/collation/apparatus-text';
import type { ExportLabels } from '../formats/labels';
import { printedDocument } from '../formats/pdf/prepare';
import { type PrintLayout, type PrintOptions, printLayouts } from '../formats/pdf/printed';
import type { ExportedWork } from '../formats/prepared';
import { printPdf } from './print-pdf';

/** How it is written. */
export interface ExportOptions extends PrintOptions {
  /** Ends what takes long where nobody waits for it any more. */
  signal?: AbortSignal;
  /** What the file says in words of its own; English by default. */
  labels?: ExportLabels;
}

/** What a form is: text, or the bytes of a file. */
export type Written = string | Uint8Array;

/** A form that a work is exported in. Its writer is loaded when it is asked for. */
export interface Form {
  /** Of the file. */
  ending: string;
  mediaType: string;
  /** How many editions it needs at least. */
  least?: number;
  /** How many it can hold. */
  most?: number;
  /** Whether it shows where editions differ. */
  marks?: boolean;
  /** Whether it has an apparatus, in which readings that rules make equal are kept apart as written. */
  written?: boolean;
  /** The ways in which it can be set, the usual one first, where there are several or it is an apparatus. */
  layouts?: readonly PrintLayout[];
  write: (work: ExportedWork, options: ExportOptions) => Promise<Written>;
}

/** The texts of a work with their apparatus, and its form. */
const writtenApparatus = (work: ExportedWork): [ApparatusText[], ApparatusForm] => [
  apparatusTexts(work),
  work.work.apparatus ?? positiveForm,
];

export const forms = {
  csv: {
    ending: 'csv',
    mediaType: 'text/csv; charset=utf-8',
    write: async (work) => (await import('../formats/csv/write')).workCsv(work),
  },
  docx: {
    ending: 'docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    marks: true,
    layouts: ['columns', 'apparatus'],
    write: async (work, { layout }) =>
      layout === 'apparatus'
        ? (await import('../formats/collation/docx')).collationDocx(...writtenApparatus(work))
        : (await import('../formats/docx/write')).workDocx(work),
  },
  epub: {
    ending: 'epub',
    mediaType: 'application/epub+zip',
    marks: true,
    write: async (work) => (await import('../formats/epub/write')).workEpub(work),
  },
  html: {
    ending: 'html',
    mediaType: 'text/html; charset=utf-8',
    marks: true,
    write: async (work) => (await import('../formats/html/write')).workHtml(work),
  },
  intertext: {
    ending: 'zip',
    mediaType: 'application/zip',
    least: 2,
    write: async (work) => (await import('../formats/intertext/write')).workInterText(work),
  },
  json: {
    ending: 'json',
    mediaType: 'application/json',
    write: async (work) => (await import('../formats/json/write')).workJson(work),
  },
  latex: {
    ending: 'tex',
    mediaType: 'application/x-tex',
    least: 2,
    layouts: ['apparatus'],
    write: async (work) =>
      (await import('../formats/collation/latex')).collationLatex(...writtenApparatus(work)),
  },
  markdown: {
    ending: 'md',
    mediaType: 'text/markdown; charset=utf-8',
    write: async (work) => (await import('../formats/markdown/write')).workMarkdown(work),
  },
  odt: {
    ending: 'odt',
    mediaType: 'application/vnd.oasis.opendocument.text',
    marks: true,
    write: async (work) => (await import('../formats/odt/write')).workOdt(work),
  },
  pdf: {
    ending: 'pdf',
    mediaType: 'application/pdf',
    marks: true,
    layouts: printLayouts,
    write: async (work, { signal, ...print }) => printPdf(printedDocument(work, print), signal),
  },
  tei: {
    ending: 'xml',
    mediaType: 'application/tei+xml',
    written: true,
    write: async (work) => (await import('../formats/tei/write')).workTei(work),
  },
  tmx: {
    ending: 'tmx',
    mediaType: 'application/x-tmx+xml',
    least: 2,
    write: async (work) => (await import('../formats/tmx/write')).workTmx(work),
  },
  xliff: {
    ending: 'xlf',
    mediaType: 'application/xliff+xml',
    least: 2,
    most: 2,
    write: async (work) => (await import('../formats/xliff/write')).workXliff(work),
  },
  xlsx: {
    ending: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: async (work) => (await import('../formats/xlsx/write')).workXlsx(work),
  },
} satisfies Record<string, Form>;

/** The forms in which a work is exported. */
export type ExportFormat = keyof typeof forms;
export const exportFormats = Object.keys(forms) as ExportFormat[];

/** Whether a form can hold that number of editions. */
export function holds(format: ExportFormat, editions: number): boolean {
  const { least = 1, most = Number.POSITIVE_INFINITY }: Form = forms[format];
  return editions >= least && editions <= most;
}
