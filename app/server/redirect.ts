/** A path of this site, and not one that a browser reads as another host; else the first page. */
export const ownPath = (path: unknown): string =>
  typeof path === 'string' && /^\/(?![/\\])[^\p{Cc}]*$/u.test(path) ? path : '/';

/** Leads a browser on after a form. `location` is a path of this site, in any script. */
export function seeOther(location: string, headers = new Headers()): Response {
  // A header holds ASCII alone; what is encoded already stays as it is.
  const { pathname, search, hash } = new URL(location, 'http://localhost');
  headers.set('location', pathname + search + hash);
  return new Response(null, { status: 303, headers });
}
