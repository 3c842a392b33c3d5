import { interleave, type SentenceGroup } from '../align/interleave';
import { joinTexts } from '../language/spacing';
import type { ComparedRow, ExportedWork } from './prepared';

/** Sentences that correspond: for each edition, in order, what it has of them. */
export interface Unit {
  /** Number of its row and its own within it: “12-3”. */
  id: string;
  /** Empty where an edition has nothing. */
  texts: string[];
}

/** Sentences of a row that correspond: for each edition, in order, their places in its cell. */
export interface SentencesAtOnce {
  /** Number of its row and its own within it: “12-3”. */
  id: string;
  row: ComparedRow;
  places: SentenceGroup;
  /** Whether a person has put its row side by side. */
  confirmed: boolean;
}

/** The sentences of a work in groups that correspond. */
export const groupsOf = (rows: readonly ComparedRow[]): SentencesAtOnce[] =>
  rows.flatMap((row) => {
    const confirmed = row.score === 1;
    return withoutGaps(interleave(row.cells), confirmed).map((places, k) => ({
      id: `${row.number}-${k + 1}`,
      row,
      places,
      confirmed,
    }));
  });

/** A work as a translation memory sees it: groups of sentences that correspond. */
export function unitsOf({ rows }: Pick<ExportedWork, 'rows'>): Unit[] {
  return groupsOf(rows).map(({ id, row, places }) => ({
    id,
    texts: places.map((own, column) =>
      joinTexts(
        own.map(({ segment, sentence }) => {
          const compared = row.cells[column].segments[segment];
          const { start, end } = compared.sentences[sentence];
          return compared.segment.text.slice(start, end).trim();
        }),
      ),
    ),
  }));
}

/**
 * Groups of which each lacks what its neighbour has are one: they stand in one row, and so correspond
 * whether or not their sentences are linked.
 *
 * @param confirmed whether the row is certain, as what a person has put side by side is: then no
 *   sentence of it stands alone.
 */
function withoutGaps<Place>(groups: readonly Place[][][], confirmed: boolean): Place[][][] {
  const lacks = (group: readonly Place[][]) => group.some((places) => places.length === 0);
  const merged: Place[][][] = [];
  for (const group of groups) {
    const last = merged.at(-1);
    const fits = last?.some((places, column) => places.length === 0 && group[column].length > 0);
    const joins = confirmed ? lacks(group) || (last && lacks(last)) : fits && lacks(group);
    if (last && joins) {
      merged[merged.length - 1] = last.map((places, column) => [...places, ...group[column]]);
    } else merged.push(group);
  }
  return merged;
}
