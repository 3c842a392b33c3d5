import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { processWide } from '../core/process-wide';
import { databaseAway, libraryDatabase, unreachable } from '../store/database';
import { accounts } from './auth';
import type { Person } from './people';

/** Attempts at one account from one address, and from one address at all, in so many seconds. */
const bounds = { account: { points: 8, duration: 900 }, address: { points: 60, duration: 3600 } };

/** Counted in the database: more machines are no more attempts. */
const limiters = processWide('sign-in limits', () => new Map<string, RateLimiterPostgres[]>());

async function limits(): Promise<RateLimiterPostgres[]> {
  const { pool, url } = libraryDatabase();
  const known = limiters.get(url);
  if (known) return known;
  const made = await Promise.all(
    Object.entries(bounds).map(
      ([kind, bound]) =>
        new Promise<RateLimiterPostgres>((resolve, reject) => {
          const limiter: RateLimiterPostgres = new RateLimiterPostgres(
            {
              storeClient: pool,
              storeType: 'pool',
              tableName: 'library_attempts',
              keyPrefix: `sign-in-${kind}`,
              ...bound,
            },
            (error) => (error ? reject(error) : resolve(limiter)),
          );
        }),
    ),
  );
  limiters.set(url, made);
  return made;
}

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
  const [byAccount, byAddress] = await limits();
  const name = email.trim().toLowerCase().slice(0, 200);
  try {
    await byAddress.consume(address);
    await byAccount.consume(`${address} ${name}`);
  } catch (error) {
    if (error instanceof RateLimiterRes) return 'many';
    throw unreachable(error);
  }
  const response = await auth.api
    .signInEmail({ body: { email: name, password }, asResponse: true })
    .catch(() => null);
  if (!response?.ok) return 'wrong';
  await byAccount.delete(`${address} ${name}`);
  return cookiesOf(response);
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
