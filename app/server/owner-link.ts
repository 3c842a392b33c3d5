import {
  currentToken,
  hasOwner,
  ownerAddress,
  ownerCookie,
  takeToken,
} from '../../lib/accounts/owner';
import { isLocal } from './address';

/** Prints the address by which the owner's browser becomes known, where there is an owner. */
export function printOwnerLink(): void {
  if (!hasOwner()) return;
  const port = process.env.PORT || '3000';
  const link = ownerAddress(`http://localhost:${port}`, currentToken());
  process.stdout.write(`To edit, open ${link}\n`);
}

/**
 * Answers a page that is opened with a token: with the cookie where the token is good, and always
 * with the address without it, so that it is neither kept nor passed on.
 *
 * @returns null for a page without a token.
 */
export function answerToken(url: URL, headers: Headers): Response | null {
  const token = url.searchParams.get('token');
  if (token === null || !hasOwner()) return null;
  const rest = new URLSearchParams(url.searchParams);
  rest.delete('token');
  const query = rest.size > 0 ? `?${rest}` : '';
  const answer = new Headers({
    // By the name that the browser used: its cookie is of that name alone.
    location: `${url.protocol}//${headers.get('host') ?? url.host}${url.pathname}${query}`,
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
  });
  if (isLocal(headers) && takeToken(token)) {
    const { name, value } = ownerCookie();
    answer.append('set-cookie', `${name}=${value}; Path=/; HttpOnly; SameSite=Lax`);
    // For another browser, or another person at this machine.
    if (!process.env.VARIORUM_TOKEN) printOwnerLink();
  }
  return new Response(null, { status: 303, headers: answer });
}
