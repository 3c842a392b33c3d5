import type { Pool } from 'pg';
import { RateLimiterPostgres } from 'rate-limiter-flexible';
import { isLimited, networkOf } from '../core/network';
import { processWide } from '../core/process-wide';
import { databaseAway, libraryDatabase, unreachable } from '../store/database';
import { accounts } from './auth';
import type { Person } from './people';

/** What is counted, in the database, so that more machines are not more attempts. */
const bounds = {
  /** Attempts at one account from one network. */
  account: { points: 8, duration: 900 },
  /** Attempts from one network. */
  network: { points: 60, duration: 3600 },
  /** Attempts at one account from anywhere. They are counted for a day; `held` is what bounds them. */
  anywhere: { points: 1_000_000, duration: 86_400 },
  /** Attempts at one account once there were many: one in the time of `delayAfter`. */
  held: { points: 1, duration: 1 },
  /** Those of them that were made, which the delay grows with; counted for a day as well. */
  made: { points: 1_000_000, duration: 86_400 },
};

type Limiters = Record<keyof typeof bounds, RateLimiterPostgres>;

/** Attempts at an account, from anywhere, that go without a delay. */
const freeAttempts = 10;
/** The longest delay, in seconds: whoever owns the account gets in, whatever others do. */
const maxDelay = 900;

/** Seconds until the next attempt at an account. @param made attempts that were made under a delay. */
export const delayAfter = (made: number): number => Math.min(maxDelay, 2 ** (made + 1));

const limiters = processWide('sign-in limits', () => new Map<string, Limiters>());

function limits(): Limiters {
  const { pool, url } = libraryDatabase();
  let made = limiters.get(url);
  if (!made) {
    made = makeLimiters(pool);
    limiters.set(url, made);
  }
  return made;
}

const makeLimiters = (pool: Pool): Limiters =>
  Object.fromEntries(
    Object.entries(bounds).map(([kind, bound]) => [
      kind,
      new RateLimiterPostgres({
        storeClient: pool,
        storeType: 'pool',
        tableName: 'library_attempts',
        // By the migrations of the library.
        tableCreated: true,
        keyPrefix: `sign-in-${kind}`,
        ...bound,
      }),
    ]),
  ) as Limiters;

/**
 * Signs someone in.
 *
 * @param address of the network, that attempts are counted by.
 * @returns the headers that set the session's cookie; `wrong` for a wrong name or password, which
 *   are not told apart; `many` after too many attempts.
 * @throws InputError where the database is away.
 */
export async function signIn(
  email: string,
  password: string,
  address: string,
): Promise<Headers | 'wrong' | 'many'> {
  const auth = await accounts();
  const name = email.trim().toLowerCase().slice(0, 200);
  const limited = limits();
  const network = networkOf(address);
  const here = `${network} ${name}`;
  try {
    await limited.network.consume(network);
    await limited.account.consume(here);
    // Counted before the password is looked at, so that attempts at the same time count as well.
    const { consumedPoints } = await limited.anywhere.penalty(name, 1);
    if (consumedPoints > freeAttempts && !(await passHold(limited, name))) {
      // The password was not looked at: whoever owns the account may ask again all the same.
      await limited.account.reward(here, 1);
      await limited.network.reward(network, 1);
      return 'many';
    }
  } catch (error) {
    if (isLimited(error)) return 'many';
    throw unreachable(error);
  }
  const response = await auth.api
    .signInEmail({ body: { email: name, password }, asResponse: true })
    .catch(() => null);
  if (!response?.ok) return 'wrong';
  await limited.account.delete(here);
  await limited.anywhere.delete(name);
  await limited.made.delete(name);
  return cookiesOf(response);
}

/**
 * Lets one attempt through, and the next after a delay that doubles with each.
 *
 * @returns whether this is the one. The delay counts attempts that were let through, not those under
 *   way, so that many at the same moment do not keep the owner out for longer.
 */
async function passHold({ held, made }: Limiters, name: string): Promise<boolean> {
  const before = (await made.get(name))?.consumedPoints ?? 0;
  try {
    await held.consume(name, 1, { customDuration: delayAfter(before) });
  } catch (error) {
    if (isLimited(error)) return false;
    throw error;
  }
  await made.penalty(name, 1);
  return true;
}

/** Ends a session. @returns the headers that take its cookie away. */
export async function signOut(headers: Headers): Promise<Headers> {
  const auth = await accounts();
  return cookiesOf(await auth.api.signOut({ headers, asResponse: true }));
}

/** Who a request is from; null for someone who is not signed in. */
export async function whoIs(headers: Headers): Promise<Person | null> {
  // Without a cookie there is nothing to ask the database for.
  if (!/variorum[.\w-]*session_token=/.test(headers.get('cookie') ?? '')) return null;
  const { api } = await accounts();
  const session = await api.getSession({ headers }).catch(() => {
    // Its own message hides what went wrong below.
    throw databaseAway();
  });
  if (!session) return null;
  const { id, email, name } = session.user;
  return { id, email, name };
}

function cookiesOf(response: Response): Headers {
  const headers = new Headers();
  for (const cookie of response.headers.getSetCookie()) headers.append('set-cookie', cookie);
  return headers;
}
