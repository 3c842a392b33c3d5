import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { contentHash } from '../core/hash';
import { dictionariesMark } from '../dictionaries/dictionaries';
import type { Edition, Work } from '../edition/model';
import type { SiteFile } from './site-file';

/** Files of a site that are made together, and only where what they are made from has changed. */
export interface SitePart {
  name: string;
  /** Another whenever the files would be. */
  key: string;
  files: () => AsyncIterable<SiteFile> | Iterable<SiteFile>;
}

/** What a part was made from, and its files with their sizes in bytes. */
export const madePartSchema = z.object({
  key: z.string(),
  files: z.record(z.string(), z.number()),
});
export type MadePart = z.infer<typeof madePartSchema>;

/** The state of the program: the bundle that it runs from is named by its contents. */
const program = path.basename(fileURLToPath(import.meta.url));

/** A key made of all that bears on a part. */
export const partKey = (...of: readonly unknown[]): string =>
  contentHash(JSON.stringify([program, ...of]), 'strong');

/** What the parts of a work are made from, each as a key. */
export interface WorkKeys {
  /** An edition, with all that is known of it. */
  edition: (edition: Edition) => string;
  /** The work but for the texts of its editions. */
  known: string;
  /** All of the work, with what helps to align it. */
  whole: string;
}

export function workKeys(work: Work): WorkKeys {
  const keys = new Map(work.editions.map((edition) => [edition, partKey(edition)]));
  const known = partKey({
    ...work,
    editions: work.editions.map(({ segments, warnings, ...metadata }) => metadata),
  });
  const languages = [...new Set(work.editions.map(({ language }) => language))];
  const dictionaries = languages.flatMap((a, k) =>
    languages.slice(k + 1).map((b) => dictionariesMark(a, b)),
  );
  return {
    edition: (edition) => keys.get(edition) ?? partKey(edition),
    known,
    whole: partKey(known, [...keys.values()], dictionaries),
  };
}
