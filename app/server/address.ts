import { randomBytes } from 'node:crypto';
import { channel } from 'node:diagnostics_channel';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { isPublic, siteAddress } from '../../lib/accounts/settings';
import type { AnnotationAddresses } from '../../lib/api/annotations';
import { isLoopback } from '../../lib/core/config';
import { processWide } from '../../lib/core/process-wide';

/** What is known of a request's origin, for whoever answers it; see `originOf`. */
const originHeader = 'x-variorum-origin';

/** Known to this process alone: a header that others send in its name says nothing. */
const seal = processWide('seal of origins', () => randomBytes(24).toString('base64url'));

/** What proxies add. One of these, whatever it says, and a request is not this machine's own. */
const forwarding =
  /^(forwarded|via|x-forwarded(-.*)?|x-real-ip|x-client-ip|x-cluster-client-ip|true-client-ip|fastly-client-ip|cf-.*|x-original-.*|x-envoy-.*)$/;

/** What TRACE, which no address takes, is called once it has come in. */
export const refusedTrace = 'TRACE-REFUSED';

export interface Origin {
  address: string;
  /** Whether this very machine made the request, with no proxy between. */
  direct: boolean;
}

/** Proxies of the host's own before this server, each of which notes whom it answers. */
const proxies = () => Math.max(0, Number(process.env.VARIORUM_PROXIES) || 0);

/**
 * From where a request comes.
 *
 * @param own the address at the other end of the connection.
 * @param trusted how many proxies before this server are the host's own.
 * @returns `direct` for one that this very machine made, with no proxy between.
 */
export function origin(headers: IncomingHttpHeaders, own: string, trusted: number): Origin {
  const forwarded = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean);
  const proxied = Object.keys(headers).some((name) => forwarding.test(name));
  const noted = trusted > 0 ? forwarded[Math.max(0, forwarded.length - trusted)] : undefined;
  return {
    address: noted && isIP(noted) ? noted : own,
    direct: !proxied && isLoopback(own),
  };
}

/** Notes on each request, before anything else sees it, from where it comes. */
export function noteOrigins(): void {
  channel('http.server.request.start').subscribe((message) => {
    const { request } = message as { request: IncomingMessage };
    // The platform's `Request` cannot hold this method: it is refused by another name.
    if (request.method === 'TRACE') request.method = refusedTrace;
    const found = origin(request.headers, request.socket.remoteAddress ?? '', proxies());
    request.headers[originHeader] =
      `${seal} ${found.direct ? 'direct' : 'relayed'} ${found.address}`;
  });
}

/** From where a request comes, as `noteOrigins` has noted it; from nowhere known without that. */
export function originOf(headers: Headers): Origin {
  const [sealed, how, address = ''] = (headers.get(originHeader) ?? '').split(' ');
  return sealed === seal ? { address, direct: how === 'direct' } : { address: '', direct: false };
}

/**
 * Whether a request was made on this machine, for it: no proxy between, and no name of another
 * site that has been made to lead here (DNS rebinding).
 */
export function isLocal(headers: Headers): boolean {
  return originOf(headers).direct && isLoopback(hostName(headers));
}

/** The name in a request's `Host`, without the port. */
function hostName(headers: Headers): string {
  const [, ip6, name = ip6] =
    /^(?:\[([0-9a-f:]+)\]|([a-z0-9.-]+))(?::\d+)?$/i.exec(headers.get('host') ?? '') ?? [];
  return name ?? '';
}

/**
 * Whether a request names a host by which this site is known. A library of this machine alone is
 * known by the machine's own names; one for others by `VARIORUM_URL`, or by any where that is not set.
 */
export function isKnownHost(headers: Headers): boolean {
  const known = siteAddress();
  if (isPublic() && !known) return true;
  const own = known && URL.canParse(known) ? new URL(known).hostname : null;
  const name = hostName(headers);
  return isLoopback(name) || name.toLowerCase() === own;
}

/**
 * The address that readers know the site by, without a path: `VARIORUM_URL`, else what the proxies of
 * the host say (`VARIORUM_PROXIES`), else the name that the request asks for.
 */
export function siteOrigin(headers: Headers): string {
  const known = siteAddress();
  if (known && URL.canParse(known)) return new URL(known).origin;
  const said = (name: string) =>
    proxies() > 0 ? headers.get(name)?.split(',').at(-1)?.trim() : undefined;
  const scheme = said('x-forwarded-proto') === 'https' ? 'https' : 'http';
  const address = `${scheme}://${said('x-forwarded-host') ?? headers.get('host') ?? ''}`;
  return URL.canParse(address) ? new URL(address).origin : 'http://localhost';
}

/** The address of a request as its sender knows it; Next knows the one that it listens on. */
export function addressOf(request: Request): URL {
  const { pathname, search } = new URL(request.url);
  return new URL(pathname + search, siteOrigin(request.headers));
}

/** Where the annotations of a work are, by the address that readers know. */
export function annotationAddresses(request: Request, slug: string): AnnotationAddresses {
  const origin = siteOrigin(request.headers);
  return {
    annotations: new URL(`/api/works/${slug}/annotations`, origin).href,
    page: new URL(`/works/${slug}`, origin).href,
  };
}
