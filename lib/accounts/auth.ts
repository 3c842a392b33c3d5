import { betterAuth } from 'better-auth';
import { getMigrations } from 'better-auth/db/migration';
import { databaseUrl } from '../core/config';
import { processWide } from '../core/process-wide';
import { aloneIn, databaseAt, migrate, unreachable } from '../store/database';
import { secret, siteAddress } from './settings';

/** A name or password has to be this long at least. */
export const shortestPassword = 12;

function options(url: string) {
  const address = siteAddress();
  return {
    // Tables are made and asked by better-auth itself, in the library's database.
    database: databaseAt(url).pool,
    secret: secret(),
    ...(address ? { baseURL: address } : {}),
    basePath: '/api/account',
    emailAndPassword: {
      enabled: true,
      // Hosts and owners say who takes part.
      disableSignUp: true,
      minPasswordLength: shortestPassword,
    },
    session: { expiresIn: 60 * 60 * 24 * 14, updateAge: 60 * 60 * 24 },
    advanced: {
      cookiePrefix: 'variorum',
      useSecureCookies: address?.startsWith('https:') ?? false,
    },
    telemetry: { enabled: false },
    logger: { disabled: true },
  } satisfies Parameters<typeof betterAuth>[0];
}

type Auth = ReturnType<typeof make>;
const make = (url: string) => betterAuth(options(url));
const made = processWide('accounts', () => new Map<string, Promise<Auth>>());

/** The accounts of the library's database; its tables are made when they are first needed. */
export function accounts(): Promise<Auth> {
  const url = databaseUrl() ?? '';
  let auth = made.get(url);
  if (!auth) {
    auth = prepare(url);
    auth.catch(() => made.delete(url));
    made.set(url, auth);
  }
  return auth;
}

/** Held while tables are made, so that processes that start together do not both make them. */
const tableLock = 1949_12_18;

async function prepare(url: string): Promise<Auth> {
  const database = databaseAt(url);
  try {
    await migrate(database);
    await aloneIn(database, tableLock, async () => {
      const { runMigrations } = await getMigrations(options(url));
      await runMigrations();
    });
  } catch (error) {
    throw unreachable(error);
  }
  return make(url);
}
