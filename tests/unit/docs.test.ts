import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, inject, test } from 'vitest';
import { z } from 'zod';
import { collationFileSchema } from '../../lib/edition/collation-edits';
import { correctionsSchema } from '../../lib/edition/corrections';
import { dismissalsSchema } from '../../lib/edition/dismissals';
import { workSchema } from '../../lib/edition/metadata';
import { notesSchema } from '../../lib/edition/notes';
import { pronunciationsSchema } from '../../lib/edition/pronunciations';
import { regularisationSchema } from '../../lib/edition/regularisation';
import { termsSchema } from '../../lib/edition/terms';
import { runCommand } from '../command';
import { newDatabase } from '../postgres';

// The pages of docs/ show commands with what they print. Here they are run again, in order, in a
// folder of their own. `UPDATE_DOCS=1 npx vitest run tests/unit/docs.test.ts` writes the output anew.

const root = process.cwd();

/** Puts `variorum` where `npx` would find it. */
function workshop(): { folder: string; env: NodeJS.ProcessEnv } {
  const folder = mkdtempSync(path.join(tmpdir(), 'variorum-docs-'));
  const bin = path.join(folder, '.bin');
  mkdirSync(bin);
  writeFileSync(
    path.join(bin, 'npx'),
    `#!/bin/sh\nshift\nexec "${process.execPath}" "${path.join(root, 'lib/cli/bin.mjs')}" "$@"\n`,
    { mode: 0o755 },
  );
  return {
    folder,
    env: {
      ...process.env,
      PATH: `${bin}:${process.env.PATH}`,
      VARIORUM_CACHE: path.join(folder, '.cache'),
    },
  };
}

/** Runs the commands of a console block, and gives the block with what they print. */
async function rerun(
  block: string,
  folder: string,
  env: NodeJS.ProcessEnv,
  database: string,
): Promise<string> {
  const shown: string[] = [];
  for (const line of block.split('\n').filter((each) => each.startsWith('$ '))) {
    const command = line.slice(2);
    const assigned = /^export (\w+)=(\S+)$/.exec(command);
    // The docs name a database such as readers have; here it is one of the tests' own.
    if (assigned) env[assigned[1]] = assigned[1] === 'DATABASE_URL' ? database : assigned[2];
    const printed = assigned ? '' : await printedBy(command, folder, env);
    shown.push(line, ...printed.trimEnd().split('\n').filter(Boolean));
  }
  return shown.join('\n');
}

/** A command of ours alone, of words and quoted words, that nothing is passed to or on from. */
const alone = /^npx variorum (?:(?:'[^']*'|[^\s'"|<>&$`;*])+(?:\s+|$))*$/;

/**
 * What a command prints. Commands of ours alone are run in this process, which starts no other; those that a
 * shell has a part in, and those on a database, whose connections end with their process, as a reader would.
 */
async function printedBy(command: string, folder: string, env: NodeJS.ProcessEnv): Promise<string> {
  if (env.DATABASE_URL || !alone.test(command)) {
    const { stdout, stderr } = spawnSync('sh', ['-c', command], {
      cwd: folder,
      env,
      encoding: 'utf8',
    });
    return stdout + stderr;
  }
  const words = command.match(/(?:'[^']*'|[^\s'])+/g) ?? [];
  const before = { ...process.env };
  Object.assign(process.env, env);
  process.chdir(folder);
  try {
    const args = words.slice(2).map((word) => word.replaceAll("'", ''));
    const { stdout, stderr } = await runCommand(...args);
    return stdout + stderr;
  } finally {
    process.chdir(root);
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  }
}

const console_ = /```console\n([\s\S]*?)\n```/g;

test.each(['docs/commands.md', 'docs/tutorial.md'])(
  '%s shows what the commands print',
  async (file) => {
    const { folder, env } = workshop();
    const database = await newDatabase(inject('postgres'));
    try {
      const text = readFileSync(file, 'utf8');
      let made = text;
      for (const [whole, block] of text.matchAll(console_)) {
        const again = await rerun(block, folder, env, database);
        made = made.replace(whole, () => `\`\`\`console\n${again}\n\`\`\``);
      }
      if (process.env.UPDATE_DOCS) writeFileSync(file, made);
      expect(made).toBe(readFileSync(file, 'utf8'));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);

test('every page of the docs leads to pages that are there', () => {
  for (const name of ['README.md', ...readdirSync('docs').map((each) => `docs/${each}`)]) {
    if (!name.endsWith('.md')) continue;
    for (const [, target] of readFileSync(name, 'utf8').matchAll(/\]\(([^)#\s]+)/g)) {
      if (/^https?:/.test(target)) continue;
      expect(existsSync(path.join(path.dirname(name), target)), `${name} leads to ${target}`).toBe(
        true,
      );
    }
  }
});

test('every command is in the docs', () => {
  const { stdout } = spawnSync('node', ['lib/cli/bin.mjs', '--help'], { encoding: 'utf8' });
  const commands = [...stdout.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name);
  expect(commands.length).toBeGreaterThan(12);
  const text = readFileSync('docs/commands.md', 'utf8');
  for (const name of commands) if (name !== 'help') expect(text).toContain(`variorum ${name}`);
});

test('docs/files.md shows files that are read', () => {
  const schemas: Record<string, z.ZodType> = {
    'work.json': workSchema,
    'corrections.json': correctionsSchema,
    'notes.json': notesSchema,
    'regularisation.json': regularisationSchema,
    'collation.json': collationFileSchema,
    'terms.json': termsSchema,
    'dismissals.json': dismissalsSchema,
    'pronunciations.json': pronunciationsSchema,
    'library.json': z.object({ id: z.uuid(), form: z.int() }),
  };
  const text = readFileSync('docs/files.md', 'utf8');
  const examples = [...text.matchAll(/^## (\S+\.json)\n[\s\S]*?```json\n([\s\S]*?)\n```/gm)];
  expect(examples.map(([, name]) => name)).toEqual(Object.keys(schemas));
  for (const [, name, json] of examples) {
    expect([name, schemas[name].safeParse(JSON.parse(json)).error]).toEqual([name, undefined]);
  }
});

test('the docs name every setting, and no other', () => {
  const inDocs = new Set(readFileSync('docs/hosts.md', 'utf8').match(/VARIORUM_[A-Z_]+/g));
  const checked = readFileSync('lib/core/check-settings.ts', 'utf8').match(/VARIORUM_[A-Z_]+/g);
  expect((checked ?? []).filter((name) => !inDocs.has(name))).toEqual([]);
  const sources = spawnSync(
    'git',
    ['grep', '-hoE', 'VARIORUM_[A-Z_]+', '--', 'lib', 'app', '*.ts'],
    {
      encoding: 'utf8',
    },
  );
  const known = new Set(sources.stdout.split('\n'));
  expect([...inDocs].filter((name) => !known.has(name))).toEqual([]);
});
