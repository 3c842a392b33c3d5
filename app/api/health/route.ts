export const dynamic = 'force-dynamic';

/** Says that the server answers; what it serves is not looked at. */
export function GET(): Response {
  return Response.json({ status: 'ok' }, { headers: { 'cache-control': 'no-store' } });
}
