import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readBytes } from '../../lib/core/files';
import { readAll } from '../reading';
import { within } from '../within';

// What is too much, or comes to be when it is read: each is refused, or read, within bounds.

describe('bombs', () => {
  const zeros = new Uint8Array(150 * 1024 * 1024);
  const bomb = zipSync({ 'word/document.xml': zeros, 'content.xml': zeros }, { level: 9 });

  test.each(['docx', 'odt', 'epub', 'xlsx'])(
    'a small .%s that unpacks to hundreds of megabytes',
    async (ending) => {
      const name = ending === 'odt' ? 'content.xml' : 'word/document.xml';
      const file =
        ending === 'epub' ? zipSync({ 'META-INF/container.xml': zeros }, { level: 9 }) : bomb;
      expect(file.length).toBeLessThan(1e6);
      expect(name).toBeTruthy();
      await within(10, 600, () =>
        expect(readAll(`x.${ending}`, file)).rejects.toThrow('more than 128 MB'),
      );
    },
  );

  test('an entry that is longer than it says', async () => {
    const file = zipSync({ 'content.xml': strToU8('<a>'.repeat(20_000)) });
    // The size it claims, in its own header and in the directory of the archive.
    for (let at = 0; at < file.length - 4; at++) {
      const signature = new DataView(file.buffer, file.byteOffset).getUint32(at, true);
      if (signature === 0x04034b50)
        new DataView(file.buffer, file.byteOffset).setUint32(at + 22, 10, true);
      if (signature === 0x02014b50)
        new DataView(file.buffer, file.byteOffset).setUint32(at + 24, 10, true);
    }
    await expect(readAll('x.odt', file)).rejects.toThrow('damaged');
  });

  test('entities that expand, or read files', async () => {
    const levels = Array.from(
      { length: 12 },
      (_, k) => `<!ENTITY e${k + 1} "${`&e${k};`.repeat(10)}">`,
    ).join('');
    const billion = `<!DOCTYPE TEI [<!ENTITY e0 "ha">${levels}]><TEI><text><body><p>&e12;</p></body></text></TEI>`;
    await within(2, 200, () => expect(readAll('x.xml', billion)).rejects.toThrow('entity'));
    const file =
      '<!DOCTYPE TEI [<!ENTITY x SYSTEM "file:///etc/passwd">]><TEI><text><body><p>&x;</p></body></text></TEI>';
    await expect(readAll('x.xml', file)).rejects.toThrow('entity');
  });

  test('YAML that expands, and YAML nested without end', async () => {
    const levels = Array.from(
      { length: 9 },
      (_, k) => `l${k + 1}: &l${k + 1} [${`*l${k},`.repeat(9)}]`,
    ).join('\n');
    const bombed = `---\nl0: &l0 [lol]\n${levels}\n---\n\nText.\n`;
    await within(3, 300, () => expect(readAll('x.md', bombed)).rejects.toThrow(/aliases/));
    const deep = `---\ntitle: ${'['.repeat(20_000)}\n---\n\nText.\n`;
    await within(10, 500, () =>
      expect(readAll('x.md', deep)).rejects.toMatchObject({ name: 'InputError' }),
    );
  });

  test.each([
    ['md', `${'- '.repeat(10_000)}deep`],
    [
      'md',
      Array.from({ length: 3000 }, (_, k) => `${'  '.repeat(k)}- x`)
        .join('\n')
        .slice(0, 4e6),
    ],
    ['md', `${'>'.repeat(10_000)}deep`],
    ['md', '*a **b '.repeat(20_000)],
    ['md', '['.repeat(50_000)],
    ['html', `${'<ul><li>'.repeat(10_000)}deep`],
    ['html', `${'<div>'.repeat(50_000)}deep`],
    [
      'xml',
      `<TEI><text><body>${'<div>'.repeat(10_000)}<p>x</p>${'</div>'.repeat(10_000)}</body></text></TEI>`,
    ],
    ['xml', '<TEI>'.repeat(100_000)],
    ['json', '['.repeat(100_000)],
  ])('.%s that is nested thousands deep', async (ending, text) => {
    await within(40, 1500, async () => {
      const outcome = await readAll(`x.${ending}`, text).then(
        () => 'read',
        (error) => error.name,
      );
      expect(['read', 'InputError']).toContain(outcome);
    });
  });
});

describe('size', () => {
  test('a file of 100 MB is refused before it is read', async () => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'variorum-large-')), 'large.txt');
    writeFileSync(file, Buffer.alloc(100 * 1024 * 1024, 'a'));
    await within(1, 50, () => expect(() => readBytes(file)).toThrow('100.0 MB'));
    rmSync(path.dirname(file), { recursive: true });
    await expect(readAll('x.txt', new Uint8Array(20 * 1024 * 1024).fill(97))).rejects.toThrow(
      'longer than',
    );
  });

  test('a line of 10 MB is refused, with the limit; one of a long chapter is a paragraph', async () => {
    const line = (times: number) => 'All work and no play. '.repeat(times);
    await within(15, 1500, () =>
      expect(readAll('x.txt', line(480_000))).rejects.toThrow(
        'a paragraph has 10,559,999 characters, and may have 250,000',
      ),
    );
    const { editions } = await readAll('x.txt', line(11_000));
    expect(editions[0].segments).toHaveLength(1);
  });

  test('a sheet whose cells cannot be, or reach too far, is refused before it is made', async () => {
    const sheet = (cell: string, ref = 'A1:B2') =>
      zipSync({
        'xl/worksheets/sheet1.xml': strToU8(
          `<worksheet><dimension ref="${ref}"/><sheetData><row r="1"><c r="${cell}"><v>1</v></c></row></sheetData></worksheet>`,
        ),
      });
    const refused: [Uint8Array, RegExp][] = [
      [sheet('ABCDEFGH1'), /a cell “ABCDEFGH1”, which cannot be/],
      [sheet('A0'), /which cannot be/],
      [sheet('constructor1'), /which cannot be/],
      [sheet('XFD1048576'), /1,048,576 rows, and may have 100,000/],
      [sheet('A1', 'A1:XFD9'), /16,384 columns, and may have 500/],
      [sheet('SF99999'), /cells, and may have 2,000,000/],
    ];
    for (const [bytes, message] of refused) {
      await within(2, 100, () => expect(readAll('x.xlsx', bytes)).rejects.toThrow(message));
    }
  });

  test('tables of too many rows or columns are refused with the limit', async () => {
    await within(10, 600, () =>
      expect(readAll('x.csv', `en,de\n${'a,b\n'.repeat(150_000)}`)).rejects.toThrow(
        'rows, and may have 100,000',
      ),
    );
    const wide = Array.from({ length: 5000 }, (_, k) => `c${k}`).join(',');
    await within(5, 300, () =>
      expect(readAll('x.csv', `${wide}\n${wide}\n`)).rejects.toThrow(
        '5,000 columns, and may have 500',
      ),
    );
    const units = Array.from(
      { length: 700 },
      (_, k) => `<tuv xml:lang="x-${k}"><seg>a</seg></tuv>`,
    );
    const tmx = `<tmx version="1.4"><header srclang="en"/><body><tu>${units.join('')}</tu></body></tmx>`;
    await within(10, 400, () =>
      expect(readAll('x.tmx', tmx)).rejects.toThrow('700 editions, and a file may hold 500'),
    );
    await within(20, 1200, () =>
      expect(readAll('x.txt', 'a\n\n'.repeat(120_000))).rejects.toThrow(
        '120,000 paragraphs, and an edition may have 100,000',
      ),
    );
  });

  test('a million empty paragraphs are refused, and hundreds of thousands are none', async () => {
    await within(5, 300, () =>
      expect(readAll('x.md', `Text.\n\n${'\n\n'.repeat(1_000_000)}`)).rejects.toThrow(
        'more than 500,000 lines',
      ),
    );
    await within(40, 1500, async () => {
      const { editions } = await readAll('x.md', `One.${'\n'.repeat(450_000)}`);
      expect(editions[0].segments).toHaveLength(1);
    });
    await within(5, 300, () =>
      expect(readAll('x.html', `<p>One</p>${'<p></p>'.repeat(1_000_000)}`)).rejects.toThrow(
        'more than 1,000,000 tags',
      ),
    );
    const html = `<p>One</p>${'<p></p>'.repeat(250_000)}`;
    const { editions } = await within(40, 1500, () => readAll('x.html', html));
    expect(editions[0].segments).toHaveLength(1);
  });
});
