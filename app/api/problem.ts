import type { ErrorCode, InputError } from '../../lib/core/errors';
import { askedLocale } from '../i18n/asked-locale';
import type { Locale } from '../i18n/locales';
import { refusalIn, refusalLine } from '../i18n/refusals';

/** What a code is in HTTP. */
const kinds: Record<ErrorCode, { status: number; title: string }> = {
  'bad-input': { status: 400, title: 'The request cannot be used' },
  'not-found': { status: 404, title: 'Not found' },
  'not-ready': { status: 503, title: 'Not ready yet' },
  conflict: { status: 409, title: 'Changed by someone else' },
  'too-large': { status: 413, title: 'Too large' },
  'too-slow': { status: 422, title: 'Takes too long' },
  'newer-form': { status: 409, title: 'Written by a newer version' },
  'store-away': { status: 503, title: 'The library cannot be written to or read now' },
  'disk-full': { status: 507, title: 'No space left' },
};

/** In how many seconds it is worth asking again. */
const retryAfter: Partial<Record<ErrorCode, number>> = { 'not-ready': 5, 'store-away': 10 };

/** Problem details: RFC 9457, with a code of our own for programs and what helps a person. */
export interface ProblemDetails {
  type: 'about:blank';
  title: string;
  status: number;
  code: string;
  /** The message in one line, with place and remedy, in the language that the reader asked for. */
  detail: string;
}

/** An answer in problem details. `more` is for what the client needs besides, such as a newer state. */
export function problemResponse(
  problem: Omit<ProblemDetails, 'type'>,
  more: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): Response {
  const body: ProblemDetails = { type: 'about:blank', ...problem, ...more };
  return Response.json(body, {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json', ...headers },
  });
}

/**
 * What a refusal says in the language that the reader asked for.
 *
 * @param given that language, where Next does not know of the request.
 */
export async function problemWords(
  title: string,
  error: Error,
  given?: Locale,
): Promise<Pick<ProblemDetails, 'title' | 'detail'>> {
  const locale = given ?? (await askedLocale());
  return { title: refusalIn(locale, title) ?? title, detail: refusalLine(locale, error) };
}

/** A refusal of the library as an answer. */
export async function problemOf(error: InputError): Promise<Response> {
  const { code, share } = error;
  const { status, title } = kinds[code];
  const seconds = retryAfter[code];
  return problemResponse(
    { status, code, ...(await problemWords(title, error)) },
    share === undefined ? {} : { done: share },
    seconds === undefined ? {} : { 'retry-after': String(seconds) },
  );
}

/** Someone has saved meanwhile. */
export async function conflictOf(
  error: Error,
  more: Record<string, unknown> = {},
): Promise<Response> {
  const { status, title } = kinds.conflict;
  const words = await problemWords(title, error);
  return problemResponse({ status, code: 'conflict', ...words }, more);
}
