import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { publint } from 'publint';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const home = mkdtempSync(path.join(os.tmpdir(), 'variorum-package-'));
const installed = path.join(home, 'node_modules', 'variorum');
let tarball = '';
const node = (...args: string[]) =>
  execFileSync(process.execPath, args, { cwd: home, encoding: 'utf8' });

/** The blocks of a page of the docs in one language. */
const blocks = (language: string) =>
  [...readFileSync('docs/package.md', 'utf8').matchAll(/```(\w+)\n([\s\S]*?)```/g)]
    .filter(([, name]) => name === language)
    .map(([, , text]) => text);

beforeAll(() => {
  const packed = execFileSync('npm', ['pack', '--json', '--pack-destination', home], {
    encoding: 'utf8',
  });
  tarball = path.join(home, JSON.parse(packed.slice(packed.indexOf('[')))[0].filename);
  mkdirSync(installed, { recursive: true });
  execFileSync('tar', ['-xzf', tarball, '-C', installed, '--strip-components=1']);
  // Its dependencies, as an installation would lay them beside it.
  symlinkSync(path.resolve('node_modules'), path.join(installed, 'node_modules'));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('the packed package', () => {
  test('has nothing that publint finds wrong', async () => {
    const { messages } = await publint({ pkgDir: installed, strict: true });
    expect(messages).toEqual([]);
  });

  test('has types that every way of importing finds', () => {
    const cli = path.resolve('node_modules/@arethetypeswrong/cli/dist/index.js');
    const found = JSON.parse(node(cli, tarball, '--profile', 'esm-only', '--format', 'json'));
    // It is an ES module alone: Node 20.19 and later can require it, too.
    const problems = found.analysis.problems.filter(
      ({ kind }: { kind: string }) => kind !== 'CJSResolvesToESM',
    );
    expect(problems).toEqual([]);
  });

  test('runs the example of the docs in another project', () => {
    writeFileSync(path.join(home, 'example.mjs'), blocks('js')[0]);
    expect(node('example.mjs')).toBe(blocks('text')[0]);
  });

  test('checks the types of that example', () => {
    writeFileSync(path.join(home, 'example.ts'), `${blocks('js')[0]}\nexport {};\n`);
    node(
      path.resolve('node_modules/typescript/bin/tsc'),
      '--noEmit',
      '--strict',
      '--module',
      'nodenext',
      '--target',
      'es2023',
      '--lib',
      'es2023,dom',
      '--types',
      '',
      'example.ts',
    );
  });

  test('holds the command and the pages, and neither tests nor build scripts', () => {
    const names = execFileSync('tar', ['-tzf', tarball], { encoding: 'utf8' }).split('\n');
    expect(names).toContain('package/lib/cli/bin.mjs');
    expect(names).toContain('package/app/page.tsx');
    expect(names).toContain('package/LICENSE');
    expect(names.filter((name) => /package\/(tests|\.ci|node_modules)\//.test(name))).toEqual([]);
    expect(names).not.toContain('package/lib/build.mjs');
  });
});
