import { attemptLater, InputError } from '../core/errors';
import type { Edition, Segment, Work } from '../edition/model';
import { loadWork } from '../works/load';
import { type Match, matchesIn } from './marks';
import type { Place, SearchIndex } from './search-index';
import type { SegmentQuery } from './segment-query';

/** A segment among hits: what it says, and where what was looked for stands in it. */
export interface FoundSegment {
  id: string;
  label?: string;
  text: string;
  matches: Match[];
}

export interface FoundEdition {
  siglum: string;
  language: string;
  segments: FoundSegment[];
}

/** A place of a work where what was looked for was found, with what each edition has there. */
export interface Hit {
  work: string;
  title: string;
  row: number;
  /** The edition it was found in. */
  siglum: string;
  /** The segment it was found in. */
  segment: string;
  /** In the work's order. */
  editions: FoundEdition[];
}

export interface ReadPlace {
  work: Work;
  edition: Edition;
  segment: Segment;
}

export type PlaceReader = (place: Place) => Promise<ReadPlace | null>;

/** Reads what stands at places; nothing where the text has changed since it was indexed. */
export function createReader(index: SearchIndex, folder: string): PlaceReader {
  const works = new Map<number, Work | null>();
  const load = async (id: number): Promise<Work | null> => {
    const slug = await index.slugOf(id);
    if (slug === null) return null;
    const found = await attemptLater(() => loadWork(slug, folder));
    return found instanceof InputError ? null : found.work;
  };
  return async ({ work: id, siglum, place, name }) => {
    if (!works.has(id)) works.set(id, await load(id));
    const work = works.get(id);
    const edition = work?.editions.find((each) => each.siglum === siglum);
    const segment = edition?.segments[place];
    return work && edition && segment?.id === name ? { work, edition, segment } : null;
  };
}

/** A hit with what each edition has in its row; none where the text has changed since. */
export async function readHit(
  index: SearchIndex,
  place: Place,
  queries: ReadonlyMap<string, SegmentQuery>,
  read: PlaceReader,
): Promise<Hit[]> {
  const own = await read(place);
  if (!own) return [];
  const { work } = own;
  const row = await index.rowOf(place);
  const stands = await Promise.all(row.map(read));
  const editions = work.editions.flatMap((edition): FoundEdition[] => {
    const query = queries.get(edition.siglum) ?? queries.get('');
    const segments = row
      .map(({ siglum }, at) => ({ siglum, segment: stands[at]?.segment }))
      .filter(({ siglum }) => siglum === edition.siglum)
      .flatMap(({ segment }): FoundSegment[] => {
        if (!segment) return [];
        const { id, label, text } = segment;
        const matches = query ? matchesIn(text, query) : [];
        return [{ id, ...(label ? { label } : {}), text, matches }];
      });
    return segments.length > 0
      ? [{ siglum: edition.siglum, language: edition.language, segments }]
      : [];
  });
  const { slug, title } = work;
  return [
    { work: slug, title, row: place.row, siglum: place.siglum, segment: place.name, editions },
  ];
}
