// @ts-check
/**
 * Answers for works that a reader keeps while the network is away, and for nothing else. Whatever the
 * network answers is what the page gets; nothing is kept by being looked at. The page itself fills and empties
 * the caches (app/components/offline): one for each work, and one for the page that lists them.
 *
 * A library of caching strategies (Workbox, Serwist) keeps what passes through and has to be built into the
 * pages' bundle; this is the contrary, in few lines.
 */
const worker = /** @type {any} */ (self);

const keptPrefix = 'variorum-kept:';
const offlinePage = '/offline';

worker.addEventListener('install', () => worker.skipWaiting());
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== worker.location.origin) return;
  if (request.method === 'POST' && url.pathname === '/api/account/sign-out') {
    event.respondWith(forgetAll().then(() => fetch(request)));
    return;
  }
  if (request.method !== 'GET') return;
  event.respondWith(fetch(request).catch((error) => answer(request, url, error)));
});

/** What was kept of works goes with the session: they may be private. */
async function forgetAll() {
  const names = await caches.keys();
  await Promise.all(names.filter(isKept).map((name) => caches.delete(name)));
}

const isKept = (name) => name.startsWith(keptPrefix);

/** The kept answer where the network gives none. */
async function answer(request, url, error) {
  for (const name of (await caches.keys()).filter(isKept)) {
    const found = await (await caches.open(name)).match(request, { ignoreVary: true });
    if (found) return found;
  }
  if (request.mode !== 'navigate') throw error;
  const work = /^\/works\/([^/]+)$/.exec(url.pathname)?.[1];
  const elsewhere = work && (await placeInWork(work, url));
  if (elsewhere) return elsewhere;
  const listed = await caches.match(offlinePage, { ignoreVary: true });
  if (listed) return listed;
  throw error;
}

/** A place of a kept work that was asked for by its number or segment, in the view that is kept. */
async function placeInWork(work, url) {
  const name = keptPrefix + work;
  if (!(await caches.has(name))) return null;
  const cache = await caches.open(name);
  const about = await (await cache.match(`/offline/kept/${work}`))?.json();
  if (!about) return null;
  const at = url.searchParams.get('at');
  const row = at && (about.rows.find(([, ...names]) => names.includes(at)) ?? []);
  const number = row?.[0] ?? Number(at ?? 0);
  const page = Math.max(
    0,
    about.starts.findLastIndex((start) => start <= number),
  );
  const to = new URL(about.pages[page], url.origin);
  if (number) to.hash = `row-${number}`;
  if (to.pathname + to.search === url.pathname + url.search)
    return cache.match(to.pathname + to.search);
  return Response.redirect(to.href, 302);
}
