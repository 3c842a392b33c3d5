/** A path of this site, and not one that a browser reads as another host; else the first page. */
export const ownPath = (path: unknown): string =>
  typeof path === 'string' && /^\/(?![/\\])[^\p{Cc}]*$/u.test(path) ? path : '/';

/** Leads a browser on after a form. */
export function seeOther(location: string, headers = new Headers()): Response {
  headers.set('location', location);
  return new Response(null, { status: 303, headers });
}
