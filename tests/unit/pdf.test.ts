import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entryNote } from '../../lib/collate/entry-note';
import type { ApparatusForm } from '../../lib/edition/apparatus-form';
import type { PrintOptions } from '../../lib/formats/pdf/printed';
import { collateWork } from '../../lib/studies/collation';
import { exportWork } from '../../lib/studies/export-work';
import { addCollationEdit } from '../../lib/works/collation-edits';
import { findEdition, loadWork } from '../../lib/works/load';

const library = mkdtempSync(path.join(tmpdir(), 'variorum-pdf-'));
afterAll(() => rmSync(library, { recursive: true, force: true }));

const hostile = '#set text(red) $x^2$ \\ "quoted" *bold?* @here <tag> `code` // gone? /* gone? */';
const long = (word: string, count: number) =>
  Array.from({ length: count }, (_, k) => `The ${word} of day ${k + 1} came.`).join(' ');

beforeAll(() => {
  const write = (name: string, content: string) => {
    mkdirSync(path.join(library, 'boat'), { recursive: true });
    writeFileSync(path.join(library, 'boat', name), content);
  };
  write(
    'work.json',
    JSON.stringify({ title: 'The boat', author: 'A. Writer', date: '1949-12-18', base: 'A' }),
  );
  const text = (chapter: string, word: string) => `# ${chapter}

The ${word} came at noon[^1], and *nobody* saw **it**.

## ${chapter}, later

| It left at dusk,
| and was not seen again.

${hostile.replace(/[\\#$*@<>`"[\]_]/g, '\\$&')}

${long(word, 40)}

[^1]: By the clock of the ${word}.
`;
  write(
    'A.md',
    `---\nlanguage: en\ntitle: First\nnotice: Made for a test.\n---\n\n${text('Arrival', 'boat')}`,
  );
  write('B.md', `---\nlanguage: en\ntitle: Second\n---\n\n${text('Coming', 'ship')}`);
  write(
    'Z.md',
    '---\nlanguage: zh-Hans\ntitle: 船\n---\n\n# 到达\n\n船在正午到达，*没有人*看见它。\n\n## 后来\n\n黄昏时离开，再也没有人看见。\n',
  );
  write('rare.md', '---\nlanguage: zh-Hans\n---\n\n古字：\u{2A6A5}。\n');
});

async function printed(sigla: string[], print: PrintOptions = {}) {
  const { work } = await loadWork('boat', library);
  const bytes = (await exportWork(work, 'pdf', sigla, library, print)) as Uint8Array;
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const { text } = await extractText(pdf, { mergePages: false });
  return { work, pdf, pages: text };
}

/** Letters and digits alone: lines of a page are cut and hyphenated. */
const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');

/** In points, of A4. */
const pageWidth = 595;
/** All words of pages, without the mark of the note. */
const wordsOf = (pages: readonly string[]) => letters(pages.join('')).replaceAll(/noon\d/g, 'noon');

describe('pages', () => {
  test('of one edition have its words, its notes at the foot, headings and bookmarks', async () => {
    const { work, pdf, pages } = await printed(['A'], { layout: 'edition', paper: 'a5' });
    const all = wordsOf(pages);
    for (const { text } of findEdition(work, 'A').segments) {
      if (text.length < 200) expect(all).toContain(letters(text));
    }
    for (let day = 1; day <= 40; day++) expect(all).toContain(`ofday${day}came`);
    const own = pages.findIndex((page) => page.includes('came at noon'));
    expect(pages[own]).toContain('By the clock of the boat.');
    expect(pages[0]).toContain('Made for a test.');
    const outline = await pdf.getOutline();
    expect(outline.map(({ title }) => title)).toEqual(['Arrival']);
    expect(outline[0].items.map(({ title }: { title: string }) => title)).toEqual([
      'Arrival, later',
    ]);
    const { info } = await pdf.getMetadata();
    expect(info).toMatchObject({ Title: 'First', Author: 'A. Writer' });
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
    const page = await pdf.getPage(1);
    const { width, height } = page.getViewport({ scale: 1 });
    expect([Math.round((width / 72) * 25.4), Math.round((height / 72) * 25.4)]).toEqual([148, 210]);
  });

  test('take words for words, whatever they look like', async () => {
    const { pages } = await printed(['A']);
    const flat = pages.join(' ').replace(/\s+/g, ' ');
    expect(flat).toContain('#set text(red) $x^2$');
    expect(flat).toContain('<tag>');
  });

  test('of two editions face each other', async () => {
    const { pages } = await printed(['A', 'Z'], { layout: 'pages' });
    expect(pages[1]).toContain('Arrival');
    expect(pages[1]).not.toContain('到达');
    expect(letters(pages[2])).toContain('船在正午到达没有人看见它');
    expect(pages[2]).not.toContain('nobody');
    const all = letters(pages.join(''));
    for (let day = 1; day <= 40; day++) expect(all).toContain(`ofday${day}came`);
  });

  test('of several editions one under the other have the words of all', async () => {
    const { work, pages } = await printed(['A', 'B', 'Z'], { layout: 'interleaved' });
    const all = wordsOf(pages);
    for (const { text } of work.editions.flatMap(({ siglum, segments }) =>
      siglum === 'rare' ? [] : segments,
    )) {
      if (text.length < 200) expect(all).toContain(letters(text));
    }
  });

  test('of several editions side by side have them in columns, and say what marks mean', async () => {
    const { pdf, pages } = await printed(['A', 'B', 'Z']);
    const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 });
    expect(width).toBeGreaterThan(height);
    const all = wordsOf(pages);
    for (const word of ['nobody', '没有人', 'clock of the ship', 'clock of the boat']) {
      expect(all).toContain(letters(word));
    }
    expect(pages[0].replace(/\s+/g, ' ')).toContain('Compared with A: only here');
    expect(pages[0]).toContain('A. Writer, 18 December 1949');
  });

  test('of several editions number their notes together, each in its direction', async () => {
    const { work: bells } = await loadWork('the-bellmakers-daughter');
    const print = { layout: 'interleaved' } as const;
    const bytes = (await exportWork(bells, 'pdf', undefined, undefined, print)) as Uint8Array;
    const pdf = await getDocumentProxy(new Uint8Array(bytes));
    const pages = await Promise.all(
      Array.from({ length: pdf.numPages }, async (_, k) => {
        const page = await pdf.getPage(k + 1);
        const { items } = await page.getTextContent();
        return items.flatMap((item) => ('str' in item ? [item] : []));
      }),
    );
    const page = pages.find((items) =>
      items
        .map(({ str }) => str)
        .join('')
        .includes('About three miles'),
    );
    const words = (page ?? []).map(({ str }) => str).join('');
    expect(words).toContain(
      '1十里约合五公里。2Ten li are about five kilometres.3About three miles.4',
    );
    // The notes are set smaller than the text.
    const notes = (page ?? []).filter(({ transform: [size] }) => size < 7.5);
    const arabic = notes.filter(({ str }) => /\p{Script=Arabic}/u.test(str));
    const left = Math.min(...arabic.map(({ transform }) => transform[4]));
    const lines = arabic.map(({ transform }) => transform[5]);
    const stop = notes.find(({ str, transform }) => str === '.' && lines.includes(transform[5]));
    expect(left).toBeGreaterThan(pageWidth / 2);
    expect(stop?.transform[4]).toBeLessThan(left);
  });

  test('say what each language is compared with, where something is marked', async () => {
    const firstPage = async (slug: string, sigla: string[]) => {
      const bytes = await exportWork((await loadWork(slug)).work, 'pdf', sigla);
      const pdf = await getDocumentProxy(new Uint8Array(bytes as Uint8Array));
      const { text } = await extractText(pdf, { mergePages: false });
      return text[0].replace(/\s+/g, ' ');
    };
    const bells = await firstPage('the-bellmakers-daughter', ['zh', 'en-close', 'en-free']);
    expect(bells).toContain('Compared with en-close: only here');
    const rights = await firstPage('universal-declaration', ['en', 'fr']);
    expect(rights).not.toContain('Compared with');
  });

  test('of a text with its apparatus have the readings of the others at the foot', async () => {
    const { pages } = await printed(['A', 'B', 'Z'], { layout: 'apparatus' });
    const first = pages[0].replace(/\s+/g, ' ');
    expect(first).toContain('Arrival ] A; Coming B');
    expect(first).toContain('boat ] A; ship B');
  });

  test('of a text with its apparatus have the entries that the collation page has', async () => {
    const folder = path.join(library, 'mill');
    mkdirSync(folder);
    const write = (name: string, content: unknown) =>
      writeFileSync(
        path.join(folder, name),
        typeof content === 'string' ? content : JSON.stringify(content),
      );
    const groups = [{ siglum: 'β', members: ['B', 'C'] }];
    const form = { positive: true, groups, lemma: 'majority' };
    write('work.json', { title: 'The mill', base: 'A', apparatus: form });
    const texts = {
      A: 'The mill stood by the river. The miller cometh home, and was grey.',
      B: 'The myll stood by the ryver. The miller comes home, and was old.',
      C: 'The mill stood by the ryver. The miller comes home, and was old.',
    };
    for (const [siglum, text] of Object.entries(texts)) {
      write(`${siglum}.md`, `---\nlanguage: en\n---\n\n${text}\n`);
    }
    write('regularisation.json', {
      rules: [{ read: 'myll', as: 'mill' }],
      sets: ['archaic-english'],
    });
    const { work: plain } = await loadWork('mill', library);
    const wordOf = (siglum: string, word: string) => {
      const [{ id, text }] = findEdition(plain, siglum).segments;
      const start = text.indexOf(word);
      return { edition: siglum, segment: id, start, end: start + word.length };
    };
    const places = [wordOf('B', 'old'), wordOf('A', 'was')];
    await addCollationEdit(plain, { kind: 'together', places }, library);
    const { work } = await loadWork('mill', library);
    const { rows } = await collateWork(work, work.editions, findEdition(work, 'A'));
    const entries = rows.flatMap(({ parts }) =>
      parts.flatMap((part) =>
        'entry' in part ? [entryNote(part.entry, form as ApparatusForm)] : [],
      ),
    );
    const bytes = await exportWork(work, 'pdf', ['A', 'B', 'C'], library, { layout: 'apparatus' });
    const pdf = await getDocumentProxy(new Uint8Array(bytes as Uint8Array));
    const { text } = await extractText(pdf, { mergePages: true });
    const foot = text.replace(/\s+/g, ' ');
    expect(entries.length).toBeGreaterThan(1);
    for (const [k, pieces] of entries.entries()) {
      expect(foot).toContain(`${k + 1}${pieces.map(({ text: own }) => own).join('')}`);
    }
    expect(foot).toContain('ryver ] β; river A');
    expect(foot).not.toMatch(/myll ]|] myll|cometh ]|] cometh/);
    expect(foot.split(' ] ')).toHaveLength(entries.length + 1);
    // Word and LaTeX have the same.
    const sigla = ['A', 'B', 'C'];
    const word = await exportWork(work, 'docx', sigla, library, { layout: 'apparatus' });
    const notes = strFromU8(unzipSync(word as Uint8Array)['word/footnotes.xml'])
      .split('<w:footnote ')
      .map((note) => note.replace(/<[^>]*>|^[^<]*>/g, '').replaceAll('&apos;', "'"))
      .filter((note) => note.includes(']'));
    const shown = entries.map((pieces) => pieces.map(({ text: own }) => own).join(''));
    expect(notes).toEqual(shown);
    const latex = String(await exportWork(work, 'latex', sigla, library));
    expect(latex.match(/\\edtext/g)).toHaveLength(entries.length);
    expect(latex).toContain('\\edtext{ryver}{\\Afootnote{β; river A}}');
    expect(latex).not.toContain('myll');
  });

  test.each([
    [['A', 'B'], 'edition', /shows one edition alone/],
    [['A', 'B', 'Z'], 'pages', /facing pages show two editions/],
    [['A', 'Z'], 'apparatus', /two editions in one language/],
    [['A'], 'columns', /nothing to stand beside it/],
    [['rare'], 'edition', /no font here has \u{2A6A5} \(U\+2A6A5\)/u],
  ] as const)('of %j as %s are refused with a reason', async (sigla, layout, reason) => {
    await expect(printed([...sigla], { layout })).rejects.toThrow(reason);
  });

  test('an apparatus is refused where there is none, and layouts to forms that have none', async () => {
    const { work } = await loadWork('mill', library);
    await expect(exportWork(work, 'latex', ['A'], library)).rejects.toThrow('too few');
    await expect(
      exportWork(work, 'tei', ['A', 'B'], library, { layout: 'apparatus' }),
    ).rejects.toThrow('tei has no layout');
  });
});
