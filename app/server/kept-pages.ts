import { createHash } from 'node:crypto';
import { channel } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { LRUCache } from 'lru-cache';
import { libraryFolder } from '../../lib/core/config';
import { attempt, InputError } from '../../lib/core/errors';
import { processWide } from '../../lib/core/process-wide';
import { libraryRulesStamp } from '../../lib/works/library-rules';
import { listWorks } from '../../lib/works/load';
import { workStamp } from '../../lib/works/stamp';
import { readSetting, settingCookie } from '../components/setting';
import { isLocale, isTheme, localeCookie, preferred, themeCookie } from '../i18n/locales';
import { copyBody } from './copy-body';

// To make a page costs tens of milliseconds, and most readers are shown the same: those who are not
// signed in, and read in one language with one setting. What one of them was sent is sent to the
// next, with a nonce of its own, while the files of the work are as they were.

/** By which whoever answers a request finds what is noted of it here. Nobody else can send it. */
const pageHeader = 'x-variorum-page';

/** A page without its nonce, which stood between the parts. */
export interface KeptPage {
  /** The state of the work that it shows. */
  stamp: string;
  parts: Buffer[];
  /** The header that names what the page will load; the nonce in it is `noncePlace`. */
  link: string | null;
  tag: string;
}

/** A request for a page, as long as it is under way. */
interface Asked {
  /** What was kept of it before. */
  kept: KeptPage | null;
  /** Whether what is made now is whole, and the same for all who ask so. */
  keep: boolean;
  nonce: string;
}

const noncePlace = '{nonce}';
/** Bytes of pages that a process keeps. */
const maxBytes = 64 * 1024 * 1024;
/** What else bears on a page, such as dictionaries, is looked at again after so long, in milliseconds. */
const keptFor = 60_000;
/** Pages that are made at once; further requests are refused for the moment. */
const maxPagesUnderWay = 48;
const longestAddress = 2000;

const pages = processWide('kept pages', () => ({
  next: 0,
  asked: new Map<string, Asked>(),
  kept: new LRUCache<string, KeptPage>({
    maxSize: maxBytes,
    sizeCalculation: ({ parts }) => parts.reduce((sum, part) => sum + part.length, 1000),
    ttl: keptFor,
  }),
}));

/** Notes each request for a page, and keeps what is made where the page says that it may be. */
export function keepPages(): void {
  channel('http.server.request.start').subscribe((message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    delete request.headers[pageHeader];
    if (!isPage(request)) return;
    const key = keyOf(request);
    const stamp = key && stampOf(request.url ?? '');
    const known = key && stamp ? pages.kept.get(key) : undefined;
    const asked: Asked = { kept: known?.stamp === stamp ? known : null, keep: false, nonce: '' };
    const id = String(pages.next++);
    pages.asked.set(id, asked);
    request.headers[pageHeader] = id;
    response.once('close', () => pages.asked.delete(id));
    if (!key || !stamp || asked.kept) return;
    // As letters, not packed: another nonce is put in later. The next reader's is packed again.
    delete request.headers['accept-encoding'];
    copyBody(response, (body) => {
      if (asked.keep && asked.nonce && response.statusCode === 200) {
        const link = response.getHeader('link');
        pages.kept.set(key, { stamp, ...withoutNonce(body, String(link ?? ''), asked.nonce) });
      }
    });
  });
}

const isPage = ({ method, url = '' }: IncomingMessage): boolean =>
  method === 'GET' && !/^\/(_next|api)\//.test(url) && !/^\/[^/]+\.\w+$/.test(url);

/**
 * All of a request that bears on what a page of a work, or the first page, shows to someone who is not signed in.
 *
 * @returns null where more may bear on it: who asks, or that a part of it is enough.
 */
export function keyOf({
  url = '',
  headers,
}: Pick<IncomingMessage, 'url' | 'headers'>): string | null {
  if (!/^\/(works\/|\?|$)/.test(url) || url.length > longestAddress) return null;
  // “..” leads to a page of another work than the address seems to name.
  const [path] = url.split('?');
  if (new URL(path, 'http://localhost').pathname !== path) return null;
  const partial = Object.keys(headers).some((name) => name === 'rsc' || name.startsWith('next-'));
  if (partial || headers.authorization || headers.range) return null;
  const cookies = cookiesOf(headers.cookie ?? '');
  // Those of a session and of the owner.
  for (const name of cookies.keys()) if (/^(__(secure|host)-)?variorum/i.test(name)) return null;
  const chosen = cookies.get(localeCookie);
  const theme = cookies.get(themeCookie);
  const locale = isLocale(chosen) ? chosen : preferred(headers['accept-language'] ?? null);
  return JSON.stringify([
    headers.host ?? '',
    url,
    locale,
    isTheme(theme) ? theme : null,
    readSetting(cookies.get(settingCookie)),
  ]);
}

/** Cookies by name. One that cannot be decoded stands as it is. */
function cookiesOf(header: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const pair of header.split(';')) {
    const [name, ...value] = pair.trim().split('=');
    try {
      found.set(name, decodeURIComponent(value.join('=')));
    } catch {
      found.set(name, value.join('='));
    }
  }
  return found;
}

/** Works of a library whose first page is kept, at most: the state of each is looked at for each reader. */
const maxWorks = 50;

/** The state of the work whose page an address is, with the rules for all works; or of all works, for the library's. */
function stampOf(url: string): string | null {
  const folder = libraryFolder();
  const [, slug] = /^\/works\/([^/?#]+)/.exec(url) ?? [];
  if (slug) {
    const stamp = workStamp(slug, folder);
    return stamp && `${stamp}\n${libraryRulesStamp(folder)}`;
  }
  const works = attempt(() => listWorks(folder));
  if (works instanceof InputError || works.length > maxWorks) return null;
  return [
    libraryRulesStamp(folder),
    ...works.map((each) => `${each}:${workStamp(each, folder)}`),
  ].join('\n');
}

/** A page and its header of links, in parts between which the nonce stood. */
export function withoutNonce(
  body: Buffer,
  link: string,
  nonce: string,
): Pick<KeptPage, 'parts' | 'link' | 'tag'> {
  const parts: Buffer[] = [];
  let from = 0;
  for (let at = body.indexOf(nonce); at >= 0; at = body.indexOf(nonce, from)) {
    parts.push(body.subarray(from, at));
    from = at + nonce.length;
  }
  parts.push(body.subarray(from));
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return {
    parts,
    link: link ? link.replaceAll(nonce, noncePlace) : null,
    tag: `W/"${hash.digest('base64url').slice(0, 27)}"`,
  };
}

const askedBy = (headers: Headers): Asked | undefined =>
  pages.asked.get(headers.get(pageHeader) ?? '');

/**
 * Says that the page being made shows all it ever will, and nothing of who asks for it.
 *
 * @param problems that it shows; with one that will pass by itself it is not kept.
 */
export function keepPage(headers: Headers, problems: readonly InputError[]): void {
  const asked = askedBy(headers);
  if (asked) asked.keep = problems.every(({ code }) => code !== 'not-ready');
}

/** Says that something went wrong with the page being made. */
export function forgetPage(id: string | string[] | undefined): void {
  const asked = pages.asked.get(String(id));
  if (asked) asked.nonce = '';
}

/** Whether too many pages are being made for another to be ready soon. */
export const isBusy = (headers: Headers): boolean =>
  askedBy(headers) !== undefined && pages.asked.size > maxPagesUnderWay;

/**
 * Answers a request for a page with what was kept of it.
 *
 * @param nonce for this answer; what is made instead is kept without it.
 * @param policy the headers of a page.
 * @returns null where the page is to be made.
 */
export function answerKept(
  headers: Headers,
  nonce: string,
  policy: Record<string, string>,
): Response | null {
  const asked = askedBy(headers);
  if (!asked) return null;
  asked.nonce = nonce;
  if (!asked.kept) return null;
  const { parts, link, tag } = asked.kept;
  const common = {
    etag: tag,
    'cache-control': 'private, no-cache',
    vary: 'cookie, accept-language',
  };
  const known = headers.get('if-none-match')?.split(',') ?? [];
  // The browser has a page with its own nonce and policy: it shows that with those.
  if (known.some((each) => each.trim() === tag)) {
    return new Response(null, { status: 304, headers: common });
  }
  const between = Buffer.from(nonce);
  const body = Buffer.concat(parts.flatMap((part, k) => (k === 0 ? [part] : [between, part])));
  return new Response(body, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      ...common,
      ...policy,
      ...(link ? { link: link.replaceAll(noncePlace, nonce) } : {}),
    },
  });
}
