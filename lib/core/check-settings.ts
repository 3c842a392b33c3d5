import { z } from 'zod';
import { InputError } from './errors';

// Every setting is checked before anything is served: a wrong one is reported in one line, and never
// read as its default.

const yesOrNo = z.enum(['yes', 'no'], 'must be “yes” or “no”');
const number = (what: string) =>
  z.string().refine((text) => text.trim() !== '' && Number(text) >= 0, `must be ${what}`);
const site = z
  .string()
  .refine(
    (text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol),
    'must be an address such as https://texts.example.org',
  )
  .refine(
    (text) => !URL.canParse(text) || new URL(text).pathname === '/',
    'must be the address of a whole site, without a path',
  );

const origins = z
  .string()
  .refine(
    (text) =>
      text === '*' ||
      text === 'off' ||
      text
        .split(',')
        .every((each) => URL.canParse(each.trim()) && new URL(each).origin === each.trim()),
    'must be “*”, “off” or origins such as https://reader.example.org with commas between',
  );

const settings: Record<string, z.ZodType> = {
  VARIORUM_URL: site,
  VARIORUM_CORS: origins,
  VARIORUM_READ_ONLY: yesOrNo,
  VARIORUM_WORK: yesOrNo,
  VARIORUM_PROXIES: number('the number of your proxies'),
  VARIORUM_RATE: number('a number of requests a minute'),
  VARIORUM_READ_SECONDS: number('a number of seconds'),
  VARIORUM_READ_MEMORY: number('a number of megabytes'),
  VARIORUM_PRINT_SECONDS: number('a number of seconds'),
  VARIORUM_PRINT_MEMORY: number('a number of megabytes'),
  VARIORUM_CACHE_SIZE: number('a number of megabytes'),
  VARIORUM_DATABASE_CONNECTIONS: number('a number of connections'),
  VARIORUM_METRICS_PORT: number('a port'),
  VARIORUM_LOG: z.enum(
    ['debug', 'info', 'warn', 'error', 'silent'],
    'must be “debug”, “info”, “warn”, “error” or “silent”',
  ),
};

/** @throws InputError for the first setting of the environment that cannot be used. */
export function checkSettings(env: Readonly<Record<string, string | undefined>>): void {
  for (const [name, schema] of Object.entries(settings)) {
    const value = env[name];
    // An empty variable is one that is not set: that is how compose passes them on.
    if (!value) continue;
    const result = schema.safeParse(value);
    if (result.success) continue;
    throw new InputError(`${name} ${result.error.issues[0]?.message}, not “${value}”`, {
      remedy: 'correct it, or unset it',
    });
  }
  if (env.VARIORUM_SECRET && !env.DATABASE_URL) {
    throw new InputError('VARIORUM_SECRET is set, but DATABASE_URL is not', {
      remedy: 'accounts are kept in PostgreSQL: name its database, or unset VARIORUM_SECRET',
    });
  }
}
