import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { parseHTML } from 'linkedom';
import { afterAll, describe, expect, test } from 'vitest';
import { readBytes } from '../../lib/core/files';
import { page } from '../../lib/formats/html/document';
import { editionText } from '../../lib/formats/html/edition';
import { safeHtml } from '../../lib/formats/markdown/safe-html';
import { readDocument } from '../../lib/formats/registry';
import { parseQuery } from '../../lib/search/query';
import { search } from '../../lib/search/search';
import { importFiles } from '../../lib/works/import';
import { loadWork } from '../../lib/works/load';

// What someone who means ill might send: each is refused, or read, within bounds.

const home = mkdtempSync(path.join(tmpdir(), 'variorum-hostile-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const utf8 = (text: string) => new TextEncoder().encode(text);
const read = (name: string, content: string | Uint8Array) =>
  readDocument({ name, bytes: typeof content === 'string' ? utf8(content) : content });

/**
 * What it comes to, and that it takes neither long nor much memory. Of time, the processor's: what
 * else the machine does is not a fault of the reader.
 */
async function within<T>(
  seconds: number,
  megabytes: number,
  run: () => T | Promise<T>,
): Promise<T> {
  const before = process.memoryUsage().rss;
  const started = process.cpuUsage();
  const result = await run();
  const { user, system } = process.cpuUsage(started);
  expect((user + system) / 1e6).toBeLessThan(seconds);
  expect((process.memoryUsage().rss - before) / 1e6).toBeLessThan(megabytes);
  return result;
}

describe('paths', () => {
  const outside = [
    '../out',
    '..',
    '.',
    '/etc',
    'a/b',
    'a\\b',
    'A',
    'a b',
    '',
    `a${'b'.repeat(80)}`,
    'con\u0000',
  ];
  test.each(outside)('the slug %j leads nowhere', async (work) => {
    await expect(loadWork(work, home)).rejects.toThrow('there is no work');
    const request = {
      files: [{ name: 'x.md', bytes: utf8('Text.') }],
      work,
      workTitle: 'X',
      siglum: 'A',
      metadata: {},
    };
    await expect(importFiles(request, home)).rejects.toThrow('short name');
    expect(readdirSync(home)).toEqual([]);
  });

  test.each(['../a', 'a/b', '', '.hidden', 'a'.repeat(41), 'x\u0000'])(
    'the siglum %j names no file',
    async (siglum) => {
      const request = {
        files: [{ name: 'x.md', bytes: utf8('Text.') }],
        work: 'w',
        workTitle: 'X',
        sigla: [siglum],
        metadata: {},
      };
      await expect(importFiles(request, home)).rejects.toThrow('siglum');
      expect(existsSync(path.join(home, 'w'))).toBe(false);
    },
  );

  test('an archive’s entries are never written, wherever they want to go', async () => {
    const evil = zipSync({ '../../evil.sh': strToU8('x'), 'content.xml': strToU8('<a/>') });
    await expect(read('x.odt', evil)).rejects.toThrow(/damaged|OpenDocument/);
    const image = zipSync({
      'META-INF/container.xml': strToU8(
        '<container><rootfile full-path="../../../../etc/passwd"/></container>',
      ),
    });
    await expect(read('x.epub', image)).rejects.toThrow('lacks');
  });
});

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
        expect(read(`x.${ending}`, file)).rejects.toThrow('more than 128 MB'),
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
    await expect(read('x.odt', file)).rejects.toThrow('damaged');
  });

  test('entities that expand, or read files', async () => {
    const levels = Array.from(
      { length: 12 },
      (_, k) => `<!ENTITY e${k + 1} "${`&e${k};`.repeat(10)}">`,
    ).join('');
    const billion = `<!DOCTYPE TEI [<!ENTITY e0 "ha">${levels}]><TEI><text><body><p>&e12;</p></body></text></TEI>`;
    await within(2, 200, () => expect(read('x.xml', billion)).rejects.toThrow('entity'));
    const file =
      '<!DOCTYPE TEI [<!ENTITY x SYSTEM "file:///etc/passwd">]><TEI><text><body><p>&x;</p></body></text></TEI>';
    await expect(read('x.xml', file)).rejects.toThrow('entity');
  });

  test('YAML that expands, and YAML nested without end', async () => {
    const levels = Array.from(
      { length: 9 },
      (_, k) => `l${k + 1}: &l${k + 1} [${`*l${k},`.repeat(9)}]`,
    ).join('\n');
    const bombed = `---\nl0: &l0 [lol]\n${levels}\n---\n\nText.\n`;
    await within(3, 300, () => expect(read('x.md', bombed)).rejects.toThrow(/aliases/));
    const deep = `---\ntitle: ${'['.repeat(20_000)}\n---\n\nText.\n`;
    await within(10, 500, () =>
      expect(read('x.md', deep)).rejects.toMatchObject({ name: 'InputError' }),
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
      const outcome = await read(`x.${ending}`, text).then(
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
    await expect(read('x.txt', new Uint8Array(20 * 1024 * 1024).fill(97))).rejects.toThrow(
      'longer than',
    );
  });

  test('a line of 10 MB is refused, with the limit; one of a long chapter is a paragraph', async () => {
    const line = (times: number) => 'All work and no play. '.repeat(times);
    await within(15, 1500, () =>
      expect(read('x.txt', line(480_000))).rejects.toThrow(
        'a paragraph has 10,559,999 characters, and may have 250,000',
      ),
    );
    const { editions } = await read('x.txt', line(11_000));
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
      await within(2, 100, () => expect(read('x.xlsx', bytes)).rejects.toThrow(message));
    }
  });

  test('tables of too many rows or columns are refused with the limit', async () => {
    await within(10, 600, () =>
      expect(read('x.csv', `en,de\n${'a,b\n'.repeat(150_000)}`)).rejects.toThrow(
        'rows, and may have 100,000',
      ),
    );
    const wide = Array.from({ length: 5000 }, (_, k) => `c${k}`).join(',');
    await within(5, 300, () =>
      expect(read('x.csv', `${wide}\n${wide}\n`)).rejects.toThrow(
        '5,000 columns, and may have 500',
      ),
    );
    const units = Array.from(
      { length: 700 },
      (_, k) => `<tuv xml:lang="x-${k}"><seg>a</seg></tuv>`,
    );
    const tmx = `<tmx version="1.4"><header srclang="en"/><body><tu>${units.join('')}</tu></body></tmx>`;
    await within(10, 400, () =>
      expect(read('x.tmx', tmx)).rejects.toThrow('700 editions, and a file may hold 500'),
    );
    await within(20, 1200, () =>
      expect(read('x.txt', 'a\n\n'.repeat(120_000))).rejects.toThrow(
        '120,000 paragraphs, and an edition may have 100,000',
      ),
    );
  });

  test('a million empty paragraphs are refused, and hundreds of thousands are none', async () => {
    await within(5, 300, () =>
      expect(read('x.md', `Text.\n\n${'\n\n'.repeat(1_000_000)}`)).rejects.toThrow(
        'more than 500,000 lines',
      ),
    );
    await within(40, 1500, async () => {
      const { editions } = await read('x.md', `One.${'\n'.repeat(450_000)}`);
      expect(editions[0].segments).toHaveLength(1);
    });
    await within(5, 300, () =>
      expect(read('x.html', `<p>One</p>${'<p></p>'.repeat(1_000_000)}`)).rejects.toThrow(
        'more than 1,000,000 tags',
      ),
    );
    const html = `<p>One</p>${'<p></p>'.repeat(250_000)}`;
    const { editions } = await within(40, 1500, () => read('x.html', html));
    expect(editions[0].segments).toHaveLength(1);
  });
});

describe('letters that are none', () => {
  test('halves of characters are mended, and reported', async () => {
    const json =
      '{"witnesses":[{"id":"A","content":"half \\ud800 here"},{"id":"B","content":"whole"}]}';
    const [first] = (await read('x.json', json)).editions;
    expect(first.segments[0].text).toBe('half \ufffd here');
    expect(first.warnings[0].message).toContain('halves');
  });

  test('a word without an end, and a gap in a line of verse', async () => {
    const word = 'a'.repeat(180_000);
    const text = await within(5, 500, () => read('x.txt', word));
    expect(text.editions[0].segments[0].text).toBe(word);
    const gap = `<p>${`word${'\u00a0'.repeat(60_000)}x<br>`.repeat(4)}</p>`;
    const verse = await within(10, 500, () => read('x.html', gap));
    expect(verse.editions[0].segments.map((each) => each.text).join(' ')).toMatch(/word\s+x/);
  });

  test('characters that turn the direction of text are reported', async () => {
    const { editions } = await read('x.md', 'Pay 100\u202e001 to no one.\n\nPlain.\n');
    expect(editions[0].warnings[0]).toMatchObject({
      line: 1,
      message: expect.stringContaining('direction'),
    });
    // On a page each paragraph is isolated: what it turns ends with it.
    const html = page({
      title: 'x',
      language: 'en',
      body: [editionText({ ...editions[0], siglum: 'A', language: 'en' } as never)],
    });
    expect(parseHTML(html).document.querySelectorAll('p')).toHaveLength(2);
  });
});

describe('markup', () => {
  const scripts = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg onload=alert(1)><script>alert(1)</script></svg>',
    '[x](javascript:alert(1))',
    '[x](data:text/html,<script>alert(1)</script>)',
    '<a href="javascript:alert(1)">x</a>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<math><mi xlink:href="javascript:alert(1)">x</mi></math>',
    '<style>*{background:url(javascript:alert(1))}</style>',
    '<form action="javascript:alert(1)"><button>x</button></form>',
  ];
  const harmless = (html: string) => {
    const { document } = parseHTML(`<html><body>${html}</body></html>`);
    expect(
      document.querySelectorAll('script, iframe, svg, math, style, form, object, embed'),
    ).toHaveLength(0);
    for (const element of document.querySelectorAll('*')) {
      for (const { name, value } of [...element.attributes]) {
        expect(name).not.toMatch(/^on|^srcdoc$|^style$/);
        expect(value).not.toMatch(/^\s*(javascript|data):/i);
      }
    }
  };
  test.each(scripts)('in a note: %s', (text) => harmless(safeHtml(text)));
  test.each(scripts)('in an edition: %s', async (text) => {
    for (const name of ['x.md', 'x.html']) {
      const found = await read(name, `Text.\n\n${text}\n\n<p>${text}</p>`);
      const [draft] = found.editions;
      const body = page({
        title: 'x',
        language: 'en',
        body: [editionText({ ...draft, siglum: 'A', language: 'en' } as never)],
      });
      harmless(/<body>([\s\S]*)<\/body>/.exec(body)![1]);
    }
  });
});

test('a work’s own JSON nested without end is reported, with its line', async () => {
  const folder = path.join(home, 'deep');
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'work.json'), `{"title":\n${'['.repeat(100_000)}\n`);
  await expect(loadWork('deep', home)).rejects.toThrow(
    expect.objectContaining({ name: 'InputError', file: 'deep/work.json', line: 2 }),
  );
  rmSync(folder, { recursive: true });
});

test('no query holds the search up', async () => {
  const slow = [
    '/(a+)+$/',
    '/(a|a)*b/',
    '/(.*a){20}/',
    '*a*a*a*a*a*a*a*b',
    `"${'a '.repeat(5000)}"`,
    '/(x+x+)+y z/',
  ];
  // The index is made first, which is not a query's doing.
  await search({ query: 'a' }, { timeoutMs: 60_000 });
  for (const query of slow) {
    await within(5, 500, async () => {
      parseQuery(query, new Set());
      await search({ query }, { timeoutMs: 60_000 }).catch((error) =>
        expect(error.name).toBe('InputError'),
      );
    });
  }
});
