import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { runCommand } from '../command';
import { fileIn, temporaryFolder } from '../folder';
import { makeLibrary } from '../library';

const folder = temporaryFolder('cli');
const library = makeLibrary();
afterAll(() => rmSync(library, { recursive: true }));

const file = (name: string, content: string | Uint8Array) => fileIn(folder, name, content);
const variorum = runCommand;

describe('import', () => {
  const one = () => file('one.md', '# A book\n\nThe first part.[^1]\n\n[^1]: Its note.\n');
  const two = () => file('two.md', 'The second part.[^1]\n\n[^1]: Another note.\n');
  const into = (...args: string[]) => variorum('import', ...args, '--library', library);

  test('makes a new work of the parts of an edition, in order', async () => {
    const { status, stdout } = await into(
      one(),
      two(),
      '--work',
      'new',
      '--siglum',
      'A',
      '--title',
      'A book',
    );
    expect([status, stdout]).toEqual([0, 'saved as new/A.md\n']);
    expect((await variorum('check', 'new', '--library', library)).status).toBe(0);
    const text = readFileSync(path.join(library, 'new', 'A.md'), 'utf8');
    expect(text).toMatch(/language: en[\s\S]*first part\.\[\^1\][\s\S]*second part\.\[\^1\.2\]/);
  });
  test('replaces an edition only when asked to', async () => {
    await into(one(), '--work', 'again', '--siglum', 'A');
    const before = readFileSync(path.join(library, 'again', 'A.md'), 'utf8');
    const refused = await into(two(), '--work', 'again', '--siglum', 'A');
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain('has an edition “A” already; choose another siglum');
    expect(readFileSync(path.join(library, 'again', 'A.md'), 'utf8')).toBe(before);
    const { status, stdout } = await into(
      two(),
      '--work',
      'again',
      '--siglum',
      'A',
      '--replace',
      '--json',
    );
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      work: 'again',
      siglum: 'A',
      file: 'again/A.md',
      sigla: ['A'],
      files: ['again/A.md'],
      confirmed: 0,
      warnings: [],
    });
  });
  test('a file of several editions comes in with what it puts side by side', async () => {
    const file = path.join(folder, 'pair.csv');
    writeFileSync(file, 'A,B\n"One.","Eins."\n"Two.",\n');
    const { status, stdout } = await into(file, '--work', 'pair');
    expect(status).toBe(0);
    expect(stdout).toContain('saved as pair/B.md');
    const { corrections } = JSON.parse(
      readFileSync(path.join(library, 'pair', 'corrections.json'), 'utf8'),
    );
    expect(
      corrections.map(({ a, b }: { a: string[]; b: string[] }) => [a.length, b.length]),
    ).toEqual([
      [1, 1],
      [1, 0],
    ]);
    const only = await into(file, '--work', 'one-of-pair', '--editions', 'B', '--siglum', 'de');
    expect(only.stdout).toBe('saved as one-of-pair/de.md\n');
    const wrong = await into(file, '--work', 'two', '--siglum', 'X');
    expect([wrong.status, wrong.stderr]).toEqual([2, expect.stringContaining('holds 2 editions')]);
    expect(existsSync(path.join(library, 'two'))).toBe(false);
  });
  test.each([
    [['--work', '../out'], 'cannot be the short name'],
    [['--work', 'x', '--siglum', '../a'], 'cannot be a siglum'],
    [['--work', 'x', '--language', 'no language'], 'BCP 47'],
    [['--work', 'x', '--kind', 'copy'], 'is not a kind of edition'],
    [['--work', 'x', '--date', 'yesterday'], 'must be a date'],
  ])('reports what is wrong with %j, and writes nothing', async (args, message) => {
    const { status, stderr } = await into(one(), ...args);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(existsSync(path.join(library, 'x'))).toBe(false);
  });
});

describe('export', () => {
  test('writes a work to a file, whole, or to standard output', async () => {
    const out = path.join(folder, 'telegram.tmx');
    const { status, stdout } = await variorum(
      'export',
      'telegram-to-liu',
      '--format',
      'tmx',
      '-o',
      out,
    );
    expect([status, stdout]).toEqual([0, '']);
    expect(readFileSync(out, 'utf8')).toContain('<tmx version="1.4">');
    const csv = await variorum(
      'export',
      'telegram-to-liu',
      '--format',
      'csv',
      '--editions',
      'zh,en',
    );
    expect(csv.stdout.split('\n')[0]).toBe('zh,en');
  });
  test.each([
    [
      ['--format', 'doc'],
      'Allowed choices are csv, docx, epub, html, intertext, json, latex, markdown, odt, pdf, tei, tmx, xliff, xlsx',
    ],
    [[], 'the format is not given'],
    [['-o', 'work.doc'], 'name a file with its ending'],
    [['--format', 'csv', '--editions', 'nobody'], 'has no edition “nobody”'],
    [['--format', 'csv', '-o', '/nowhere/at/all.csv'], 'its folder does not exist'],
  ])('reports what is wrong with %j', async (args, message) => {
    const { status, stderr } = await variorum('export', 'telegram-to-liu', ...args);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });
});
