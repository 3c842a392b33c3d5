import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { runCommand } from '../command';
import { fileIn, temporaryFolder } from '../folder';
import { faulty, huge, makeLibrary } from '../library';

const folder = temporaryFolder('cli');
const library = makeLibrary();
afterAll(() => rmSync(library, { recursive: true }));

const file = (name: string, content: string | Uint8Array) => fileIn(folder, name, content);
const variorum = runCommand;
const telegram = (siglum: string) => `editions/telegram-to-liu/${siglum}.md`;

describe('usage', () => {
  test('an error names the help of its command', async () => {
    expect((await variorum('diff', 'only-one.txt')).stderr).toBe(
      `variorum: missing required argument 'B'; see “variorum diff --help”\n`,
    );
    expect((await variorum('nothing')).stderr).toContain('see “variorum --help”');
  });

  test('an error is JSON where JSON is asked for', async () => {
    const { status, stderr } = await variorum('diff', 'nowhere.txt', 'nowhere.txt', '--json');
    expect(status).toBe(2);
    expect(JSON.parse(stderr)).toEqual({
      error: {
        code: 'bad-input',
        message: 'there is no such file',
        file: 'nowhere.txt',
        remedy: 'check the path',
      },
    });
  });

  test('help describes each command', async () => {
    const lines = (await variorum('--help')).stdout.split('\n');
    const commands = lines.filter((line) => /^ {2}[a-z]+ /.test(line));
    expect(commands.length).toBeGreaterThan(18);
    for (const line of commands) expect(line).toMatch(/^ {2}[a-z]+ .* {2}\S/);
  });

  test('the version is that of the package', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    const args = ['lib/cli/bin.mjs', '--version'];
    expect(execFileSync(process.execPath, args).toString()).toBe(`${version}\n`);
  });
});

test('cache shows what is kept, and clears it', async () => {
  const place = path.join(folder, 'cache');
  vi.stubEnv('VARIORUM_CACHE', place);
  try {
    const source = file('new.txt', 'One day the boat came.\n\nNobody was in it.\n');
    const pair = ['--work', 'boat', '--library', path.join(folder, 'cached')];
    await variorum('import', source, ...pair, '--siglum', 'A');
    await variorum('import', source, ...pair, '--siglum', 'B');
    await variorum('export', 'boat', '--format', 'tmx', '--library', path.join(folder, 'cached'));
    const kept = JSON.parse((await variorum('cache', '--json')).stdout);
    expect(kept.folder).toBe(place);
    expect(kept.bytes.results).toBeGreaterThan(0);
    await variorum('cache', '--clear');
    const after = JSON.parse((await variorum('cache', '--json')).stdout);
    expect(after.bytes).toEqual({ results: 0, editions: 0, search: 0, dictionaries: 0 });
  } finally {
    vi.unstubAllEnvs();
  }
});

describe('check', () => {
  test('the library is sound', async () => {
    const { status, stdout } = await variorum('check');
    expect(status).toBe(0);
    expect(stdout).toContain('telegram-to-liu: 4 editions, 16 segments: ok');
    expect(stdout).toContain('universal-declaration: 6 editions');
  });

  test('names file, line and remedy of each fault', async () => {
    const { status, stderr, stdout } = await variorum('check', '--library', library);
    expect(status).toBe(2);
    expect(stderr).toContain('faulty/malformed.md:3: “kind” must be one of original');
    expect(stderr).toContain('faulty/latin1.md:1: the file is not UTF-8 text');
    expect(stderr).toContain('faulty/huge.md: the file is 20.0 MB');
    expect(stderr).toContain('broken/work.json:3: the file is not valid JSON');
    expect(stdout).toContain('faulty: 2 editions');
  });
});

describe('bad input', () => {
  const good = telegram('en');
  test.each([
    ['an empty file', ['align', file('empty.md', ''), good], 'the file is empty'],
    [
      'an empty file by line',
      ['align', file('none.txt', ''), good, '--unit', 'line'],
      'the file is empty',
    ],
    ['a binary file', ['diff', file('binary.md', faulty['binary.md']), good], 'binary, not text'],
    ['a 20 MB file', ['align', file('huge.md', huge()), good], 'at most 16.0 MB'],
    [
      'malformed front matter',
      ['align', file('bad.md', faulty['malformed.md']), good],
      'bad.md:3: “kind”',
    ],
    ['a missing file', ['diff', 'nowhere.md', good], 'nowhere.md: there is no such file'],
    ['a folder', ['diff', folder, good], 'a folder, not a file'],
    ['an unknown work', ['check', 'nothing'], 'there is no work “nothing”'],
    ['a path for a work', ['check', '../lib'], 'there is no work'],
    ['a missing library', ['check', '--library', 'nowhere'], 'the library folder does not exist'],
    ['a bad language', ['align', good, good, '--lang-a', '?'], 'not a language tag'],
    [
      'a bad unit',
      ['align', good, good, '--unit', 'page'],
      'Allowed choices are paragraph, sentence, line',
    ],
    ['an unknown command', ['collatte'], 'unknown command'],
    ['a missing argument', ['align', good], 'missing required argument'],
    ['a bad port', ['serve', '--port', 'x'], 'not a port'],
  ])('%s: one clear line and exit 2', async (_, args, message) => {
    const { status, stdout, stderr } = await variorum(...args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).not.toMatch(/\bat .*\.ts:\d+/);
  });
});

test('npx finds the command in the checkout', async () => {
  expect(execFileSync('npx', ['variorum', '--version'], { encoding: 'utf8' }).trim()).toMatch(
    /^\d+\.\d+\.\d+$/,
  );
});

test('stats counts and compares a work’s editions', async () => {
  const { status, stdout } = await variorum('stats', 'telegram-to-liu', '--json');
  expect(status).toBe(0);
  const found = JSON.parse(stdout);
  expect(found.editions).toHaveLength(4);
  expect(found.groups[0].sigla).toEqual(['en', 'en-literal', 'en-plain']);
});

test('init makes a library that checks, and only where nothing is', async () => {
  const home = path.join(folder, 'begun');
  expect((await variorum('init', home)).stdout).toContain('is a library with one work');
  expect((await variorum('check', '--library', home)).stdout).toContain(
    '3 editions, 9 segments: ok',
  );
  const again = await variorum('init', home);
  expect([again.status, again.stderr]).toEqual([2, expect.stringContaining('is not empty')]);
});

test('search shows hits beside their counterparts', async () => {
  const { stdout, status } = await variorum(
    'search',
    'Taiwan',
    '--work',
    'telegram-to-liu',
    '--edition',
    'en',
  );
  expect(status).toBe(0);
  expect(stdout).toMatch(/^telegram-to-liu 1\n {2}en: …?.*⟦Taiwan⟧.*\n {2}zh: /);
  expect(stdout).toMatch(/1 found\n$/);
  const found = JSON.parse((await variorum('search', '台湾', '--json')).stdout);
  expect(found).toMatchObject({ query: '台湾', total: 1, complete: true });
  expect(found.hits[0]).toMatchObject({ work: 'telegram-to-liu', siglum: 'zh', row: 1 });
  const wrong = await variorum('search', '/(/');
  expect([wrong.status, wrong.stderr.trim().split('\n').length]).toEqual([2, 1]);
});

test('site writes pages, and reports what it could not show', async () => {
  const out = path.join(folder, 'site');
  const works = path.join(folder, 'works');
  const slug = 'the-bellmakers-daughter';
  cpSync(path.join('editions', slug), path.join(works, slug), { recursive: true });
  writeFileSync(path.join(works, slug, 'empty.md'), '');
  const { stdout, status } = await variorum('site', '-o', out, '--library', works);
  expect(existsSync(path.join(out, 'index.html'))).toBe(true);
  const files = readdirSync(out, { recursive: true, withFileTypes: true });
  // One of them says what is there.
  const written = files.filter((file) => file.isFile()).length - 1;
  expect([status, stdout]).toEqual([
    0,
    expect.stringMatching(new RegExp(`^\\d+ pages in ${written} files, ${written} of them new`)),
  ]);
  expect(stdout).toMatch(/^ {2}note: .*empty\.md/m);
});

test('completion knows commands, works and forms', async () => {
  expect((await variorum('completion', 'bash')).stdout).toContain('variorum complete --');
  expect((await variorum('complete', '--', 'export', '')).stdout).toContain('telegram-to-liu');
  expect((await variorum('complete', '--', 'export', 'x', '--format', 'x')).stdout).toContain(
    'xliff',
  );
});

test('watch reports each change until it is stopped', async () => {
  const home = path.join(folder, 'watched');
  await variorum('init', home);
  const child = spawn(process.execPath, ['lib/cli/bin.mjs', 'watch', '--library', home, '--json']);
  let printed = '';
  child.stdout.on('data', (data) => {
    printed += data;
  });
  await expect.poll(() => printed).toContain('"watching":["the-ferry"]');
  appendFileSync(path.join(home, 'the-ferry', 'A.md'), '\nA last word.\n');
  await expect.poll(() => printed).toContain('"segments":10');
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  expect((await ended)[0]).toBe(0);
});
