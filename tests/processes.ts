import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from './postgres';

/** A process of the product, started as its users start it. */
export interface Running {
  child: ChildProcess;
  /** What it has printed so far, in lines. */
  lines: string[];
  /** The first line that has a text in it, as soon as it is printed. */
  line: (text: string) => Promise<string>;
  /** Ends it, and waits until it has. @returns its exit code. */
  end: (signal?: NodeJS.Signals) => Promise<number | null>;
}

/** Starts `variorum` with a cache of its own, as if on a machine of its own. */
export function variorum(args: string[], env: Record<string, string>): Running {
  const cache = mkdtempSync(path.join(tmpdir(), 'variorum-process-'));
  const child = spawn(process.execPath, ['lib/cli/bin.mjs', ...args], {
    env: { ...process.env, VARIORUM_CACHE: cache, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that all it starts ends with it.
    detached: true,
  });
  const lines: string[] = [];
  const heard = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    let rest = '';
    stream?.on('data', (data) => {
      const parts = (rest + data).split('\n');
      rest = parts.pop() ?? '';
      lines.push(...parts);
      for (const each of heard) each();
    });
  }
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const line = (text: string) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const found = lines.find((each) => each.includes(text));
        if (!found) return;
        heard.delete(look);
        resolve(found);
      };
      heard.add(look);
      look();
      exited.then(() => reject(new Error(`ended without “${text}”:\n${lines.join('\n')}`)));
    });
  const end = async (signal: NodeJS.Signals = 'SIGTERM') => {
    try {
      process.kill(-(child.pid ?? 0), signal);
    } catch {
      // It has ended already.
    }
    const code = await exited;
    rmSync(cache, { recursive: true, force: true, maxRetries: 5 });
    return code;
  };
  return { child, lines, line, end };
}

/** The processes that a process has started, and those that they have started, by Linux's `/proc`. */
export function childrenOf(pid: number): number[] {
  const found = readFileSync(`/proc/${pid}/task/${pid}/children`, 'latin1').trim();
  const children = found ? found.split(' ').map(Number) : [];
  return [...children, ...children.flatMap(childrenOf)];
}

export interface App extends Running {
  url: string;
  /** Of the owner, where there are no accounts; `send` sends it. */
  cookie: string | null;
  get: (path: string) => Promise<Response>;
  send: (method: string, path: string, body: unknown, headers?: HeadersInit) => Promise<Response>;
}

/** The cookie for the address that the app has printed; null where it prints none. */
async function ownerCookie({ lines }: Running): Promise<string | null> {
  const printed = lines.map((line) => /To edit, open (\S+)/.exec(line)?.[1]).find(Boolean);
  if (!printed) return null;
  const answer = await fetch(printed.replace('localhost', '127.0.0.1'), { redirect: 'manual' });
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? null;
}

/** Starts the app at a free port, and waits until it answers. */
export async function startApp(env: Record<string, string>, ...args: string[]): Promise<App> {
  const port = await freePort();
  const running = variorum(['serve', '--port', String(port), ...args], env);
  const url = `http://127.0.0.1:${port}`;
  await running.line('Ready in');
  for (;;) {
    const ready = await fetch(`${url}/api/health`).catch(() => null);
    if (ready?.ok) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const all = { ...process.env, ...env };
  const hasOwner = all.VARIORUM_READ_ONLY !== 'yes' && !args.includes('--read-only');
  // Of several processes, another may answer before the one that prints the address.
  if (hasOwner && !(all.DATABASE_URL && all.VARIORUM_SECRET)) await running.line('To edit, open');
  const cookie = await ownerCookie(running);
  return {
    ...running,
    url,
    cookie,
    get: (place) => fetch(url + place),
    send: (method, place, body, headers = {}) =>
      fetch(url + place, {
        method,
        headers: {
          'content-type': 'application/json',
          ...(cookie ? { cookie } : {}),
          ...Object.fromEntries(new Headers(headers)),
        },
        body: JSON.stringify(body),
      }),
  };
}

/** An answer; requested again while what it needs is still being computed, as browsers do. */
export function worked(ask: () => Promise<Response>): Promise<Response> {
  return eventually(async () => {
    const response = await ask();
    const waiting = /<section class="[^"]*\bwaiting\b/.test(await response.clone().text());
    return response.status !== 503 && !waiting && response;
  });
}

/** What comes true before long; asks again until it does. */
export async function eventually<T>(
  find: () => Promise<T | null | undefined | false>,
  seconds = 600,
): Promise<T> {
  const until = Date.now() + seconds * 1000;
  for (;;) {
    const found = await find();
    if (found) return found;
    if (Date.now() > until) throw new Error(`not so after ${seconds} s`);
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}
