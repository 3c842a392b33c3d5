import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { unknownHost } from './app/api/guard';
import { problemResponse } from './app/api/problem';
import { isKnownHost } from './app/server/address';
import { overLimit } from './app/server/limits';
import { answerToken } from './app/server/owner-link';
import { contentPolicy, isSecure, nonceHeader, safeHeaders } from './app/server/policy';
import { isPublic } from './lib/accounts/settings';

/** Called by Next before each request: bounds how often one asks, and what a page may do. */
export async function proxy(request: NextRequest): Promise<Response> {
  if (!isKnownHost(request.headers)) {
    return problemResponse({
      title: 'Another site',
      status: 421,
      code: 'other-site',
      detail: unknownHost,
    });
  }
  const owner = answerToken(request.nextUrl, request.headers);
  if (owner) return owner;
  const wait = await overLimit('read', request.headers);
  if (wait !== null) {
    return problemResponse(
      {
        title: 'Too many requests',
        status: 429,
        code: 'too-often',
        detail: 'too many requests from this address; ask again later',
      },
      {},
      { 'retry-after': String(wait) },
    );
  }
  const nonce = randomBytes(16).toString('base64');
  const policy = contentPolicy(nonce, process.env.NODE_ENV === 'development');
  const headers = new Headers(request.headers);
  // Next reads the nonce from here, for the scripts that it adds.
  headers.set('content-security-policy', policy);
  headers.set(nonceHeader, nonce);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  for (const [name, value] of Object.entries(safeHeaders(isSecure()))) {
    response.headers.set(name, value);
  }
  // A library that is for all may be read by the pages of others; one on this machine may not.
  if (isPublic() && request.nextUrl.pathname.startsWith('/api/') && request.method === 'GET') {
    response.headers.set('access-control-allow-origin', '*');
  }
  return response;
}

export const config = {
  // Files of the build need none of this, and what is sent at length is read by its route alone.
  matcher: ['/((?!_next/static|_next/image|api/import|api/works/[^/]+/corrections).*)'],
};
