import { readFileSync } from 'node:fs';
import { EpubCheck } from '@likecoin/epubcheck-ts';
import { RelaxNGValidator, XmlDocument } from 'libxml2-wasm';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { exportLabels } from '../../app/i18n/export-labels';
import { dateName } from '../../lib/edition/date-name';
import type { Edition, Work } from '../../lib/edition/model';
import { readMarkdownEdition } from '../../lib/edition/read';
import { unpack } from '../../lib/formats/archive';
import { readDocument } from '../../lib/formats/registry';
import { type ExportFormat, exportFormats } from '../../lib/studies/export-forms';
import { exportLosses } from '../../lib/studies/export-losses';
import { exportWork } from '../../lib/studies/export-work';
import { loadWork } from '../../lib/works/load';

const { work } = await loadWork('telegram-to-liu');
const asText = async (format: ExportFormat, sigla?: string[]) =>
  String(await exportWork(work, format, sigla));
/** The words of a page, or of the page of a book or text that says what it is. */
const shownIn = async (written: string | Uint8Array) => {
  const parts =
    typeof written === 'string'
      ? [written]
      : [...(await unpack(written))].flatMap(([name, content]) =>
          /(document\.xml|content\.xml|title\.xhtml)$/.test(name) ? [content.toString()] : [],
        );
  return parts.join('').replace(/<[^>]*>/g, '');
};
const xml = (text: string) =>
  new (parseHTML('').DOMParser)().parseFromString(text, 'text/xml').documentElement!;

describe('a work is exported', () => {
  test('as JSON, with its alignment by segment ids', async () => {
    const found = JSON.parse(await asText('json', ['zh', 'en', 'en-plain']));
    expect(found.alignment.editions).toEqual(['zh', 'en', 'en-plain']);
    const ids = found.editions.map((each: { segments: { id: string }[] }) =>
      each.segments.map(({ id }) => id),
    );
    const exported = found.alignment.editions.map((_: string, k: number) =>
      found.alignment.rows.flatMap(({ cells }: { cells: string[][] }) => cells[k]),
    );
    expect(exported).toEqual(ids);
  });

  test('as CSV, a column an edition', async () => {
    const text = await asText('csv', ['zh', 'en']);
    expect(text.split('\n')[0]).toBe('zh,en');
    expect(text).toContain('（一）我于十六日');
  });

  test('as CSV and a workbook without a formula, which read as they were', async () => {
    const texts = [
      '=1+1 is two',
      '+ and more',
      '- said he',
      '@home again',
      "'tis 'twas",
      '-1 or so',
    ];
    const made = (siglum: string): Edition => ({
      siglum,
      language: 'en',
      title: siglum,
      kind: 'original',
      basedOn: null,
      warnings: [],
      segments: texts.map((text, k) => ({ id: `${k}`, kind: 'paragraph', text, spans: [] })),
    });
    const editions = [made('A'), made('B')];
    const small: Work = {
      slug: 's',
      title: 'S',
      base: 'A',
      order: ['A', 'B'],
      editions,
      corrections: [],
    };
    const csv = String(await exportWork(small, 'csv'));
    for (const line of csv.split('\n')) expect(line).not.toMatch(/(^|,)"?[=+\-@]/);
    for (const format of ['csv', 'xlsx'] as const) {
      const written = await exportWork(small, format);
      const bytes = typeof written === 'string' ? new TextEncoder().encode(written) : written;
      const read = await readDocument({ name: `x.${format}`, bytes });
      for (const edition of read.editions) {
        expect(edition.segments.map(({ text }) => text)).toEqual(texts);
      }
    }
  });

  test('as TEI with any sigla: every id valid, none twice, every text read as it was', async () => {
    const sigla = ['A²', '1', 'B*', 'B_', 'B_2a_', 'b', 'β', 'A B'];
    const editions = sigla.map(
      (siglum, k): Edition => ({
        siglum,
        language: 'en',
        title: `Copy ${k}`,
        kind: 'transcription',
        basedOn: null,
        ...readMarkdownEdition(
          `The boat came over the ${k % 2 ? 'water' : 'river'} late.\n\nThen it left.`,
        ),
      }),
    );
    const odd: Work = { slug: 's', title: 'S', base: '1', order: sigla, editions, corrections: [] };
    const written = String(await exportWork(odd, 'tei'));
    const ids = [...written.matchAll(/xml:id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids.length).toBeGreaterThan(sigla.length);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[\p{L}_][\p{L}\p{M}\p{N}._-]*$/u);
    const read = await readDocument({ name: 'x.xml', bytes: new TextEncoder().encode(written) });
    // Sigla name files: what no file may be called is read as the nearest name that is free.
    expect(new Set(read.editions.map(({ siglum }) => siglum?.toLowerCase())).size).toBe(
      sigla.length,
    );
    expect(read.editions.map(({ segments }) => segments.map(({ text }) => text))).toEqual(
      editions.map(({ segments }) => segments.map(({ text }) => text)),
    );
  });

  test.each<[ExportFormat, string[]]>([
    [
      'csv',
      [
        'emphasis (1)',
        'headings',
        'lines of verse',
        'what is known of the editions (1)',
        'languages',
      ],
    ],
    ['xlsx', ['emphasis (1)', 'headings', 'readings over characters (1): “ふね”']],
    ['tmx', ['emphasis (1)', 'numbers of paragraphs (2): “(3)”, “1”', 'places of notes (1)']],
    ['xliff', ['links (1): “https://example.org”', 'numbers of paragraphs (2)', 'notes, which']],
    ['markdown', []],
    ['json', []],
    ['tei', []],
  ])('%s: what it cannot hold is reported', (format, whats) => {
    const edition: Edition = {
      siglum: 'A',
      language: 'en',
      title: 'Title',
      kind: 'original',
      basedOn: null,
      ...readMarkdownEdition(
        '# Head\n\n(3) It *is* [so](https://example.org).[^1]\n\n| One\n| <ruby>船<rt>ふね</rt></ruby>\n\n[^1]: A note.\n',
      ),
    };
    const said = exportLosses(format, [edition]).map(({ message }) => message);
    if (whats.length === 0) expect(said).toEqual([]);
    for (const what of whats) expect(said.join('\n')).toContain(what);
    expect(exportLosses('markdown', [edition, edition]).length).toBeGreaterThan(4);
  });

  test('as TMX, a unit for each group of sentences', async () => {
    const root = xml(await asText('tmx', ['en', 'zh']));
    const units = [...root.querySelectorAll('tu')];
    expect(units.length).toBeGreaterThan(15);
    const attitude = units.find((unit) => unit.textContent?.includes('His attitude'));
    expect([...attitude!.querySelectorAll('seg')].map((seg) => seg.textContent)).toEqual([
      'His attitude was really sincere.',
      '他的态度确实诚恳。',
    ]);
    await expect(exportWork(work, 'tmx', ['en'])).rejects.toThrow('too few');
  });

  test('as TEI, every link leading to paragraphs that are there', async () => {
    const root = xml(await asText('tei'));
    const ids = new Set([...root.querySelectorAll('p')].map((p) => p.getAttribute('xml:id')));
    const targets = [...root.querySelectorAll('link')].flatMap((link) =>
      (link.getAttribute('target') ?? '').split(' '),
    );
    expect(targets.length).toBe(16);
    for (const target of targets) expect(ids.has(target.slice(1))).toBe(true);
  });

  test('as Markdown: one edition reads as it was, several stand in a table', async () => {
    const edition = work.editions.find(({ siglum }) => siglum === 'en')!;
    const read = readMarkdownEdition(await asText('markdown', ['en']));
    expect(read.segments.map(({ id }) => id)).toEqual(edition.segments.map(({ id }) => id));
    expect(read.title).toBe(edition.title);
    expect(await asText('markdown', ['zh', 'en'])).toContain('| zh | en |');
  });

  test('as TEI that its schema allows, apparatus and all', async () => {
    const schema = XmlDocument.fromBuffer(readFileSync('tests/fixtures/tei/variorum.rng'));
    const validator = RelaxNGValidator.fromDoc(schema);
    for (const slug of ['telegram-to-liu', 'universal-declaration']) {
      const text = String(await exportWork((await loadWork(slug)).work, 'tei'));
      validator.validate(XmlDocument.fromString(text));
      if (slug === 'telegram-to-liu') expect(text).toContain('<app><lem wit="#en');
    }
    const broken = (await asText('tei', ['en'])).replaceAll(/(<\/?)p\b/g, '$1para');
    expect(() => validator.validate(XmlDocument.fromString(broken))).toThrow();
  });

  test.each([['en'], ['zh', 'en', 'en-plain']])(
    'as EPUB that its checker passes: %s',
    async (...sigla) => {
      const bytes = (await exportWork(work, 'epub', sigla)) as Uint8Array;
      const { messages } = await EpubCheck.validate(bytes);
      expect(messages).toEqual([]);
    },
  );

  test('as one page of HTML with the differences marked, and nothing from elsewhere', async () => {
    const text = await asText('html', ['en', 'en-plain', 'zh']);
    const { document } = parseHTML(text);
    expect(document.querySelectorAll('.comparison tbody tr')).toHaveLength(3);
    expect(document.querySelectorAll('mark.replaced').length).toBeGreaterThan(50);
    expect(document.querySelectorAll('[src], link:not([href^="data:"])')).toHaveLength(0);
    expect(document.querySelector('td')?.getAttribute('lang')).toBe('en');
  });

  test('as PDF', async () => {
    const bytes = (await exportWork(work, 'pdf', ['en', 'en-plain'])) as Uint8Array;
    expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-');
    expect(bytes.length).toBeGreaterThan(10_000);
  });

  test.each(['html', 'docx', 'epub'] as const)(
    'as %s with a key that names the base of each language, where something is marked',
    async (format) => {
      const { work: bells } = await loadWork('the-bellmakers-daughter');
      const shown = await shownIn(await exportWork(bells, format));
      expect(shown).toMatch(/Compared with en-close: only here/);
      const { work: rights } = await loadWork('universal-declaration');
      const apart = await shownIn(await exportWork(rights, format, ['en', 'ar']));
      expect(apart).not.toContain('Compared with');
    },
  );

  test.each(['html', 'docx', 'epub'] as const)('as %s with dates in words', async (format) => {
    const shown = await shownIn(await exportWork(work, format, ['en', 'en-plain']));
    expect(shown).toContain('18 December 1949');
    expect(shown).not.toContain('1949-12-18');
  });

  test.each(['html', 'docx', 'odt', 'epub'] as const)(
    'as %s with words of its own in the language of the interface',
    async (format) => {
      const labels = exportLabels('zh');
      const made = await exportWork(work, format, ['en', 'en-plain'], undefined, { labels });
      const shown = await shownIn(made);
      expect(shown).toContain('1949年12月18日');
      expect(shown).toMatch(/与 en 对照：此本独有，用词不同，/);
      expect(shown).not.toMatch(/Compared with|Author:|Source:|Address:/);
    },
  );

  test('dates in words are as exact as they were', () => {
    expect(['1949-12-18', '1949-12', '1949', '50', '-300'].map((date) => dateName(date))).toEqual([
      '18 December 1949',
      'December 1949',
      '1949',
      '50',
      '-300',
    ]);
    expect(dateName('1949-12-18', 'zh')).toBe('1949年12月18日');
  });

  test('as XLIFF of just two editions', async () => {
    const root = xml(await asText('xliff', ['zh', 'en']));
    expect(root.querySelectorAll('unit').length).toBeGreaterThan(15);
    expect(root.getAttribute('srcLang')).toBe('en');
    await expect(exportWork(work, 'xliff')).rejects.toThrow('not 4 editions');
  });

  test.each(exportFormats)('as %s only with editions that are there', async (format) => {
    await expect(exportWork(work, format, ['nobody', 'en'])).rejects.toThrow('has no edition');
  });
});
