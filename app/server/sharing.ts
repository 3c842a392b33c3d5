import type { NextRequest } from 'next/server';
import { readingOrigins } from '../../lib/accounts/settings';

/**
 * Headers by which browsers let pages of other sites read the API, where the host allows that.
 * Nothing can be written so, and no session goes along.
 * Source: the CORS protocol, https://fetch.spec.whatwg.org/#http-cors-protocol
 */
export function sharing({ headers, method, nextUrl }: NextRequest): Record<string, string> {
  if (!nextUrl.pathname.startsWith('/api/')) return {};
  if (!['GET', 'HEAD', 'OPTIONS'].includes(method)) return {};
  const origins = readingOrigins();
  const origin = headers.get('origin') ?? '';
  if (origins !== '*' && !origins.includes(origin)) {
    return origins.length > 0 ? { vary: 'origin' } : {};
  }
  return {
    'access-control-allow-origin': origins === '*' ? '*' : origin,
    ...(origins === '*' ? {} : { vary: 'origin' }),
    'access-control-expose-headers': 'etag, link, retry-after, variorum-not-kept',
    ...(method === 'OPTIONS'
      ? {
          'access-control-allow-methods': 'GET, HEAD',
          'access-control-allow-headers': 'accept, if-none-match',
          'access-control-max-age': '86400',
        }
      : {}),
  };
}
