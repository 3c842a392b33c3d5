import { interleave } from '../align/interleave';
import { joinTexts } from '../language/spacing';
import type { ExportedWork } from './prepared';

/** Sentences that correspond: for each edition, in order, what it has of them. */
export interface Unit {
  /** Number of its row and its own within it: “12-3”. */
  id: string;
  /** Empty where an edition has nothing. */
  texts: string[];
}

/** A work as a translation memory sees it: groups of sentences that correspond. */
export function unitsOf({ rows }: Pick<ExportedWork, 'rows'>): Unit[] {
  return rows.flatMap((row) =>
    interleave(row.cells).map((group, k) => ({
      id: `${row.number}-${k + 1}`,
      texts: group.map((places, column) =>
        joinTexts(
          places.map(({ segment, sentence }) => {
            const compared = row.cells[column].segments[segment];
            const { start, end } = compared.sentences[sentence];
            return compared.segment.text.slice(start, end).trim();
          }),
        ),
      ),
    })),
  );
}
