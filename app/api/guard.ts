import { isOwner } from '../../lib/accounts/owner';
import { type Person, rolesAnywhere, rolesOf } from '../../lib/accounts/people';
import { type Act, allWorks, may } from '../../lib/accounts/roles';
import { accountsOn, readOnly, siteAddress } from '../../lib/accounts/settings';
import { whoIs } from '../../lib/accounts/signing-in';
import { InputError } from '../../lib/core/errors';
import type { Note } from '../../lib/edition/notes';
import { isKnownHost, isLocal } from '../server/address';
import { overLimit } from '../server/limits';

/** A request that its sender may not make; `status` is that of the answer. */
export class RefusedError extends Error {
  override name = 'RefusedError';
  constructor(
    readonly status: 401 | 403 | 405 | 406 | 415 | 421 | 429 | 503,
    message: string,
    /** For 429 and 503, in seconds. */
    readonly retryAfter?: number,
  ) {
    super(message);
  }
}

/**
 * Lets someone read on a route that the proxy does not see, as its bodies are long.
 *
 * @throws RefusedError for a name by which this site is not known, and for too much at once.
 */
export async function admit(request: Request): Promise<void> {
  if (!isKnownHost(request.headers)) throw new RefusedError(421, unknownHost);
  const wait = await overLimit('read', request.headers);
  if (wait !== null) throw new RefusedError(429, `too many requests; try again in ${wait} s`, wait);
}

/**
 * Lets someone have something computed that is not kept.
 *
 * @throws RefusedError as `admit` does, and for what another site sent in a reader's name.
 */
export async function admitCostly(request: Request): Promise<void> {
  if (!isKnownHost(request.headers)) throw new RefusedError(421, unknownHost);
  refuseForeign(request);
  const wait = await overLimit('write', request.headers);
  if (wait !== null) throw new RefusedError(429, `too many requests; try again in ${wait} s`, wait);
}

/** What is answered to a request for another site. */
export const unknownHost =
  'this site is not known by that name; ask for localhost, or set VARIORUM_URL';

/** Who writes; null where there are no accounts, and it is whoever sits at this machine. */
export type Writer = Person | null;

/**
 * Lets a write through.
 *
 * @param work its slug; what concerns none, such as a new work, is asked of all.
 * @throws RefusedError as `enter` does, and for someone who may not do that.
 */
export async function allow(request: Request, act: Act, work = allWorks): Promise<Writer> {
  const writer = await enter(request);
  await allowAct(writer, act, work);
  return writer;
}

/**
 * Lets someone in who may write something; what, is looked at once it is known.
 *
 * @throws RefusedError for what another site sent in someone's name, for someone who is not
 *   signed in, and for too much at once.
 */
export async function enter(request: Request): Promise<Writer> {
  if (!isKnownHost(request.headers)) throw new RefusedError(421, unknownHost);
  refuseForeign(request);
  const wait = await overLimit('write', request.headers);
  if (wait !== null) throw new RefusedError(429, `too many requests; try again in ${wait} s`, wait);
  return writerOf(request.headers);
}

/** Who would write with a request. @throws RefusedError where nobody may. */
export async function writerOf(headers: Headers): Promise<Writer> {
  if (readOnly()) throw new RefusedError(403, 'this library is only for reading');
  if (accountsOn()) {
    const person = await whoIs(headers);
    if (!person) throw new RefusedError(401, 'sign in first');
    return person;
  }
  if (isLocal(headers) && isOwner(headers)) return null;
  throw new RefusedError(
    403,
    'to change this library, open the address that “variorum serve” has printed, on this machine',
  );
}

/** @throws RefusedError for what someone may not do. */
export async function allowAct(writer: Writer, act: Act, work = allWorks): Promise<void> {
  if (!writer || may(act, ...(await rolesOf(writer.id, work)))) return;
  throw new RefusedError(403, 'your account may not do this; ask an owner of the work');
}

/** @throws RefusedError for someone who may add texts to no work: reading files costs much. */
export async function allowReadingFiles(writer: Writer): Promise<void> {
  if (!writer || may('edit', ...(await rolesAnywhere(writer.id)))) return;
  throw new RefusedError(403, 'your account may add texts to no work; ask an owner of one');
}

/** @throws InputError for what is of accounts alone, where there are none. */
export function needAccounts(): void {
  if (accountsOn()) return;
  throw new InputError('this library has no accounts', { remedy: 'write without signing in' });
}

/** A note's author, as the note keeps it. */
export const authorOf = (writer: Writer): Note['author'] =>
  writer ? { id: writer.id, name: writer.name } : undefined;

/** Lets a change of a note through: one's own, or anyone's for those who edit the work. */
export async function allowNote(writer: Writer, work: string, note?: Note): Promise<void> {
  if (!writer || !note || note.author?.id === writer.id) return;
  if (may('edit', ...(await rolesOf(writer.id, work)))) return;
  throw new RefusedError(403, 'this note is someone else’s');
}

/**
 * Refuses what a page of another site sent in a reader's name. Browsers say where a request comes
 * from; programs that are not browsers send neither header and are let through.
 */
export function refuseForeign(request: Request): void {
  const site = request.headers.get('sec-fetch-site');
  const origin = request.headers.get('origin');
  // A proxy may ask by a name of its own for the site that readers know.
  const own = [request.headers.get('host'), hostOf(siteAddress() ?? '')];
  const foreign =
    (site !== null && site !== 'same-origin' && site !== 'none') ||
    (origin !== null && origin !== 'null' && !own.includes(hostOf(origin) ?? '')) ||
    (origin === 'null' && site === null);
  if (!foreign) return;
  throw new RefusedError(403, 'this request comes from another site; open the page itself to save');
}

const hostOf = (origin: string) => (URL.canParse(origin) ? new URL(origin).host : null);
