import type { DifferenceKind } from '../collate/kinds';
import type { ComparedRow } from '../formats/prepared';
import type { NameTable } from '../language/name-table';
import { comparedRows } from './compare-rows';
import type { Layout } from './lay-out-pairs';
import { createRowMarker, type Summary, summaryOfRows } from './marked-rows';

/** Compares all words of a layout once: its rows with their marks, and how much editions differ. */
export function compareLayout(
  layout: Layout,
  names?: NameTable,
  ignore: readonly DifferenceKind[] = [],
): Summary & { rows: ComparedRow[] } {
  const marked = layout.rows.map(createRowMarker(layout, names, ignore));
  return {
    rows: comparedRows(layout, layout.rows, marked),
    ...summaryOfRows(layout.editions.length, marked),
  };
}
