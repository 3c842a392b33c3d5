import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { syntheticBook } from './bench/synthetic';

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
 * A library of its own for a test: the works of the project; `corrected`, a copy of one; `faulty`, a work whose editions but
 * two are beyond reading; `broken`, one that cannot be read at all; and `long` and `unread`, of many sections.
 */
export function makeLibrary(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'variorum-library-'));
  cpSync('editions', folder, { recursive: true });
  // A work that tests correct, while others read the original.
  cpSync('editions/telegram-to-liu', path.join(folder, 'corrected'), { recursive: true });
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
  makeLongWork(folder, 'long', 900);
  makeLongWork(folder, 'unread', 2000);
  const broken = path.join(folder, 'broken');
  mkdirSync(broken);
  writeFileSync(path.join(broken, 'work.json'), '{\n  "title": "Broken",\n}\n');
  return folder;
}

/** A work of many sections, with chapters, a footnote near its start, and the note at its end. */
export function makeLongWork(folder: string, slug: string, paragraphs: number, seed = 7): void {
  const home = path.join(folder, slug);
  mkdirSync(home);
  const { a, b } = syntheticBook(paragraphs, false, seed);
  const write = (siglum: string, texts: string[]) => {
    const chapters = texts.map((text, at) =>
      at % 60 === 0 ? `## Chapter ${at / 60 + 1}\n\n${text}` : text,
    );
    chapters[1] += '[^1]';
    const note = `[^1]: A note of ${siglum} on the second paragraph.`;
    writeFileSync(
      path.join(home, `${siglum}.md`),
      `---\nlanguage: en\ntitle: A long book (${siglum})\n---\n\n${chapters.join('\n\n')}\n\n${note}\n`,
    );
  };
  write('A', a);
  write('B', b);
  writeFileSync(
    path.join(home, 'work.json'),
    JSON.stringify({ title: 'A long book', base: 'A', order: ['A', 'B'] }),
  );
}
