import { createIdentifier } from '../edition/identify';
import { leadingLabel } from '../edition/labels';
import type { FrontMatter } from '../edition/metadata';
import type { Segment, Warning } from '../edition/model';
import type { IngestedDocument } from './document';

/** A column of a parallel text: what it is called, and what is known of it. */
export interface ParallelColumn {
  metadata: FrontMatter;
  warnings?: Warning[];
}

/**
 * Editions of a text that is given side by side: rows of cells, a cell the paragraphs that an
 * edition has at that place. Empty cells are places an edition does not have.
 */
export function parallelDocument(
  columns: readonly ParallelColumn[],
  rows: readonly (readonly string[])[],
): IngestedDocument {
  const identify = columns.map(() => createIdentifier());
  const segments = columns.map((): Segment[] => []);
  const table = rows.map((row) =>
    columns.map((_, column) =>
      paragraphsOf(row[column] ?? '').map((whole) => {
        const label = leadingLabel(whole);
        const text = label ? whole.slice(label.length) : whole;
        segments[column].push({
          id: identify[column]('paragraph', text),
          kind: 'paragraph',
          ...(label ? { label: label.label } : {}),
          text,
          spans: [],
        });
        return segments[column].length - 1;
      }),
    ),
  );
  return {
    editions: columns.map(({ metadata, warnings = [] }, column) => ({
      ...metadata,
      segments: segments[column],
      warnings,
    })),
    rows: table.filter((row) => row.some((cell) => cell.length > 0)),
  };
}

/** Paragraphs of a cell, parted by blank lines. */
function paragraphsOf(cell: string): string[] {
  return cell
    .split(/(?:\r?\n[ \t]*){2,}/)
    .map((text) => text.replace(/[^\S\n]+/g, ' ').trim())
    .filter((text) => text !== '');
}

/** A name as a siglum: letters and digits, what else there is as hyphens. */
export function siglumFrom(name: string, fallback: string): string {
  const made = name
    .normalize('NFC')
    .trim()
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[^\p{L}\p{N}]+|-+$/gu, '')
    .slice(0, 40);
  return made || fallback;
}

/** Sigla made different by a number where they are not. */
export function distinct(sigla: readonly string[]): string[] {
  const used = new Set<string>();
  return sigla.map((siglum) => {
    let made = siglum;
    for (let k = 2; used.has(made); k++) made = `${siglum.slice(0, 36)}-${k}`;
    used.add(made);
    return made;
  });
}
