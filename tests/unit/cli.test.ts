import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { runCommand } from '../command';
import { faulty, huge, makeLibrary } from '../library';

const folder = mkdtempSync(path.join(tmpdir(), 'variorum-cli-'));
const library = makeLibrary();
afterAll(() => {
  rmSync(folder, { recursive: true });
  rmSync(library, { recursive: true });
});

const file = (name: string, content: string | Uint8Array): string => {
  const at = path.join(folder, name);
  writeFileSync(at, content);
  return at;
};
const variorum = runCommand;
const telegram = (siglum: string) => `editions/telegram-to-liu/${siglum}.md`;

describe('align', () => {
  test('gives the contract’s JSON', async () => {
    const { status, stdout } = await variorum('align', telegram('en'), telegram('zh'), '--json');
    expect(status).toBe(0);
    const found = JSON.parse(stdout);
    expect(found).toMatchObject({
      unit: 'paragraph',
      a: { language: 'en', segments: 4 },
      b: { language: 'zh-Hans', segments: 4 },
    });
    expect(found.beads.map(({ a, b }: { a: number[]; b: number[] }) => [a, b])).toEqual([
      [[0], [0]],
      [[1], [1]],
      [[2], [2]],
      [[3], [3]],
    ]);
    for (const { score } of found.beads) expect(score).toBeGreaterThan(0.5);
  });

  test('by line takes each line, blank ones too; languages are guessed', async () => {
    const a = file('a.txt', 'The first line.\n\nThe third line speaks of Moscow.\n');
    const b = file('b.txt', '第一行。\n\n第三行说到莫斯科。\n');
    const found = JSON.parse((await variorum('align', a, b, '--unit', 'line', '--json')).stdout);
    expect(found.a).toEqual({ language: 'en', segments: 3 });
    expect(found.b).toEqual({ language: 'zh', segments: 3 });
    expect(found.beads.flatMap((bead: { b: number[] }) => bead.b)).toEqual([0, 1, 2]);
  });

  test('by sentence', async () => {
    const found = JSON.parse(
      (await variorum('align', telegram('en'), telegram('zh'), '--unit', 'sentence', '--json'))
        .stdout,
    );
    expect(found.a.segments).toBe(19);
    expect(found.beads).toHaveLength(19);
  });
});

describe('diff', () => {
  test('gives both texts back to the letter', async () => {
    const a = '\uFEFFOne  two\r\nthree.\n\n';
    const b = 'One two\nfour, three.';
    const { stdout } = await variorum('diff', file('x.txt', a), file('y.txt', b), '--json');
    const { changes, similarity } = JSON.parse(stdout);
    const joined = (side: 'a' | 'b') =>
      changes.map((change: { a: string; b: string }) => change[side]).join('');
    expect(joined('a')).toBe(a);
    expect(joined('b')).toBe(b);
    expect(similarity).toBeGreaterThan(0);
  });

  test('reports by its exit code whether the texts differ, where asked', async () => {
    const [a, b] = [file('p.txt', 'One word.'), file('q.txt', 'Two words.')];
    expect((await variorum('diff', a, b)).status).toBe(0);
    expect((await variorum('diff', a, b, '--exit-code')).status).toBe(1);
    expect((await variorum('diff', a, a, '--exit-code')).status).toBe(0);
  });

  test('reads standard input as “-”', () => {
    const b = file('r.txt', 'One word more.');
    const args = ['lib/cli/bin.mjs', 'diff', '-', b];
    expect(execFileSync(process.execPath, args, { input: 'One word.' }).toString()).toContain(
      'One word{+ more+}.',
    );
  });
});

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

describe('collate', () => {
  const a = file('w1.txt', 'The black cat.');
  const b = file('w2.txt', 'The Black and white cat.');
  test('gives CollateX’s table, a list a column', async () => {
    const found = JSON.parse((await variorum('collate', a, b, '--normalize', 'case')).stdout);
    expect(found.witnesses).toEqual(['w1', 'w2']);
    expect(found.table.map((column: unknown[]) => column.length)).toEqual([2, 2, 2, 2, 2, 2]);
    expect(found.table[1]).toEqual([[{ t: 'black ', n: 'black' }], [{ t: 'Black ', n: 'black' }]]);
    expect(found.table[2][0]).toBeNull();
  });
  test('takes CollateX’s own input, and keeps what it says of tokens', async () => {
    const input = file(
      'input.json',
      JSON.stringify({
        witnesses: [
          { id: 'A', content: 'the cat' },
          {
            id: 'B',
            tokens: [
              { t: 'a ', n: 'a' },
              { t: 'cat', n: 'cat', line: 3 },
            ],
          },
        ],
      }),
    );
    const { table } = JSON.parse((await variorum('collate', input)).stdout);
    expect(table.at(-1)[1]).toEqual([{ t: 'cat', n: 'cat', line: 3 }]);
  });
  test('takes one file of another format that has several witnesses', async () => {
    const input = file(
      'apparatus.xml',
      '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><listWit><witness xml:id="A"/><witness xml:id="B"/></listWit></sourceDesc></fileDesc></teiHeader><text><body><p>The <app><lem wit="#A">black</lem><rdg wit="#B">white</rdg></app> cat.</p></body></text></TEI>',
    );
    const { stdout } = await variorum('collate', input, '--format', 'csv');
    expect(stdout).toBe('A,The,black,cat,.\nB,The,white,cat,.\n');
  });
  test('joins words that have moved by dashed lines of the graph', async () => {
    const [x, y] = [
      file('x.txt', 'In peace he slept there.'),
      file('y.txt', 'he slept there In peace.'),
    ];
    const { stdout } = await variorum('collate', x, y, '--format', 'dot');
    const [, from, to] = /n(\d+) -> n(\d+) \[label="y", style=dashed/.exec(stdout) ?? [];
    expect(stdout).toContain(`n${from} [label="In peace"]`);
    expect(stdout).toContain(`n${to} [label="In peace"]`);
    expect(from).not.toBe(to);
  });
  test.each([
    ['csv', /^w1,The,black/],
    ['tei', /<app><lem wit="#w1">black <\/lem><rdg wit="#w2"/],
    ['html', /^<!doctype html>/],
    ['text', /^w1 │ The │ black/],
  ])('writes %s', async (format, pattern) => {
    const { status, stdout } = await variorum('collate', a, b, '--format', format);
    expect(status).toBe(0);
    expect(stdout).toMatch(pattern);
  });
  test.each([
    [['collate', a], 'must be CollateX JSON'],
    [['collate', a, b, '--normalize', 'nonsense'], 'choose from whitespace'],
    [['collate', a, 'nowhere.txt'], 'there is no such file'],
  ])('bad input: %j', async (args, message) => {
    const { status, stdout, stderr } = await variorum(...args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});

test('stats counts and compares a work’s editions', async () => {
  const { status, stdout } = await variorum('stats', 'telegram-to-liu', '--json');
  expect(status).toBe(0);
  const found = JSON.parse(stdout);
  expect(found.editions).toHaveLength(4);
  expect(found.groups[0].sigla).toEqual(['en', 'en-literal', 'en-plain']);
});

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
