import { apparatus } from '../collate/apparatus';
import { createClassifier } from '../collate/kinds';
import { asWritten } from '../collate/regularise';
import { compareRows, markedBases } from '../compare/compare-rows';
import { layOut } from '../compare/layout';
import { outlineOf } from '../compare/outline';
import { InputError } from '../core/errors';
import type { ApparatusForm } from '../edition/apparatus-form';
import type { Edition, Warning, Work } from '../edition/model';
import { englishLabels } from '../formats/labels';
import { unfit } from '../formats/pdf/layouts-for';
import type { CollatedRow, ExportedWork } from '../formats/prepared';
import { findEdition } from '../works/load';
import { placeNotes, readNotes } from '../works/notes';
import { withPronunciations } from '../works/pronunciations';
import { collateWork, collationGroups } from './collation';
import {
  type ExportFormat,
  type ExportOptions,
  type Form,
  forms,
  type Written,
} from './export-forms';
import { exportLosses } from './export-losses';

/** A work in the form of another tool, and what that form cannot hold of it. */
export interface Exported {
  /** Text, or the bytes of a file. */
  written: Written;
  warnings: Warning[];
}

/**
 * A work in the form of another tool: text, or the bytes of a file.
 *
 * @param sigla the editions, in order; all of them by default. The first that is the work's base,
 *   or else the first, is the one the others are aligned with.
 * @param options how pages are set, in forms that have pages.
 * @throws InputError for editions that are not there, and forms that need more of them.
 */
export async function exportWork(...asked: Parameters<typeof exportReported>): Promise<Written> {
  return (await exportReported(...asked)).written;
}

/** As `exportWork`, with what the form cannot hold. */
export async function exportReported(
  asked: Work,
  format: ExportFormat,
  sigla: readonly string[] = asked.order,
  folder?: string,
  options: ExportOptions = {},
): Promise<Exported> {
  const work = withPronunciations(asked);
  const form: Form = forms[format];
  const editions = [...new Set(sigla)].map((siglum) => findEdition(work, siglum));
  if (editions.length < (form.least ?? 1)) {
    throw new InputError(`${editions.length} editions are too few for ${format}`, {
      remedy: 'choose more of them',
    });
  }
  const layoutOf = options.layout ?? form.layouts?.[0];
  if (options.layout && !form.layouts?.includes(options.layout)) {
    throw new InputError(`${format} has no layout “${options.layout}”`, {
      remedy: form.layouts ? `choose from ${form.layouts.join(', ')}` : 'leave it out',
    });
  }
  const isApparatus = layoutOf === 'apparatus';
  const misfit = isApparatus ? unfit('apparatus', editions) : null;
  if (misfit) throw new InputError(misfit.message, { remedy: misfit.remedy });
  const base = editions.find(({ siglum }) => siglum === work.base) ?? editions[0];
  const layout = await layOut(work, editions, base);
  const against = form.marks ? layout.against : editions.map(() => null);
  const wantsApparatus = form.written || isApparatus;
  const rows = compareRows({ ...layout, against }, layout.rows, work.names);
  const exported = {
    work,
    editions,
    base,
    rows,
    bases: markedBases({ ...layout, against }, rows),
    labels: options.labels ?? englishLabels,
    outline: outlineOf(editions, base, layout.rows),
    notes: placeNotes(work, readNotes(work.slug, folder).value),
    apparatus: wantsApparatus ? await apparatusOf(work, editions, base, form) : [],
  };
  return {
    written: await form.write(exported, options),
    // A text with its apparatus keeps the same in Word as in LaTeX.
    warnings: exportLosses(isApparatus && format === 'docx' ? 'latex' : format, editions, rows),
  };
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
    const write = rowWriter(group.base, work.apparatus?.lemma);
    found.push({
      language: group.base.language,
      base: group.base.siglum,
      rows: written ? rows.map(write) : rows,
    });
  }
  return found;
}

/** Makes the writer of rows whose entries have all readings as written, with the class of the rule where there is one. */
function rowWriter(
  { siglum, language }: Edition,
  lemma?: ApparatusForm['lemma'],
): (row: CollatedRow) => CollatedRow {
  const classify = createClassifier({ language });
  return (row) => {
    const collation = asWritten(row.collation);
    const parts = apparatus(collation, collation.witnesses.indexOf(siglum), classify, {
      lemma,
      around: row.around,
      dividesOmissions: true,
      decisions: row.decisions,
    });
    return { ...row, collation, parts };
  };
}
