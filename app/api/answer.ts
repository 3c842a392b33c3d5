import { InputError } from '../../lib/core/errors';
import { ConflictError } from '../../lib/store/store';
import type { Locale } from '../i18n/locales';
import { isSecure, safeHeaders } from '../server/policy';
import { RefusedError } from './guard';
import { conflictOf, problemOf, problemResponse, problemWords } from './problem';

const refusals = {
  401: { code: 'sign-in', title: 'Sign in first' },
  403: { code: 'refused', title: 'Not allowed' },
  405: { code: 'method', title: 'Method not allowed' },
  406: { code: 'not-acceptable', title: 'Not in any form that is accepted' },
  415: { code: 'media-type', title: 'Media type not read' },
  421: { code: 'other-site', title: 'Another site' },
  429: { code: 'too-often', title: 'Too many requests' },
  503: { code: 'busy', title: 'Busy' },
};

/**
 * Runs a route: refusals come back as problem details with their status; see `problem.ts`. Each answer
 * has the headers of `safeHeaders`, also where the proxy does not see the request.
 */
export async function answer(run: () => Promise<Response> | Response): Promise<Response> {
  const response = await answered(run);
  for (const [name, value] of Object.entries(safeHeaders(isSecure()))) {
    response.headers.set(name, value);
  }
  return response;
}

async function answered(run: () => Promise<Response> | Response): Promise<Response> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof ConflictError) return conflictOf(error);
    if (error instanceof RefusedError) return refusalOf(error);
    if (!(error instanceof InputError)) throw error;
    return problemOf(error);
  }
}

/** A request that its sender may not make, as an answer. `locale` as in `problemWords`. */
export async function refusalOf(
  error: RefusedError,
  locale?: Locale,
  headers: Record<string, string> = {},
): Promise<Response> {
  const { status, retryAfter } = error;
  const { title, code } = refusals[status];
  return problemResponse(
    { status, code, ...(await problemWords(title, error, locale)) },
    {},
    retryAfter === undefined ? headers : { ...headers, 'retry-after': String(retryAfter) },
  );
}

/** The longest body that a write may have, in bytes. */
const largestBody = 1024 * 1024;

/**
 * The JSON of a request.
 *
 * @throws InputError for what is too long or not JSON; RefusedError (415) for what does not say that it
 *   is JSON: a form of another site can send none that does.
 */
export async function bodyOf(request: Request, most = largestBody): Promise<unknown> {
  const type = request.headers.get('content-type')?.split(';')[0].trim().toLowerCase() ?? '';
  if (!/^application\/([\w.-]+\+)?json$/.test(type)) {
    throw new RefusedError(
      415,
      `the request is ${type || 'of no media type'}; send application/json`,
    );
  }
  const text = new TextDecoder().decode(await bytesOf(request, most));
  try {
    return JSON.parse(text);
  } catch {
    throw new InputError('the request is not JSON', {
      remedy: 'look for a missing comma, quote or bracket in it',
    });
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
        code: 'too-large',
        remedy: 'send less at once; divide a text, for example by volume or book',
      });
    }
    parts.push(part);
  }
  return Buffer.concat(parts);
}
