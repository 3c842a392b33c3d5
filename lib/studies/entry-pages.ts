import type { ApparatusEntry } from '../collate/apparatus-entry';
import { columnPlaces } from '../collate/token-places';
import type { Edition } from '../edition/model';
import { createPageFinder } from '../edition/page-images';
import type { CollatedRow } from '../formats/prepared';

/** The page of a witness that an entry is on; there is a picture of it. */
export interface EntryPage {
  siglum: string;
  /** As its mark names it. */
  page: string;
}

/** Finds the pages of the entries of a collation: first by place, then by entry. None for editions without pictures. */
export function createEntryPages(
  editions: readonly Edition[],
): (row: CollatedRow) => (entry: Pick<ApparatusEntry, 'columns'>) => EntryPage[] {
  const finders = editions
    .filter(({ images }) => images)
    .map((edition) => ({ siglum: edition.siglum, find: createPageFinder(edition) }));
  return ({ collation, segments }) => {
    if (finders.length === 0) return () => [];
    const places = columnPlaces(collation, segments);
    return ({ columns: [from, to] }) =>
      finders.flatMap(({ siglum, find }) => {
        const own = places[collation.witnesses.indexOf(siglum)] ?? [];
        // What a witness leaves out is missing on the page of the word before.
        const place =
          own.slice(from, to).find((each) => each !== null) ??
          own.slice(0, from).findLast((each) => each !== null) ??
          own.slice(to).find((each) => each !== null);
        const page = place ? find(place.segment, place.start) : null;
        return page === null ? [] : [{ siglum, page }];
      });
  };
}
