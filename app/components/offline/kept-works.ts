/** A work that is kept in this browser for when the network is away. */
export interface KeptWork {
  slug: string;
  title: string;
  /** Pages of the view that is kept, one a section. */
  pages: string[];
  /** The number of the first row of each. */
  starts: number[];
  /** The number of each row, and names of its segments: `siglum.id`. */
  rows: [number: number, ...segments: string[]][];
  /** Bytes of its answers, without compression. */
  size: number;
  /** ISO 8601. */
  kept: string;
  /** Who was signed in, as `readerHere` names them; empty for nobody. */
  reader: string;
}

/** As in `public/sw.js`. */
const prefix = 'variorum-kept:';
const making = 'variorum-making:';
const offlinePage = '/offline';
const listing = `${prefix}/`;

/** Works that are kept, at most. */
export const maxKept = 20;
/** Bytes of one work, at most. */
export const maxSize = 80_000_000;
/** What is older is fetched anew when its reader is here, in milliseconds. */
const staleMs = 24 * 60 * 60 * 1000;

/** Whether this browser can keep pages: only those that come by https, or from this machine. */
export const canKeep = (): boolean => 'serviceWorker' in navigator && 'caches' in window;

const aboutAddress = (slug: string) => `/offline/kept/${slug}`;

export async function keptWork(slug: string): Promise<KeptWork | null> {
  if (!canKeep() || !(await caches.has(prefix + slug))) return null;
  const about = await (await caches.open(prefix + slug)).match(aboutAddress(slug));
  return about ? about.json() : null;
}

export async function keptWorks(): Promise<KeptWork[]> {
  if (!canKeep()) return [];
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== listing);
  const found = await Promise.all(names.map((name) => keptWork(name.slice(prefix.length))));
  return found.filter((each) => each !== null);
}

/** What a reader asks to keep. */
export interface ToKeep {
  slug: string;
  title: string;
  /** Addresses of its pages, and of the rows of each. */
  pages: readonly string[];
  rows: readonly string[];
}

/** Why a work could not be kept. */
export class KeepingError extends Error {
  constructor(readonly reason: 'too-large' | 'too-many' | 'no-answer' | 'gone') {
    super(reason);
  }
}

/**
 * Keeps a work: its pages in the view that is asked for, and what they need. What was kept of it before stands
 * until all of it is here.
 *
 * @param progress the share that is done, 0 to 1.
 * @throws KeepingError
 */
export async function keepWork(
  { slug, title, pages, rows }: ToKeep,
  progress: (share: number) => void = () => {},
): Promise<void> {
  const before = await keptWorks();
  if (before.length >= maxKept && !before.some((each) => each.slug === slug)) {
    throw new KeepingError('too-many');
  }
  const draft = making + slug;
  await caches.delete(draft);
  const cache = await caches.open(draft);
  let size = 0;
  try {
    const keep = async (address: string): Promise<string> => {
      const answer = await fetch(address, { cache: 'no-cache' }).catch(() => null);
      if (answer && notForReader.includes(answer.status)) throw new KeepingError('gone');
      if (!answer?.ok || answer.redirected) throw new KeepingError('no-answer');
      const copy = answer.clone();
      const body = await answer.blob();
      size += body.size;
      if (size > maxSize) throw new KeepingError('too-large');
      await cache.put(address, copy);
      return /text|json/.test(body.type) ? body.text() : '';
    };
    const needed = new Set(assetsHere());
    const found: KeptWork = {
      slug,
      title,
      pages: [...pages],
      starts: [],
      rows: [],
      size: 0,
      kept: new Date().toISOString(),
      reader: readerHere(),
    };
    for (const [k, page] of pages.entries()) {
      for (const asset of assetsIn(await keep(page))) needed.add(asset);
      const section = JSON.parse(await keep(rows[k])) as SectionRows;
      found.starts.push(section.rows[0]?.number ?? 0);
      for (const { number, cells } of section.rows) found.rows.push([number, ...namesIn(cells)]);
      progress((k + 1) / (pages.length + 1));
    }
    for (const asset of needed) {
      const body = await keep(asset).catch(refuseTooLarge);
      for (const file of facesIn(body ?? '')) needed.add(file);
    }
    found.size = size;
    await cache.put(aboutAddress(slug), Response.json(found));
    await keepListing();
    await replace(prefix + slug, draft);
  } finally {
    await caches.delete(draft);
  }
  await navigator.serviceWorker.register('/sw.js');
  window.dispatchEvent(new Event(keptEvent));
  progress(1);
}

/** Sent when works have been kept, or are kept no longer. */
export const keptEvent = 'variorum:kept';

/** Answers by which a server says that a work is not there for this reader. */
const notForReader = [401, 403, 404, 410];

/** Keeps a work no longer; with the last, the worker goes. */
export async function forgetWork(slug: string): Promise<void> {
  await caches.delete(prefix + slug);
  if ((await keptWorks()).length === 0) await stopKeeping();
  window.dispatchEvent(new Event(keptEvent));
}

async function stopKeeping(): Promise<void> {
  await caches.delete(listing);
  const known = await navigator.serviceWorker.getRegistration('/');
  await known?.unregister();
}

/**
 * Brings what is kept up to date while the network is here, and drops what someone else kept, or who has
 * signed out since.
 */
export async function refreshKept(): Promise<void> {
  for (const work of await keptWorks()) {
    if (work.reader !== '' && work.reader !== readerHere()) await forgetWork(work.slug);
    else if (Date.now() - Date.parse(work.kept) > staleMs) {
      await keepWork({
        ...work,
        rows: work.pages.map(rowsAddress),
      }).catch((error) => {
        // Otherwise what was kept before stands.
        if (error instanceof KeepingError && error.reason === 'gone') return forgetWork(work.slug);
      });
    }
  }
}

/** Where the rows of a page of a work come from: the same query, by the API. */
export function rowsAddress(page: string): string {
  const { pathname, search } = new URL(page, window.location.href);
  return `/api${pathname}/rows${search}`;
}

interface SectionRows {
  rows: {
    number: number;
    cells: { siglum: string; segments: { segment: { id: string } }[] }[];
  }[];
}

const namesIn = (cells: SectionRows['rows'][number]['cells']): string[] =>
  cells.flatMap(({ siglum, segments }) => segments.map(({ segment }) => `${siglum}.${segment.id}`));

/** Scripts, styles and fonts that this page has loaded: those that come by need as well. */
function assetsHere(): string[] {
  return performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === window.location.origin && isAsset(pathname))
    .map(({ pathname, search }) => pathname + search);
}

const isAsset = (path: string): boolean => /^\/(_next\/static|faces)\//.test(path);

/** Those that a page names. */
const assetsIn = (html: string): string[] => [
  ...new Set(
    [...html.matchAll(/\/_next\/static\/[\w./~-]+\.(?:js|css|woff2)|\/faces\/\w+\?of=[\w-]+/g)].map(
      String,
    ),
  ),
];

/** Files of faces that a style sheet of `/faces/` names. */
const facesIn = (sheet: string): string[] =>
  [...sheet.matchAll(/url\((\w+\?part=\d+&of=[\w-]+)\)/g)].map(([, file]) => `/faces/${file}`);

/** A font that is away is made up for by one of the system; a work that is too large is not kept. */
function refuseTooLarge(error: unknown): null {
  if (error instanceof KeepingError && error.reason === 'too-large') throw error;
  return null;
}

/** The page that lists what is kept. */
async function keepListing(): Promise<void> {
  const cache = await caches.open(listing);
  const page = await fetch(offlinePage, { cache: 'no-cache' });
  if (!page.ok) return;
  const assets = assetsIn(await page.clone().text());
  await cache.put(offlinePage, page);
  await Promise.all(
    assets.map(async (asset) => {
      const answer = await fetch(asset).catch(() => null);
      if (answer?.ok) await cache.put(asset, answer);
    }),
  );
}

async function replace(name: string, draft: string): Promise<void> {
  await caches.delete(name);
  const [from, to] = [await caches.open(draft), await caches.open(name)];
  for (const request of await from.keys()) {
    const answer = await from.match(request);
    if (answer) await to.put(request, answer);
  }
}

/** Who is signed in on this page, by what the way out says of them; empty for nobody. */
export const readerHere = (): string =>
  document.querySelector('form[action="/api/account/sign-out"] [title]')?.getAttribute('title') ??
  '';
