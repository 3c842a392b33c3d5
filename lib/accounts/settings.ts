import { databaseUrl } from '../core/config';
import { InputError } from '../core/errors';

/** Shorter secrets can be guessed. */
const shortest = 32;

/** Whether people sign in to write: where there is a database, and a secret to sign sessions with. */
export function accountsOn(): boolean {
  return Boolean(databaseUrl() && process.env.VARIORUM_SECRET);
}

/** The secret that sessions are signed with. @throws InputError for one that can be guessed. */
export function secret(): string {
  const found = process.env.VARIORUM_SECRET ?? '';
  if (found.length >= shortest) return found;
  throw new InputError(`VARIORUM_SECRET is shorter than ${shortest} characters`, {
    remedy: 'make one with “openssl rand -base64 32”',
  });
}

/** Whether nobody may write, as on a public copy: `VARIORUM_READ_ONLY=yes`. */
export const readOnly = (): boolean => process.env.VARIORUM_READ_ONLY === 'yes';

/** The address by which readers know the site, such as `https://texts.example.org`. */
export const siteAddress = (): string | undefined => process.env.VARIORUM_URL || undefined;

/** Whether the site is for others than those who sit at this machine. */
export const isPublic = (): boolean => accountsOn() || readOnly();

/**
 * Which other sites' pages may read this library through the API: `*` for all, or their origins.
 * `VARIORUM_CORS` says so; by default all where the library is for all, and none where it is on one's
 * own machine.
 */
export function readingOrigins(): '*' | readonly string[] {
  const setting = process.env.VARIORUM_CORS || (isPublic() ? '*' : 'off');
  if (setting === '*') return '*';
  return setting === 'off' ? [] : setting.split(',').map((origin) => origin.trim());
}
