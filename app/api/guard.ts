/**
 * Refuses writes that a page of another site sent in a reader's name. Browsers say where a
 * request comes from; programs that are no browsers send neither header and are let through.
 */
export function refuseForeign(request: Request): Response | null {
  const site = request.headers.get('sec-fetch-site');
  const origin = request.headers.get('origin');
  const own = request.headers.get('host');
  const foreign =
    (site !== null && site !== 'same-origin' && site !== 'none') ||
    (origin !== null && origin !== 'null' && new URL(origin).host !== own) ||
    (origin === 'null' && site === null);
  if (!foreign) return null;
  return Response.json(
    { error: 'this request comes from another site; open the page itself to save' },
    { status: 403 },
  );
}
