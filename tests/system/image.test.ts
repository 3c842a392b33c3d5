import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildProgram } from '../../lib/built.mjs';
import { freePort } from '../postgres';
import { eventually, worked } from '../processes';

// The container image, put together in a folder by the lines of the Dockerfile, since no container engine
// is to be had everywhere: what it copies, what it sets, and how it starts.

/** The last stage of the Dockerfile, in lines, those that go on joined. */
const stage = readFileSync('Dockerfile', 'utf8')
  .replace(/\\\n/g, ' ')
  .split(/^FROM /m)
  .at(-1)!
  .split('\n');
const linesOf = (word: string): string[] =>
  stage.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1));

const standalone = '.next/standalone/server.js';
const image = mkdtempSync(path.join(tmpdir(), 'variorum-image-'));
const place = (file: string): string => path.join(image, file);

/** Where a stage has what the last one copies from it: this checkout, built. */
function copy(line: string): void {
  const words = line.split(/\s+/).filter((word) => !word.startsWith('--'));
  const to = words.pop()!;
  for (const from of words.map((word) => word.replace(/^\/app\//, ''))) {
    const target = place(to.endsWith('/') ? path.join(to, path.basename(from)) : to);
    // Hundreds of megabytes are not copied.
    if (from === 'node_modules') symlinkSync(path.resolve(from), target);
    else if (from !== 'dist/program') cpSync(from, target, { recursive: true });
  }
}

async function environment(): Promise<NodeJS.ProcessEnv> {
  const set = linesOf('ENV').flatMap((line) => line.trim().split(/\s+/));
  const own = Object.fromEntries(set.map((each) => each.split('=') as [string, string]));
  const inImage = (value: string) => value.replace(/^\/app\b/, image);
  return {
    NODE_ENV: 'production',
    ...Object.fromEntries(Object.entries(own).map(([name, value]) => [name, inImage(value)])),
    PATH: process.env.PATH ?? '',
    HOME: place('home'),
    PORT: String(await freePort()),
    HOSTNAME: '127.0.0.1',
    VARIORUM_LIBRARY: place('editions'),
    VARIORUM_CACHE: place('cache'),
    VARIORUM_READ_ONLY: 'yes',
  };
}

describe.skipIf(!existsSync(standalone))('the container image', () => {
  let server: ChildProcess;
  let env: NodeJS.ProcessEnv;
  let printed = '';
  const get = (address: string) => fetch(`http://127.0.0.1:${env.PORT}${address}`);
  beforeAll(async () => {
    for (const line of linesOf('COPY')) copy(line);
    await buildProgram(place('dist/program'));
    mkdirSync(place('home'));
    env = await environment();
    const [program, ...args] = JSON.parse(linesOf('CMD')[0]) as string[];
    server = spawn(program, args, { cwd: image, env });
    for (const stream of [server.stdout, server.stderr]) {
      stream?.on('data', (data) => {
        printed += data;
      });
    }
    await eventually(async () => (await get('/api/ready').catch(() => null))?.ok, 120);
  });
  afterAll(() => {
    server?.kill('SIGKILL');
    rmSync(image, { recursive: true, force: true });
  });

  test.each([
    ['/works/telegram-to-liu', 'Stalin'],
    ['/works/telegram-to-liu/collation', 'Stalin'],
    ['/api/works/telegram-to-liu/alignment', '"rows"'],
    ['/api/works/telegram-to-liu/export?format=pdf', '%PDF'],
    ['/api/openapi.json', '"openapi"'],
  ])('answers %s', async (address, expected) => {
    const response = await worked(() => get(address));
    expect(response.status, printed.slice(-2000)).toBe(200);
    expect((await response.text()).includes(expected)).toBe(true);
  });

  test('runs commands, the writing of static pages among them', () => {
    const run = (...args: string[]) =>
      spawnSync(process.execPath, ['lib/cli/bin.mjs', ...args], {
        cwd: image,
        env,
        encoding: 'utf8',
      });
    expect(run('search', 'Moscow').stdout).toMatch(/\d found/);
    // A library of one work has every kind of page.
    const slug = 'the-bellmakers-daughter';
    cpSync(place(`editions/${slug}`), place(`one/${slug}`), { recursive: true });
    const { status, stderr } = run('site', '--output', place('pages'), '--library', place('one'));
    expect(stderr).not.toMatch(/variorum:/);
    expect(status).toBe(0);
    expect(existsSync(place('pages/index.html'))).toBe(true);
  });

  test('ends when it is stopped, with nothing to complain of', async () => {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill(linesOf('STOPSIGNAL')[0] as NodeJS.Signals);
    await ended;
    expect(printed).not.toMatch(/"level":"error"/);
  });
});
