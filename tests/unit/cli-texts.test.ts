import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { runCommand } from '../command';
import { fileIn, temporaryFolder } from '../folder';

const folder = temporaryFolder('cli');

const file = (name: string, content: string | Uint8Array) => fileIn(folder, name, content);
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
