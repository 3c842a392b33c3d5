import { InputError } from '../../lib/core/errors';
import { ConflictError } from '../../lib/store/store';
import { RefusedError } from './guard';

/**
 * Runs a route: what is wrong with the request comes back as 400 (404 for what is not there),
 * what someone else has changed meanwhile as 409, what the sender may not do as 401, 403 or 429,
 * each with a message.
 */
export async function answer(run: () => Promise<Response> | Response): Promise<Response> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof ConflictError) {
      return Response.json({ error: error.message }, { status: 409 });
    }
    if (error instanceof RefusedError) {
      return Response.json({ error: error.message }, { status: error.status });
    }
    if (!(error instanceof InputError)) throw error;
    return Response.json({ error: error.oneLine }, { status: 400 });
  }
}

/** The longest body that a write may have, in bytes. */
const largestBody = 1024 * 1024;

/** The JSON of a request. @throws InputError for what is too long or no JSON. */
export async function bodyOf(request: Request, most = largestBody): Promise<unknown> {
  const text = new TextDecoder().decode(await bytesOf(request, most));
  try {
    return JSON.parse(text);
  } catch {
    throw new InputError('the request is not JSON', { remedy: 'reload the page and try again' });
  }
}

/**
 * The body of a request, counted as it comes in, whatever length it declares.
 * @throws InputError once it is longer than `most` bytes.
 */
export async function bytesOf(request: Request, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of request.body ?? []) {
    length += part.length;
    if (length > most) {
      throw new InputError(`the request is longer than ${Math.floor(most / 1024 / 1024)} MB`, {
        remedy: 'send less at once; divide a text, for example by volume or book',
      });
    }
    parts.push(part);
  }
  return Buffer.concat(parts);
}
