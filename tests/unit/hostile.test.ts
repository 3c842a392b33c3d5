import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { page } from '../../lib/formats/html/document';
import { editionText } from '../../lib/formats/html/edition';
import { safeHtml } from '../../lib/formats/markdown/safe-html';
import { parseQuery } from '../../lib/search/query';
import { search } from '../../lib/search/search';
import { importFiles } from '../../lib/works/import';
import { loadWork } from '../../lib/works/load';
import { temporaryFolder } from '../folder';
import { readAll } from '../reading';
import { within } from '../within';

// What someone who means ill might send: each is refused, or read, within bounds.

const home = temporaryFolder('hostile');

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
      files: [{ name: 'x.md', bytes: Buffer.from('Text.') }],
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
        files: [{ name: 'x.md', bytes: Buffer.from('Text.') }],
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
    await expect(readAll('x.odt', evil)).rejects.toThrow(/damaged|OpenDocument/);
    const image = zipSync({
      'META-INF/container.xml': strToU8(
        '<container><rootfile full-path="../../../../etc/passwd"/></container>',
      ),
    });
    await expect(readAll('x.epub', image)).rejects.toThrow('lacks');
  });
});

describe('letters that are none', () => {
  test('halves of characters are mended, and reported', async () => {
    const json =
      '{"witnesses":[{"id":"A","content":"half \\ud800 here"},{"id":"B","content":"whole"}]}';
    const [first] = (await readAll('x.json', json)).editions;
    expect(first.segments[0].text).toBe('half \ufffd here');
    expect(first.warnings[0].message).toContain('halves');
  });

  test('a word without an end, and a gap in a line of verse', async () => {
    const word = 'a'.repeat(180_000);
    const text = await within(5, 500, () => readAll('x.txt', word));
    expect(text.editions[0].segments[0].text).toBe(word);
    const gap = `<p>${`word${'\u00a0'.repeat(60_000)}x<br>`.repeat(4)}</p>`;
    const verse = await within(10, 500, () => readAll('x.html', gap));
    expect(verse.editions[0].segments.map((each) => each.text).join(' ')).toMatch(/word\s+x/);
  });

  test('characters that turn the direction of text are reported', async () => {
    const { editions } = await readAll('x.md', 'Pay 100\u202e001 to no one.\n\nPlain.\n');
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
      const found = await readAll(name, `Text.\n\n${text}\n\n<p>${text}</p>`);
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
