import { contentHash } from '../../lib/core/hash';

/**
 * A response that need not be sent again to who has it: its tag is made of what it was made of,
 * so that nothing is computed to find that nothing has changed.
 *
 * @param key all that bears on the response: contents of editions, and the question.
 */
export async function tagged(
  request: Request,
  key: string,
  make: () => Promise<Response> | Response,
): Promise<Response> {
  const tag = `"${contentHash(key, 'content')}"`;
  const headers = { etag: tag, 'cache-control': 'no-cache' };
  const known = request.headers.get('if-none-match')?.split(',') ?? [];
  if (known.some((each) => each.trim().replace(/^W\//, '') === tag)) {
    return new Response(null, { status: 304, headers });
  }
  const response = await make();
  if (response.ok)
    for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}
