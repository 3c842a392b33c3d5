import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FolderStore } from '../../lib/store/folder-store';
import { type App, startApp, worked } from '../processes';

const home = mkdtempSync(path.join(tmpdir(), 'variorum-faults-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));
chmodSync(home, 0o755);

const saver = path.join(home, 'saver.mjs');
beforeAll(() =>
  build({
    entryPoints: ['tests/system/saver.ts'],
    outfile: saver,
    bundle: true,
    platform: 'node',
    format: 'esm',
    // What the packages within it expect of CommonJS.
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url); const __filename = "saver";',
    },
  }),
);

const newFolder = () => mkdtempSync(path.join(home, 'library-'));
const save = (folder: string, size: number, options: { uid?: number; gid?: number } = {}) =>
  spawn(process.execPath, [saver, folder, String(size)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    ...options,
  });
const exited = (child: ChildProcess) => new Promise((resolve) => child.once('exit', resolve));
const heard = (child: ChildProcess) => {
  let text = '';
  child.stdout?.on('data', (data) => {
    text += data;
  });
  return () => text;
};

/** Which version a file holds. @throws for one that is not whole. */
function versionOf(file: string): number {
  const [, version, length, body] = /^(\d+) (\d+) (.*)$/s.exec(readFileSync(file, 'utf8')) ?? [];
  expect(body?.length).toBe(Number(length));
  expect(body).toBe(`${version}.`.repeat(body.length).slice(0, body.length));
  return Number(version);
}

describe('a process that ends in the middle of saves', () => {
  test('leaves the old file or the new one, two hundred times', async () => {
    let [saves, unfinished] = [0, 0];
    const once = async (n: number) => {
      const folder = newFolder();
      const child = save(folder, 300_000);
      const printed = heard(child);
      await new Promise((resolve) => child.stdout?.once('data', resolve));
      // Any moment of a save that takes some milliseconds.
      await new Promise((resolve) => setTimeout(resolve, (n * 7.3) % 40));
      child.kill('SIGKILL');
      await exited(child);
      const last = Number(printed().trim().split('\n').pop());
      const work = path.join(folder, 'work');
      for (const name of ['notes.json', 'other.md']) {
        const version = versionOf(path.join(work, name));
        // What was reported to be saved is there.
        expect(version).toBeGreaterThanOrEqual(last);
        expect(version).toBeLessThanOrEqual(last + 1);
      }
      const kept = path.join(work, '.history', 'notes.json');
      for (const name of existsSync(kept) ? readdirSync(kept) : []) {
        versionOf(path.join(kept, name));
      }
      saves += last;
      if (readdirSync(work).some((name) => name.endsWith('.unfinished'))) unfinished++;
      rmSync(folder, { recursive: true });
    };
    for (let n = 0; n < 200; n += 4) await Promise.all([n, n + 1, n + 2, n + 3].map(once));
    expect(saves).toBeGreaterThanOrEqual(200);
    // The moments were within saves, too.
    expect(unfinished).toBeGreaterThan(5);
  });

  test('keeps nobody from saving, and what it left is cleared away', async () => {
    const folder = newFolder();
    const child = save(folder, 300_000);
    await new Promise((resolve) => child.stdout?.once('data', resolve));
    child.kill('SIGKILL');
    await exited(child);
    // As though it had been in the middle of one, a while ago; it may have left a lock of its own.
    const lock = path.join(folder, '.saving.lock');
    if (!existsSync(lock)) mkdirSync(lock);
    const left = path.join(folder, 'work', '.0123456789abcdef.unfinished');
    writeFileSync(left, 'half a');
    execFileSync('touch', ['-d', '2 minutes ago', left]);
    await new FolderStore(folder).write([{ path: 'work/notes.json', content: 'next' }]);
    expect(readFileSync(path.join(folder, 'work', 'notes.json'), 'utf8')).toBe('next');
    expect(existsSync(left)).toBe(false);
  });
});

describe('a save that cannot be made', () => {
  const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

  test('into a folder that may only be read is reported, and changes nothing', async () => {
    const folder = newFolder();
    cpSync('editions/telegram-to-liu', path.join(folder, 'work'), { recursive: true });
    chmodSync(folder, 0o555);
    chmodSync(path.join(folder, 'work'), 0o555);
    const before = readdirSync(path.join(folder, 'work'));
    const child = save(folder, 1000, nobody);
    const printed = heard(child);
    expect(await exited(child)).toBe(1);
    expect(printed()).toBe('InputError: nothing was saved: the folder may not be written to\n');
    expect(readdirSync(path.join(folder, 'work'))).toEqual(before);
    chmodSync(folder, 0o755);
    chmodSync(path.join(folder, 'work'), 0o755);
  });

  // Only root may make a disk that is small enough.
  test.skipIf(process.getuid?.() !== 0)(
    'where the disk is full is reported, and leaves what was there',
    async () => {
      const disk = smallDisk();
      try {
        const child = save(disk.folder, 180_000);
        const printed = heard(child);
        expect(await exited(child)).toBe(1);
        const lines = printed().trim().split('\n');
        expect(lines.pop()).toMatch(/^InputError: nothing was saved: the disk is full$/);
        const last = Number(lines.pop());
        expect(last).toBeGreaterThan(0);
        for (const name of ['notes.json', 'other.md']) {
          expect(versionOf(path.join(disk.folder, 'work', name))).toBe(last);
        }
        const left = readdirSync(path.join(disk.folder, 'work'));
        expect(left.filter((name) => name.endsWith('.unfinished'))).toEqual([]);
      } finally {
        disk.end();
      }
    },
  );

  test('where a folder is in the way is reported', async () => {
    const folder = newFolder();
    mkdirSync(path.join(folder, 'work', 'A.md'), { recursive: true });
    const write = new FolderStore(folder).write([
      { path: 'work/B.md', content: 'b' },
      { path: 'work/A.md', content: 'a' },
    ]);
    await expect(write).rejects.toThrow('there is a folder of that name');
    expect(readdirSync(path.join(folder, 'work'))).toEqual(['A.md']);
  });
});

/** A disk of a megabyte: a file system of its own in memory. */
function smallDisk(): { folder: string; end: () => void } {
  const folder = newFolder();
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder]);
  return { folder, end: () => execFileSync('umount', [folder]) };
}

describe('files that change under a running app', () => {
  const library = newFolder();
  const work = path.join(library, 'telegram-to-liu');
  let app: App;
  beforeAll(async () => {
    cpSync('editions', library, { recursive: true });
    app = await startApp({ VARIORUM_LIBRARY: library });
  });
  afterAll(() => app.end('SIGKILL'));
  const page = async (place = '/works/telegram-to-liu') => {
    const response = await worked(() => app.get(place));
    return { status: response.status, text: await response.text() };
  };

  test('are read as they are now', async () => {
    expect((await page()).text).toContain('political capital');
    const file = path.join(work, 'en.md');
    const source = readFileSync(file, 'utf8');
    writeFileSync(file, source.replace('political capital', 'political interest'));
    const edited = await page();
    expect(edited.text).toContain('political interest');
    writeFileSync(file, source);
  });

  test('are missed where they are taken out, and the others are shown', async () => {
    const file = path.join(work, 'en-plain.md');
    renameSync(file, `${file}.away`);
    const { editions } = await (await app.get('/api/works/telegram-to-liu')).json();
    expect(editions.map(({ siglum }: { siglum: string }) => siglum)).not.toContain('en-plain');
    expect((await page()).text).toContain('the order names “en-plain”');
    renameSync(`${file}.away`, file);
    expect((await page()).text).not.toContain('the order names');
  });

  test.each([
    ['notes.json', '{"notes": [{"id"'],
    ['corrections.json', '\u0000\u0001'],
    ['corrections.json', '{"corrections": {"a": 1}}'],
    ['en.md', Uint8Array.from([0xff, 0xfe, 0xc3, 0x28])],
    ['work.json', '{ "title": 12 }'],
  ])('are reported where %s is damaged, and the rest is served', async (name, content) => {
    const file = path.join(work, name);
    const before = existsSync(file) ? readFileSync(file) : null;
    writeFileSync(file, content);
    const shown = await page();
    expect(shown.status).toBe(200);
    expect(shown.text).toContain(`telegram-to-liu/${name}`);
    expect(shown.text).not.toMatch(/at \w+ \(|node_modules/);
    expect((await page('/')).text).toContain('Universal Declaration');
    expect((await page('/works/universal-declaration')).status).toBe(200);
    if (before) writeFileSync(file, before);
    else rmSync(file);
  });

  test('are not there any more: the app says so, and goes on when they are', async () => {
    renameSync(library, `${library}-away`);
    const gone = await app.get('/api/ready');
    expect(gone.status).toBe(503);
    expect((await gone.json()).detail).toBe('the library folder does not exist');
    expect((await page('/')).text).toContain('the library folder does not exist');
    renameSync(`${library}-away`, library);
    expect(await (await app.get('/api/ready')).json()).toEqual({ status: 'ready', works: 3 });
    expect((await page()).status).toBe(200);
  });
});
