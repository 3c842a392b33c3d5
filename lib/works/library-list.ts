import { readdirSync } from 'node:fs';
import path from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import { libraryFolder } from '../core/config';
import { attempt, InputError } from '../core/errors';
import { stemOf } from '../core/files';
import { processWide } from '../core/process-wide';
import { changeOf, isEditionFile, isFresh, type Look, listWorks } from './list-works';
import { readWorkFile } from './load';
import { workStamp } from './stamp';

// What lists of a library show is read from the small `work.json` of each work. Texts are read for
// the works that are shown, so that a library of thousands is listed as soon as one of ten.

/** A work as it is listed. */
export interface ListedWork {
  slug: string;
  /** The slug, where `work.json` is missing or cannot be read. */
  title: string;
  author?: string;
  date?: string;
  /** Of its editions, as their files are called. */
  sigla: string[];
}

export const listOrders = ['slug', 'title', 'author', 'date'] as const;
export type ListOrder = (typeof listOrders)[number];

/** Works looked at in one go; others are served between. */
const batch = 200;

const known = processWide('library lists', () => ({
  looks: new Map<string, Look<Promise<ReadonlyMap<string, string>>>>(),
  /** Works as listed, by library and slug, each with the state that it was read in. */
  works: new Map<string, { stamp: string; listed: ListedWork }>(),
}));

/**
 * The state of each work of a library, by slug. A large library is not looked at for each who asks:
 * what has just been saved is then seen a moment later.
 *
 * @throws InputError where the library cannot be read.
 */
export function libraryStamps(folder = libraryFolder()): Promise<ReadonlyMap<string, string>> {
  const before = known.looks.get(folder);
  // One that is still being taken has no end yet, and is shared by all who ask meanwhile.
  if (before && isFresh(before, folder)) return before.found;
  const began = performance.now();
  const taken = { at: began, took: Number.POSITIVE_INFINITY, changed: changeOf(folder) };
  const now = { ...taken, found: look(folder) };
  known.looks.set(folder, now);
  now.found.then(
    () => {
      now.at = performance.now();
      now.took = now.at - began;
    },
    () => known.looks.delete(folder),
  );
  return now.found;
}

async function look(folder: string): Promise<ReadonlyMap<string, string>> {
  const stamps = new Map<string, string>();
  for (const [k, slug] of listWorks(folder).entries()) {
    if (k % batch === batch - 1) await breathe();
    const stamp = workStamp(slug, folder);
    if (stamp) stamps.set(slug, stamp);
  }
  return stamps;
}

/** The works of a library in order of slug. @throws InputError where the library cannot be read. */
export async function listLibrary(folder = libraryFolder()): Promise<ListedWork[]> {
  const list: ListedWork[] = [];
  let read = 0;
  for (const [slug, stamp] of await libraryStamps(folder)) {
    const key = path.join(folder, slug);
    let work = known.works.get(key);
    if (work?.stamp !== stamp) {
      if (++read % batch === 0) await breathe();
      work = { stamp, listed: readListed(folder, slug) };
      known.works.set(key, work);
    }
    list.push(work.listed);
  }
  return list;
}

function readListed(folder: string, slug: string): ListedWork {
  const home = path.join(folder, slug);
  const file = attempt(() => readWorkFile(home, slug));
  const {
    title,
    author,
    date,
    package: packaged,
  } = file instanceof InputError ? { title: slug } : file;
  const files = attempt(() =>
    readdirSync(home)
      .filter(isEditionFile)
      .map((name) => stemOf(name).normalize('NFC')),
  );
  const sigla = [
    ...(files instanceof InputError ? [] : files),
    ...Object.keys(packaged?.editions ?? {}),
  ];
  return { slug, title, author, date, sigla: [...new Set(sigla)].sort() };
}

/**
 * The works that have all the words of a query in their title, author, date or slug, in order.
 *
 * @param locale by which names are ordered.
 */
export function chooseWorks(
  works: readonly ListedWork[],
  query: string,
  order: ListOrder,
  locale: string,
): ListedWork[] {
  const words = folded(query).split(/\s+/).filter(Boolean);
  const found = works.filter(({ slug, title, author = '', date = '' }) => {
    const text = folded(`${slug} ${title} ${author} ${date}`);
    return words.every((word) => text.includes(word));
  });
  if (order === 'slug') return found;
  const { compare } = new Intl.Collator(locale, { numeric: true });
  // Works of which that is not known come last.
  const rank =
    order === 'date'
      ? (x: ListedWork, y: ListedWork) => yearOf(x) - yearOf(y)
      : (x: ListedWork, y: ListedWork) => compare(x[order] ?? last, y[order] ?? last);
  return found.sort((x, y) => rank(x, y) || compare(x.title, y.title));
}

const last = '\u{10ffff}';

/** Years before our era are negative. */
const yearOf = ({ date }: ListedWork): number => (date ? Number.parseInt(date, 10) : 10_000);

const folded = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
