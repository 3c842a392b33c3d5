import { InputError } from '../edition/errors';
import type { Work } from '../edition/model';
import { compareRows } from '../library/comparison';
import { layOut } from '../library/layout';
import { findEdition } from '../library/library';
import { placeNotes, readNotes } from '../library/notes';
import { workCsv } from './formats/csv';
import type { ExportedWork } from './formats/exported';
import { workJson } from './formats/json';
import { workMarkdown } from './formats/markdown';
import { workTei } from './formats/tei';
import { workTmx } from './formats/tmx';

const writers = {
  csv: workCsv,
  json: workJson,
  markdown: workMarkdown,
  tei: workTei,
  tmx: workTmx,
};

/** The forms in which a work is exported. */
export type ExportFormat = keyof typeof writers;
export const exportFormats = Object.keys(writers) as ExportFormat[];

/**
 * A work in the form of another tool.
 *
 * @param sigla the editions, in order; all of them by default. The first that is the work's base,
 *   or else the first, is the one the others are aligned with.
 * @throws InputError for editions that are not there, and forms that need more of them.
 */
export async function exportWork(
  work: Work,
  format: ExportFormat,
  sigla: readonly string[] = work.order,
  folder?: string,
): Promise<string> {
  const editions = [...new Set(sigla)].map((siglum) => findEdition(work, siglum));
  if (editions.length === 0 || (format === 'tmx' && editions.length < 2)) {
    throw new InputError(`${editions.length} editions are too few for ${format}`, {
      remedy: 'choose more of them',
    });
  }
  const base = editions.find(({ siglum }) => siglum === work.base) ?? editions[0];
  const layout = await layOut(work, editions, base);
  const exported: ExportedWork = {
    work,
    editions,
    base,
    rows: compareRows({ ...layout, compared: editions.map(() => false) }, layout.rows, work.names),
    notes: placeNotes(work, readNotes(work.slug, folder).value),
  };
  return writers[format](exported);
}
