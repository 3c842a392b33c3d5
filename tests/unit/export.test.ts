import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { readMarkdownEdition } from '../../lib/edition/read';
import { exportFormats, exportWork } from '../../lib/export/work';
import { loadWork } from '../../lib/library/library';

const { work } = loadWork('telegram-to-liu');
const xml = (text: string) =>
  new (parseHTML('').DOMParser)().parseFromString(text, 'text/xml').documentElement!;

describe('a work is exported', () => {
  test('as JSON, with its alignment by segment ids', async () => {
    const found = JSON.parse(await exportWork(work, 'json', ['zh', 'en', 'en-plain']));
    expect(found.alignment.editions).toEqual(['zh', 'en', 'en-plain']);
    const ids = found.editions.map((each: { segments: { id: string }[] }) =>
      each.segments.map(({ id }) => id),
    );
    const told = found.alignment.editions.map((_: string, k: number) =>
      found.alignment.rows.flatMap(({ cells }: { cells: string[][] }) => cells[k]),
    );
    expect(told).toEqual(ids);
  });

  test('as CSV, a column an edition', async () => {
    const text = await exportWork(work, 'csv', ['zh', 'en']);
    expect(text.split('\n')[0]).toBe('zh,en');
    expect(text).toContain('（一）我于十六日');
  });

  test('as TMX, a unit for each group of sentences', async () => {
    const root = xml(await exportWork(work, 'tmx', ['en', 'zh']));
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
    const root = xml(await exportWork(work, 'tei'));
    const ids = new Set([...root.querySelectorAll('p')].map((p) => p.getAttribute('xml:id')));
    const targets = [...root.querySelectorAll('link')].flatMap((link) =>
      (link.getAttribute('target') ?? '').split(' '),
    );
    expect(targets.length).toBe(16);
    for (const target of targets) expect(ids.has(target.slice(1))).toBe(true);
  });

  test('as Markdown: one edition reads as it was, several stand in a table', async () => {
    const edition = work.editions.find(({ siglum }) => siglum === 'en')!;
    const read = readMarkdownEdition(await exportWork(work, 'markdown', ['en']));
    expect(read.segments.map(({ id }) => id)).toEqual(edition.segments.map(({ id }) => id));
    expect(read.title).toBe(edition.title);
    expect(await exportWork(work, 'markdown', ['zh', 'en'])).toContain('| zh | en |');
  });

  test.each(exportFormats)('as %s only with editions that are there', async (format) => {
    await expect(exportWork(work, format, ['nobody', 'en'])).rejects.toThrow('has no edition');
  });
});
