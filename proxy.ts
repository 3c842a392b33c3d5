import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { refusalOf } from './app/api/answer';
import { RefusedError, unknownHost } from './app/api/guard';
import { localeCookie, localeOf } from './app/i18n/locales';
import { isKnownHost, refusedTrace } from './app/server/address';
import { answerKept, isBusy } from './app/server/kept-pages';
import { overLimit } from './app/server/limits';
import { answerToken } from './app/server/owner-link';
import { pictureOrigin } from './app/server/page-picture';
import {
  contentPolicy,
  isSecure,
  nonceHeader,
  pictureHeaders,
  safeHeaders,
} from './app/server/policy';
import { sharing } from './app/server/sharing';
import { methodsOf } from './lib/api/operations/routes';

/** Called by Next before each request: bounds how often one asks, and what a page may do. */
export async function proxy(request: NextRequest): Promise<Response> {
  if (!isKnownHost(request.headers)) return refuse(request, new RefusedError(421, unknownHost));
  const owner = answerToken(request.nextUrl, request.headers);
  if (owner) return owner;
  const wait = await overLimit('read', request.headers);
  if (wait !== null) {
    const often = 'too many requests from this address; ask again later';
    return refuse(request, new RefusedError(429, often, wait));
  }
  const answered = await answerMethod(request);
  if (answered) return answered;
  const nonce = randomBytes(16).toString('base64');
  const pictures = await pictureOrigin(request.nextUrl);
  const policy = contentPolicy(nonce, process.env.NODE_ENV === 'development', pictures);
  const pageHeaders = {
    'content-security-policy': policy,
    ...safeHeaders(isSecure()),
    ...(pictures ? pictureHeaders : {}),
  };
  const kept = answerKept(request.headers, nonce, pageHeaders);
  if (kept) return kept;
  if (isBusy(request.headers)) {
    // Soon, not after a long wait.
    const busy = 'too many pages are asked for at once; ask again in some seconds';
    return refuse(request, new RefusedError(503, busy, 2));
  }
  const headers = new Headers(request.headers);
  // Next reads the nonce from here, for the scripts that it adds.
  headers.set('content-security-policy', policy);
  headers.set(nonceHeader, nonce);
  const response = NextResponse.next({ request: { headers } });
  for (const [name, value] of Object.entries(pageHeaders)) response.headers.set(name, value);
  for (const [name, value] of Object.entries(sharing(request))) response.headers.set(name, value);
  return response;
}

/** A refusal in the language of whoever asks: Next does not know the request yet. */
const refuse = (request: NextRequest, error: RefusedError, headers?: Record<string, string>) =>
  refusalOf(
    error,
    localeOf(request.cookies.get(localeCookie)?.value, request.headers.get('accept-language')),
    headers,
  );

/** An answer to a method that an address does not have, or that asks which it has. */
async function answerMethod(request: NextRequest): Promise<Response | null> {
  const { method, nextUrl } = request;
  const methods = methodsOf(nextUrl.pathname) ?? (method === refusedTrace ? ['GET'] : null);
  if (!methods || methods.includes(method)) return null;
  if (method === 'HEAD' && methods.includes('GET')) return null;
  const allow = [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
  if (method === 'OPTIONS') {
    return new Response(null, {
      status: 204,
      headers: { allow, ...safeHeaders(isSecure()), ...sharing(request) },
    });
  }
  const asked = method === refusedTrace ? 'TRACE' : method;
  const refused = new RefusedError(405, `this address takes ${allow}, not ${asked}`);
  return refuse(request, refused, { allow, ...safeHeaders(isSecure()) });
}

export const config = {
  // Files of the build need none of this, and what is sent at length is read by its route alone.
  matcher: ['/((?!_next/static|_next/image|api/import|api/works/[^/]+/corrections).*)'],
};
