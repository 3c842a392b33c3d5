import { apparatus } from '../collate/apparatus';
import { createClassifier } from '../collate/kinds';
import { asWritten } from '../collate/regularise';
import { compareRows, markedBases } from '../compare/compare-rows';
import { layOut } from '../compare/layout';
import { outlineOf } from '../compare/outline';
import { InputError } from '../core/errors';
import type { ApparatusForm } from '../edition/apparatus-form';
import type { Edition, Work } from '../edition/model';
import { printedDocument } from '../formats/pdf/prepare';
import type { PrintOptions } from '../formats/pdf/printed';
import type { CollatedRow, ExportedWork } from '../formats/prepared';
import { findEdition } from '../works/load';
import { placeNotes, readNotes } from '../works/notes';
import { collateWork, collationGroups } from './collation';
import { printPdf } from './print-pdf';

type Written = string | Uint8Array;

/** A form that a work is exported in. Its writer is loaded when it is asked for. */
interface Form {
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
  write: (work: ExportedWork, print: PrintOptions) => Promise<Written>;
}

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
    write: async (work) => (await import('../formats/docx/write')).workDocx(work),
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
  json: {
    ending: 'json',
    mediaType: 'application/json',
    write: async (work) => (await import('../formats/json/write')).workJson(work),
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
    write: async (work, print) => printPdf(printedDocument(work, print)),
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

/** Whether a form holds so many editions. */
export function holds(format: ExportFormat, editions: number): boolean {
  const { least = 1, most = Number.POSITIVE_INFINITY }: Form = forms[format];
  return editions >= least && editions <= most;
}

/**
 * A work in the form of another tool: text, or the bytes of a file.
 *
 * @param sigla the editions, in order; all of them by default. The first that is the work's base,
 *   or else the first, is the one the others are aligned with.
 * @param print how pages are set, in forms that have pages.
 * @throws InputError for editions that are not there, and forms that need more of them.
 */
export async function exportWork(
  work: Work,
  format: ExportFormat,
  sigla: readonly string[] = work.order,
  folder?: string,
  print: PrintOptions = {},
): Promise<Written> {
  const form: Form = forms[format];
  const editions = [...new Set(sigla)].map((siglum) => findEdition(work, siglum));
  if (editions.length < (form.least ?? 1)) {
    throw new InputError(`${editions.length} editions are too few for ${format}`, {
      remedy: 'choose more of them',
    });
  }
  const base = editions.find(({ siglum }) => siglum === work.base) ?? editions[0];
  const layout = await layOut(work, editions, base);
  const against = form.marks ? layout.against : editions.map(() => null);
  const wantsApparatus = form.written || print.layout === 'apparatus';
  const rows = compareRows({ ...layout, against }, layout.rows, work.names);
  const exported = {
    work,
    editions,
    base,
    rows,
    bases: markedBases({ ...layout, against }, rows),
    outline: outlineOf(editions, base, layout.rows),
    notes: placeNotes(work, readNotes(work.slug, folder).value),
    apparatus: wantsApparatus ? await apparatusOf(work, editions, base, form) : [],
  };
  return form.write(exported, print);
}

/** The apparatus of each language that has several editions, as the pages of collation show it. */
async function apparatusOf(
  work: Work,
  editions: readonly Edition[],
  base: Edition,
  { written = false }: Form,
): Promise<ExportedWork['apparatus']> {
  const found: ExportedWork['apparatus'] = [];
  for (const group of collationGroups(editions, [base])) {
    const { rows } = await collateWork(work, group.editions, group.base);
    found.push({
      language: group.base.language,
      base: group.base.siglum,
      rows: written ? rows.map((row) => writtenRow(row, group.base, work.apparatus?.lemma)) : rows,
    });
  }
  return found;
}

/** A row whose entries have all readings as written, with the class of the rule where there is one. */
function writtenRow(
  row: CollatedRow,
  { siglum, language }: Edition,
  lemma?: ApparatusForm['lemma'],
): CollatedRow {
  const collation = asWritten(row.collation);
  const base = collation.witnesses.indexOf(siglum);
  const parts = apparatus(collation, base, createClassifier({ language }), {
    lemma,
    omitted: row.omitted,
    dividesOmissions: true,
    decisions: row.decisions,
  });
  return { ...row, collation, parts };
}
