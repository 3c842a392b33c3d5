import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { soffice } from '../../lib/formats/libreoffice/convert';
import { readDocument } from '../../lib/formats/registry';

const rtf =
  '{\\rtf1\\ansi{\\stylesheet{\\s1\\outlinelevel0 heading 1;}}\n\\pard\\s1 The first chapter\\par\n\\pard\\plain Words that {\\i stand} here,{\\footnote \\pard\\plain A note of it.} \\u26397?\\u20809? and {\\v secret}seen.\\par\n\\pard Second.\\par}';
const bytes = new TextEncoder().encode(rtf);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'variorum-test-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

describe('where LibreOffice is not installed, files that it reads are refused with what to do', () => {
  test.each([
    ['a.rtf', bytes, '.rtf files cannot be read', 'save it as .docx or .odt in a word processor'],
    ['a.doc', Buffer.from([0xd0]), '.doc files cannot be read', 'save it as .docx in Word'],
    ['letter', bytes, '.rtf files cannot be read', 'save it as .docx or .odt'],
  ])('%s', async (name, given, message, remedy) => {
    vi.stubEnv('PATH', folder);
    await expect(readDocument({ name, bytes: given })).rejects.toMatchObject({
      message,
      remedy: expect.stringContaining(remedy),
    });
  });
});

test.skipIf(process.platform === 'win32')('all that was started is ended with it', async () => {
  const pid = path.join(folder, 'pid');
  const program = `#!/bin/sh\nsleep 300 &\necho $! > "${pid}"\n`;
  writeFileSync(path.join(folder, 'soffice'), program, { mode: 0o755 });
  vi.stubEnv('PATH', `${folder}:${process.env.PATH}`);
  await expect(readDocument({ name: 'a.rtf', bytes })).rejects.toThrow(
    'LibreOffice could not read it',
  );
  const started = readFileSync(pid, 'utf8').trim();
  // What is ended stays listed until its parent has looked.
  await vi.waitFor(() => {
    const state = existsSync(`/proc/${started}/stat`)
      ? readFileSync(`/proc/${started}/stat`, 'latin1').split(') ')[1][0]
      : 'Z';
    expect(state).toBe('Z');
  });
});

describe.skipIf(soffice() === null)('by LibreOffice', () => {
  const shape = ({ editions }: Awaited<ReturnType<typeof readDocument>>) =>
    editions[0].segments.map(({ kind, text }) => [kind, text]);
  const expected = [
    ['heading', 'The first chapter'],
    ['paragraph', 'Words that stand here, 朝光 and seen.'],
    ['paragraph', 'Second.'],
    ['footnote', 'A note of it.'],
  ];
  const hidden = 'not kept: hidden text (1): “secret”';

  test('RTF is read, whatever it is called, and leaves nothing behind', async () => {
    vi.stubEnv('TMPDIR', folder);
    for (const name of ['a.rtf', 'letter', 'a.doc']) {
      const read = await readDocument({ name, bytes });
      expect(shape(read)).toEqual(expected);
      expect(read.editions[0].warnings.map(({ message }) => message)).toEqual([hidden]);
    }
    expect(readdirSync(folder)).toEqual([]);
  });

  test('DOC is read', async () => {
    writeFileSync(path.join(folder, 'x.rtf'), rtf);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const args = [profile, '--headless', '--convert-to', 'doc', '--outdir', folder];
    execFileSync(soffice()!, [...args, path.join(folder, 'x.rtf')], { stdio: 'ignore' });
    const doc = readFileSync(path.join(folder, 'x.doc'));
    for (const name of ['a.doc', 'letter']) {
      const read = await readDocument({ name, bytes: doc });
      expect(shape(read)).toEqual(expected);
      expect(read.editions[0].warnings.map(({ message }) => message)).toEqual([hidden]);
    }
  });

  test('what it cannot read is refused', async () => {
    const damaged = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
    await expect(readDocument({ name: 'a.doc', bytes: damaged })).rejects.toMatchObject({
      file: 'a.doc',
    });
  });
});
