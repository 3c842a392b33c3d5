import { channel } from 'node:diagnostics_channel';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { isLoopback } from '../../lib/core/config';

/** Headers of ours, set anew on each request: what a sender says of itself is not believed. */
export const addressHeader = 'x-variorum-address';
export const directHeader = 'x-variorum-direct';

/** Proxies of the host's own before this server, each of which notes whom it answers. */
const proxies = () => Math.max(0, Number(process.env.VARIORUM_PROXIES) || 0);

/**
 * From where a request comes.
 *
 * @param own the address at the other end of the connection.
 * @param trusted how many proxies before this server are the host's own.
 * @returns `direct` for one that this very machine made, with no proxy between.
 */
export function origin(
  headers: IncomingHttpHeaders,
  own: string,
  trusted: number,
): { address: string; direct: boolean } {
  const forwarded = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean);
  const proxied = forwarded.length > 0 || headers.forwarded !== undefined;
  const noted = trusted > 0 ? forwarded[Math.max(0, forwarded.length - trusted)] : undefined;
  return {
    address: noted && isIP(noted) ? noted : own,
    direct: !proxied && isLoopback(own),
  };
}

/** Notes on each request, before anything else sees it, from where it comes. */
export function noteAddresses(): void {
  channel('http.server.request.start').subscribe((message) => {
    const { request } = message as { request: IncomingMessage };
    const found = origin(request.headers, request.socket.remoteAddress ?? '', proxies());
    request.headers[addressHeader] = found.address;
    request.headers[directHeader] = found.direct ? 'yes' : 'no';
  });
}
