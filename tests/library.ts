import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Texts that no reader should be asked to accept, by file name. */
export const faulty: Record<string, string | Uint8Array> = {
  'empty.md': '',
  'binary.md': Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]),
  'latin1.md': Uint8Array.from([0x63, 0x61, 0x66, 0xe9, 0x0a]),
  'malformed.md': '---\ntitle: X\nkind: copy\n---\n\nText.\n',
};

/** Files of 20 MB are made, not kept. */
export const huge = (): string => 'All work and no play makes a long file. \n\n'.repeat(500_000);

/**
 * A library of its own for a test: the works of the project, and `faulty`, a work whose editions
 * but two are beyond reading.
 */
export function makeLibrary(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'variorum-library-'));
  cpSync('editions', folder, { recursive: true });
  const home = path.join(folder, 'faulty');
  mkdirSync(home);
  for (const [name, content] of Object.entries(faulty))
    writeFileSync(path.join(home, name), content);
  writeFileSync(path.join(home, 'huge.md'), huge());
  writeFileSync(path.join(home, 'good.md'), 'A good paragraph.\n\nAnother one, still good.\n');
  writeFileSync(
    path.join(home, 'better.md'),
    'A better paragraph.\n\nAnother one, still better.\n',
  );
  const broken = path.join(folder, 'broken');
  mkdirSync(broken);
  writeFileSync(path.join(broken, 'work.json'), '{\n  "title": "Broken",\n}\n');
  return folder;
}
