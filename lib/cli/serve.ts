import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Command } from 'commander';
import {
  checkOwnToken,
  firstToken,
  hasOwner,
  newOwnerKey,
  ownerAddress,
  ownerKeyVariable,
} from '../accounts/owner';
import { accountsOn, secret } from '../accounts/settings';
import { checkSettings } from '../core/check-settings';
import { databaseUrl, isLoopback } from '../core/config';
import { InputError } from '../core/errors';
import { installationFolder } from '../core/installed';
import { alone } from '../store/lock';
import { prepareLibrary } from '../store/open';
import { listWorks } from '../works/load';
import { newestChange } from './freshness';
import { processCount, serveTogether } from './processes';

const home = installationFolder();

interface Options {
  port: string;
  host: string;
  library?: string;
  readOnly?: boolean;
  processes: string;
  build?: boolean;
}

export function serveCommand(): Command {
  return new Command('serve')
    .option('--port <number>', 'port to listen on', process.env.PORT || '3000')
    .option('--host <address>', 'address to listen on; this machine only by default', '127.0.0.1')
    .option('--library <folder>', 'the library folder')
    .option('--processes <number>', 'processes that serve, or “auto” for one for each core', '1')
    .option('--read-only', 'let nobody change anything, as for a public copy')
    .option('--build', 'build the pages if need be, and no more')
    .action(async ({ port, host, library, readOnly, processes, build }: Options) => {
      const count = processCount(processes);
      const number = Number(port);
      if (!Number.isInteger(number) || number < 0 || number > 65535) {
        throw new InputError(`“${port}” is not a port`, {
          remedy: 'give a number from 1 to 65535',
        });
      }
      const env: NodeJS.ProcessEnv = {
        ...process.env,
        NEXT_TELEMETRY_DISABLED: '1',
        NODE_ENV: 'production',
      };
      if (library && databaseUrl()) {
        throw new InputError('the library is to be both a folder and a database', {
          remedy: 'leave --library out, or unset DATABASE_URL',
        });
      }
      if (library) env.VARIORUM_LIBRARY = library;
      if (env.VARIORUM_LIBRARY) env.VARIORUM_LIBRARY = path.resolve(env.VARIORUM_LIBRARY);
      if (readOnly) env.VARIORUM_READ_ONLY = 'yes';
      checkSettings(env);
      if (accountsOn()) secret();
      checkOwnToken();
      await lookAtLibrary(env);
      const address = boundTo(host, env);
      if (!build) await checkPort(number, address);
      await ensureBuilt(env);
      if (build) return;
      const at = ['-p', String(number), '-H', address, '--keepAliveTimeout', String(keepAliveMs)];
      const key = newOwnerKey();
      env[ownerKeyVariable] = key;
      env.PORT = String(number);
      if (opensBrowser()) openWhenReady(number, key);
      process.exitCode =
        count > 1
          ? await serveTogether(nextScript(), ['start', ...at], home, env, count)
          : await next(['start', ...at], env, 'inherit');
    });
}

/**
 * How long an idle connection stays open: longer than proxies and clients keep theirs (nginx: 60 s). One that is
 * closed just as it is used again is an error there.
 */
const keepAliveMs = 65_000;

/** Whether someone at a desktop has said `npm start`. */
function opensBrowser(): boolean {
  const { npm_lifecycle_event: script, CI, SSH_CONNECTION, DISPLAY, WAYLAND_DISPLAY } = process.env;
  const desktop =
    process.platform === 'darwin' ||
    process.platform === 'win32' ||
    Boolean(DISPLAY || WAYLAND_DISPLAY);
  return script === 'start' && process.stdout.isTTY && desktop && !CI && !SSH_CONNECTION;
}

/** Opens the library in the browser as soon as it is served, ready to edit. */
async function openWhenReady(port: number, key: string): Promise<void> {
  const origin = `http://localhost:${port}`;
  for (let tries = 0; tries < 120; tries++) {
    await sleep(500);
    const health = await fetch(`${origin}/api/health`).catch(() => null);
    if (!health?.ok) continue;
    const address = hasOwner() ? ownerAddress(origin, firstToken(key)) : origin;
    // Where no browser can be opened, the address is in the terminal.
    await (await import('open')).default(address).catch(() => {});
    return;
  }
}

/** The address to listen on: this machine's own where anyone who came could write. */
function boundTo(host: string, env: NodeJS.ProcessEnv): string {
  if (isLoopback(host) || accountsOn() || env.VARIORUM_READ_ONLY === 'yes') return host;
  process.stderr.write(
    `variorum: no accounts are configured, so only this machine is answered (127.0.0.1, not ${host}); docs/hosts.md says how to open a library to others\n`,
  );
  return '127.0.0.1';
}

/** @throws InputError for a library that cannot be read, before anything is built for it. */
async function lookAtLibrary(env: NodeJS.ProcessEnv): Promise<void> {
  if (!databaseUrl()) {
    listWorks(env.VARIORUM_LIBRARY ?? path.join(home, 'editions'));
    return;
  }
  const away = await prepareLibrary();
  if (away)
    process.stderr.write(`variorum: ${away.oneLine}; this machine’s copy is served meanwhile\n`);
}

/** @throws InputError for a port that another program listens on. */
async function checkPort(port: number, host: string): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(portError(error, port)));
    server.listen(port, host, () => server.close(() => resolve()));
  });
}

const portError = ({ code = '' }: NodeJS.ErrnoException, port: number): InputError =>
  code === 'EADDRINUSE'
    ? new InputError(`another program listens on port ${port}`, {
        remedy: 'end it, or choose another with --port',
      })
    : new InputError(`port ${port} cannot be listened on (${code})`, {
        remedy: 'choose another with --port, or check --host',
      });

/** Another build is waited for, so long at most. */
const maxBuildMs = 15 * 60 * 1000;

/** Builds the pages where that has not been done since they changed. */
async function ensureBuilt(env: NodeJS.ProcessEnv): Promise<void> {
  if (built()) return;
  // Two builds at once in one folder would spoil each other.
  await alone(
    home,
    '.building',
    async () => {
      if (built()) return;
      process.stderr.write('Building the pages; this is done once.\n');
      const code = await next(['build'], env, 'stderr');
      if (code !== 0) throw new InputError('the pages could not be built', { remedy: 'see above' });
    },
    maxBuildMs,
  );
}

/** Whether a build stands that is newer than all it was made from. */
function built(): boolean {
  const stamp = path.join(home, '.next', 'BUILD_ID');
  if (!existsSync(stamp)) return false;
  const sources = [
    'app',
    'lib',
    'instrumentation.ts',
    'proxy.ts',
    'package.json',
    'next.config.js',
  ];
  return newestChange(sources.map((each) => path.join(home, each))) <= statSync(stamp).mtimeMs;
}

const nextScript = (): string => createRequire(import.meta.url).resolve('next/dist/bin/next');

function next(
  args: string[],
  env: NodeJS.ProcessEnv,
  output: 'stderr' | 'inherit',
): Promise<number> {
  const child = spawn(process.execPath, [nextScript(), ...args], {
    cwd: home,
    env,
    stdio: ['ignore', output === 'stderr' ? 2 : 'inherit', 'inherit'],
  });
  const forward = (signal: NodeJS.Signals) => child.kill(signal);
  process.on('SIGINT', forward);
  process.on('SIGTERM', forward);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? (signal ? 0 : 1)));
  });
}
