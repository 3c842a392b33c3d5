import { z } from 'zod';
import type { LaidRow } from '../align/layout';
import { contentHash } from '../core/hash';
import { once } from '../core/memo';
import { dictionariesMark } from '../dictionaries/dictionaries';
import type { Edition, Work } from '../edition/model';
import type { SiteFile } from './site-file';

/** Files of a site that are made together, and only where what they are made from has changed. */
export interface SitePart {
  name: string;
  /** Another whenever the files would be. */
  key: () => string;
  files: () => AsyncIterable<SiteFile> | Iterable<SiteFile>;
  /** Whether it takes long to make, and cannot be divided: it is begun first. */
  isLong?: boolean;
}

/** What a part was made from, and its files with their sizes in bytes. */
export const madePartSchema = z.object({
  key: z.string(),
  files: z.record(z.string(), z.number()),
});
export type MadePart = z.infer<typeof madePartSchema>;

/** A key made of all that bears on a part. */
export const partKey = (...of: readonly unknown[]): string =>
  contentHash(JSON.stringify(of), 'strong');

/** What the parts of a work are made from, each as a key; made when it is asked for. */
export interface WorkKeys {
  /** An edition, with all that is known of it. */
  edition: (edition: Edition) => string;
  /** The work but for the texts of its editions. */
  known: () => string;
  /** All of the work, with what helps to align it. */
  whole: () => string;
}

/** Rows of a layout as a key takes them: all that is shown of them, by whatever they were aligned. */
export const rowsShown = (
  editions: readonly Edition[],
  rows: readonly LaidRow[],
): readonly unknown[] =>
  rows.map(({ number, cells }) => [
    number,
    cells.map(({ indices, moved, division }, shown) => [
      moved,
      division,
      // Where a segment stands in its file is not shown, and another wherever the text before it is.
      indices.map((index) => ({ ...editions[shown].segments[index], position: undefined })),
    ]),
  ]);

export function workKeys(work: Work): WorkKeys {
  const editions = new Map(work.editions.map((each) => [each, once(() => partKey(each))]));
  const edition = (each: Edition) => editions.get(each)?.() ?? partKey(each);
  const known = once(() =>
    partKey({
      ...work,
      editions: work.editions.map(({ segments, warnings, ...metadata }) => metadata),
    }),
  );
  const languages = [...new Set(work.editions.map(({ language }) => language))];
  const whole = once(() => {
    const dictionaries = languages.flatMap((a, k) =>
      languages.slice(k + 1).map((b) => dictionariesMark(a, b)),
    );
    return partKey(known(), work.editions.map(edition), dictionaries);
  });
  return { edition, known, whole };
}
