import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readDocument } from '../../lib/formats/registry';
import { writeSite } from '../../lib/site/site';
import { loadWork } from '../../lib/works/load';
import { addNote } from '../../lib/works/notes';

let home: string;
let library: string;
let site: string;
beforeAll(async () => {
  home = mkdtempSync(path.join(tmpdir(), 'variorum-site-'));
  library = path.join(home, 'library');
  site = path.join(home, 'site');
  cpSync('editions', library, { recursive: true });
  const { work } = await loadWork('telegram-to-liu', library);
  const [{ id }] = work.editions.find(({ siglum }) => siglum === 'en')!.segments;
  const targets = [{ edition: 'en', segment: id, start: 4, end: 15 }];
  await addNote(work, { targets, text: 'Of *which* day?' }, undefined, library);
  mkdirSync(path.join(library, 'named'));
  for (const siglum of ['Compare', 'statistics', 'table-en']) {
    const text = `---\nlanguage: en\n---\n\nThe words of ${siglum}.\n`;
    writeFileSync(path.join(library, 'named', `${siglum}.md`), text);
  }
  await writeSite(site, library, { url: 'https://example.org/texts' });
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const files = (folder = site): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
const pageAt = (name: string) => parseHTML(readFileSync(path.join(site, name), 'utf8')).document;

describe('a static site', () => {
  test('keeps editions apart from pages of the same name', () => {
    for (const siglum of ['Compare', 'statistics', 'table-en']) {
      const words = pageAt(`works/named/~${siglum}/1.html`).body.textContent;
      expect(words).toContain(`The words of ${siglum}.`);
    }
    expect(existsSync(path.join(site, 'works/named/compare/1.html'))).toBe(true);
    expect(existsSync(path.join(site, 'works/named/statistics/index.html'))).toBe(true);
  });
  test('leads only to what is there, from every page', () => {
    const pages = files().filter((name) => name.endsWith('.html') && !name.startsWith('pagefind'));
    expect(pages.length).toBeGreaterThan(15);
    for (const page of pages) {
      const document = pageAt(page);
      for (const element of document.querySelectorAll('[href], [src]')) {
        const target = element.getAttribute('href') ?? element.getAttribute('src') ?? '';
        if (/^(https?|data):/.test(target)) continue;
        const [file, place] = target.split('#');
        const name = file === '' ? page : path.join(path.dirname(page), file);
        expect(existsSync(path.join(site, name)), `${page} leads to ${target}`).toBe(true);
        if (place && name === page)
          expect(
            document.getElementById(decodeURIComponent(place)),
            `${page}#${place}`,
          ).toBeTruthy();
      }
      expect(
        document.querySelectorAll('script:not([src]):not([type="application/ld+json"])'),
      ).toHaveLength(0);
    }
  });

  test('names its own address, and describes its works', () => {
    const document = pageAt('works/telegram-to-liu/index.html');
    expect(document.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe(
      'https://example.org/texts/works/telegram-to-liu/',
    );
    const data = JSON.parse(
      document.querySelector('script[type="application/ld+json"]')!.textContent!,
    );
    expect(data['@context']).toBe('https://schema.org');
    expect(data.workExample.map((each: { inLanguage: string }) => each.inLanguage)).toContain(
      'zh-Hans',
    );
    const map = readFileSync(path.join(site, 'sitemap.xml'), 'utf8');
    expect(map).toContain(
      '<loc>https://example.org/texts/works/telegram-to-liu/compare/1.html</loc>',
    );
  });

  test('names in the key to the marks what the words are compared with, where there is any', () => {
    const keyOf = (work: string) =>
      pageAt(`works/${work}/compare/1.html`).querySelector('.key')?.textContent;
    expect(keyOf('the-bellmakers-daughter')).toMatch(/^Compared with en-close: /);
    expect(keyOf('universal-declaration')).toBeUndefined();
  });

  test('says of all words of an Arabic page which language they are in, and which way they run', () => {
    const works = ['the-bellmakers-daughter', 'universal-declaration'];
    for (const page of works.map((work) => `works/${work}/ar/1.html`)) {
      const { body } = pageAt(page);
      expect(body.querySelector('dl.about')?.getAttribute('lang')).toBe('en');
      const texts = [...body.querySelectorAll('*')].flatMap((element) =>
        [...element.childNodes].flatMap((node) =>
          node.nodeType === 3 && /\p{L}/u.test(node.textContent ?? '')
            ? { element, text: node.textContent ?? '' }
            : [],
        ),
      );
      expect(texts.length).toBeGreaterThan(20);
      for (const { element, text } of texts) {
        const isArabic = /\p{Script=Arabic}/u.test(text);
        const dir = element.closest('[dir], bdi')?.getAttribute('dir') ?? 'auto';
        expect(dir, text).toMatch(isArabic ? /^(rtl|auto)$/ : /^(ltr|auto)$/);
        const lang = element.closest('[lang]')?.getAttribute('lang');
        if (!element.closest('bdi')) expect(lang, text).toMatch(isArabic ? /^(ar)?$/ : /^(en)?$/);
      }
      // Facts keep their own order, whatever stands before them.
      for (const fact of body.querySelectorAll('dd')) expect(fact.getAttribute('dir')).toBe('auto');
    }
  });

  test('writes dates in words, as the pages of the application do', () => {
    for (const page of ['index', 'works/telegram-to-liu/index', 'works/telegram-to-liu/en/1']) {
      const { textContent = '' } = pageAt(`${page}.html`).querySelector('main') ?? {};
      expect(textContent).toContain('18 December 1949');
      expect(textContent).not.toMatch(/\d{4}-\d{2}-\d{2}/);
    }
  });

  test('shows the comparison and the apparatus', () => {
    const compared = pageAt('works/telegram-to-liu/compare/1.html');
    expect(compared.querySelectorAll('.comparison tbody tr')).toHaveLength(3);
    expect(compared.querySelectorAll('mark.replaced').length).toBeGreaterThan(20);
    const apparatus = pageAt('works/telegram-to-liu/apparatus-en/1.html');
    expect(apparatus.querySelectorAll('.apparatus li').length).toBeGreaterThan(20);
  });

  test('shows every view of the collation, and the statistics, as the server does', () => {
    const views = ['apparatus', 'inline', 'table', 'graph'];
    for (const view of views) {
      const document = pageAt(`works/telegram-to-liu/${view}-en/1.html`);
      const links = [...document.querySelectorAll('nav.views a')];
      expect(links.map((each) => each.getAttribute('href'))).toEqual(
        views.map((each) => `../../../works/telegram-to-liu/${each}-en/1.html`),
      );
      expect(document.querySelector('nav.views [aria-current]')).toBe(links[views.indexOf(view)]);
    }
    const table = pageAt('works/telegram-to-liu/table-en/1.html');
    const witnesses = [...table.querySelector('.tokens')!.querySelectorAll('th')];
    expect(witnesses.map((each) => each.textContent)).toEqual(['en', 'en-literal', 'en-plain']);
    const graph = pageAt('works/telegram-to-liu/graph-en/1.html');
    expect(graph.querySelectorAll('.variant-graph .variant').length).toBeGreaterThan(20);
    const statistics = pageAt('works/telegram-to-liu/statistics/index.html');
    expect(statistics.querySelectorAll('.drawing svg')).toHaveLength(4);
    const csv = readFileSync(
      path.join(site, 'works/telegram-to-liu/statistics/similarity-en.csv'),
      'utf8',
    );
    expect(csv.split('\n')[0].trim()).toBe('edition,en,en-literal,en-plain');
  });

  test('has Chinese with Pinyin beside the plain text, which alone is searched', () => {
    const plain = pageAt('works/telegram-to-liu/zh/1.html');
    const read = pageAt('works/telegram-to-liu/zh/pinyin-1.html');
    expect(plain.querySelector('[role=switch]')?.getAttribute('href')).toContain('pinyin-1.html');
    expect(read.querySelectorAll('rt[lang=zh-Latn-pinyin]').length).toBeGreaterThan(100);
    expect(read.querySelector('ruby')?.textContent).toMatch(/^\p{Script=Han}\p{L}+$/u);
    for (const each of read.querySelectorAll('rt')) each.remove();
    const text = (document: typeof plain) => document.querySelector('.text')?.textContent;
    expect(text(read)).toBe(text(plain));
    expect(plain.querySelector('[data-pagefind-body]')).toBeTruthy();
    expect(read.querySelector('[data-pagefind-body]')).toBeNull();
  });

  test('shows the notes of a work beside the words they are about', () => {
    const notes = pageAt('works/telegram-to-liu/notes/index.html');
    expect(notes.querySelector('blockquote span')?.textContent).toBe('arrived in ');
    expect(notes.querySelector('main em')?.textContent).toBe('which');
    const [name, place] = notes.querySelector('blockquote a')!.getAttribute('href')!.split('#');
    const text = pageAt(path.join('works/telegram-to-liu/notes', name));
    expect(text.getElementById(decodeURIComponent(place))?.textContent).toContain('arrived in');
    // A work without notes has no page of them.
    expect(existsSync(path.join(site, 'works/universal-declaration/notes'))).toBe(false);
  });

  test('leads from each folder to its first page, and from what is not there to the library', () => {
    const refresh = (page: string) =>
      pageAt(page).querySelector('meta[http-equiv=refresh]')?.getAttribute('content');
    expect(refresh('works/telegram-to-liu/compare/index.html')).toBe('0; url=1.html');
    expect(refresh('works/index.html')).toBe('0; url=../index.html');
    const missing = pageAt('404.html');
    expect(missing.querySelector('base')?.getAttribute('href')).toBe('https://example.org/texts/');
    expect(missing.querySelector('link[rel=canonical]')).toBeNull();
  });

  test('compares with each base that can be chosen, at the same places', () => {
    const usual = pageAt('works/telegram-to-liu/compare/1.html');
    const other = pageAt('works/telegram-to-liu/compare-en-plain/1.html');
    const bases = [...usual.querySelectorAll('.choices a')];
    expect(bases.map((each) => each.textContent)).toEqual(['en', 'en-literal', 'en-plain']);
    expect(other.querySelector('.choices [aria-current]')?.textContent).toBe('en-plain');
    expect(other.querySelector('.key')?.textContent).toMatch(/^Compared with en-plain: /);
    const text = (document: typeof usual) => document.querySelector('tbody')?.textContent;
    expect(text(other)?.replace(/‸/g, '')).toBe(text(usual)?.replace(/‸/g, ''));
    // Each kind that is marked has its box, and none that is not.
    const kinds = (document: typeof usual) =>
      new Set(
        [...document.querySelectorAll('[data-kind]')].map((e) => e.getAttribute('data-kind')),
      );
    const boxes = [...usual.querySelectorAll('.choices input[id^=kind-]')].map((e) =>
      e.id.replace('kind-', ''),
    );
    expect(new Set(boxes)).toEqual(kinds(usual));
  });

  test('shows how terms are rendered, and the check list, with the ways to their places', () => {
    const work = 'works/the-bellmakers-daughter';
    const page = pageAt(`${work}/renderings/1.html`);
    const [term] = page.querySelectorAll('nav.tabs a');
    expect(term.getAttribute('aria-current')).toBe('page');
    expect(page.querySelector('.study h2 span')?.textContent).toBe(term.textContent);
    const siglaIn = (selector: string, document = page) =>
      [...document.querySelectorAll(selector)].map((each) => each.textContent);
    expect(siglaIn('.renderings h3 .siglum')).toEqual(['en-close', 'en-free', 'ar']);
    const check = pageAt(`${work}/renderings/check.html`);
    expect(siglaIn('.check-list h2 .siglum', check)).toEqual(['en-close', 'en-free', 'ar']);
    const slip = [...check.querySelectorAll('.check-list li')].find((each) =>
      each.textContent?.includes('132'),
    );
    const link = slip?.querySelector('a')?.getAttribute('href') ?? '';
    const [file, row] = link.split('#');
    const compared = pageAt(path.join(work, 'renderings', file)).getElementById(row);
    expect(compared?.textContent).toContain('132');
    expect(check.querySelector('button.quiet-button')).toBeNull();
  });

  test('tells the search where each paragraph of an edition is compared', () => {
    const work = 'works/telegram-to-liu';
    const places: Record<string, [number, number]> = JSON.parse(
      readFileSync(path.join(site, work, 'en', 'places.json'), 'utf8'),
    );
    const text = pageAt(`${work}/en/1.html`);
    expect(text.querySelector('[data-pagefind-body]')?.getAttribute('data-places')).toBe(
      'places.json',
    );
    const words = (element?: Element | null) =>
      element?.textContent?.replace(/[^\p{L}]+/gu, '') ?? '';
    expect(Object.keys(places).length).toBeGreaterThan(2);
    for (const [id, [section, row]] of Object.entries(places)) {
      const cell = pageAt(`${work}/compare/${section}.html`).querySelector(
        `#row-${row} [data-edition=en]`,
      );
      expect(words(text.getElementById(id)).length).toBeGreaterThan(0);
      expect(words(cell)).toContain(words(text.getElementById(id)));
    }
  });

  test('names the edition of each cell of the comparison, for narrow pages', () => {
    const row = pageAt('works/telegram-to-liu/compare/1.html').querySelector('tbody tr')!;
    expect([...row.children].map((cell) => cell.getAttribute('data-edition'))).toEqual([
      'zh',
      'en',
      'en-literal',
      'en-plain',
    ]);
  });

  test('speaks the language that is asked for', async () => {
    const chinese = path.join(home, 'chinese');
    await writeSite(chinese, library, { language: 'zh' });
    const { document } = parseHTML(
      readFileSync(path.join(chinese, 'works/telegram-to-liu/statistics/index.html'), 'utf8'),
    );
    expect(document.documentElement.lang).toBe('zh-Hans');
    expect(document.querySelector('.masthead nav')?.textContent).toMatch(/对读.*校勘.*统计/);
    await expect(writeSite(path.join(home, 'no'), library, { language: 'fr' })).rejects.toThrow(
      'the interface is not in “fr”',
    );
  });

  test('gives each edition and work to download, whole', async () => {
    const read = async (name: string) =>
      readDocument({
        name,
        bytes: readFileSync(path.join(site, 'works/telegram-to-liu/downloads', name)),
      });
    const [{ segments }] = (await read('en.md')).editions;
    expect((await read('en.epub')).editions[0].segments.at(-1)?.text).toBe(segments.at(-1)?.text);
    expect((await read('telegram-to-liu.xml')).editions).toHaveLength(4);
  });

  test('written again, makes only what has changed', async () => {
    const again = (options = {}) =>
      writeSite(site, library, { url: 'https://example.org/texts', ...options });
    const before = await again();
    expect(before.changed).toBe(0);
    // A file that has gone is made again, with those beside it as they were.
    rmSync(path.join(site, 'works/telegram-to-liu/zh/1.html'));
    expect((await again()).changed).toBe(1);
    const edition = path.join(library, 'the-bellmakers-daughter', 'en-free.md');
    const text = readFileSync(edition, 'utf8');
    const stamps = () =>
      new Map(files().map((name) => [name, statSync(path.join(site, name)).mtimeMs]));
    const old = stamps();
    writeFileSync(edition, text.replace('a bell tower but no bell', 'a bell tower and a bell'));
    const after = await again();
    expect(after.pages).toBe(before.pages);
    const made = [...stamps()].filter(([name, at]) => old.get(name) !== at).map(([name]) => name);
    const work = 'works/the-bellmakers-daughter';
    expect(made).toContain(`${work}/en-free/1.html`);
    expect(made).toContain(`${work}/compare/1.html`);
    expect(made).toContain(`${work}/apparatus-en/1.html`);
    const others = new RegExp(
      `^(?!${work}/|pagefind/|\\.variorum-site)|${work}/(?:zh|ar|en-close)/.*html|${work}/downloads/(?:zh|ar|en-close)\\.`,
    );
    expect(made.filter((name) => others.test(name))).toEqual([]);
    expect(pageAt(`${work}/en-free/1.html`).body.textContent).toContain('a bell tower and a bell');
    // Another language of the interface is another site.
    expect((await again({ language: 'zh' })).changed).toBeGreaterThan(made.length);
  });

  test('made in threads, is the same file by file', async () => {
    const works = path.join(home, 'one');
    const name = 'the-bellmakers-daughter';
    mkdirSync(path.join(works, name), { recursive: true });
    // Of one language: what works teach each other about two grows from one writing to the next.
    for (const siglum of ['en-close', 'en-free'])
      cpSync(path.join('editions', name, `${siglum}.md`), path.join(works, name, `${siglum}.md`));
    const [alone, threaded] = ['alone', 'threaded'].map((each) => path.join(home, each));
    await writeSite(alone, works, { inThreads: false });
    const { changed } = await writeSite(threaded, works, { inThreads: true });
    const names = files(alone).sort();
    expect(files(threaded).sort()).toEqual(names);
    expect(changed).toBe(names.length - 1);
    const differ = (file: string) =>
      !readFileSync(path.join(alone, file)).equals(readFileSync(path.join(threaded, file)));
    // These say when they were made.
    const timed = /\.(?:docx|epub)$|^\.variorum-site/;
    expect(names.filter((file) => !timed.test(file) && differ(file))).toEqual([]);
    // What threads have made is known for what it is, whoever asks the next time.
    expect((await writeSite(threaded, works, { inThreads: false })).changed).toBe(0);
  });

  test('of a long work, makes only the stretches that an edit is in', async () => {
    const works = path.join(home, 'long');
    const book = path.join(works, 'book');
    mkdirSync(book, { recursive: true });
    const text = (word: string) =>
      Array.from({ length: 320 }, (_, k) => `Paragraph ${k} of the ${word} book goes on.`);
    const write = (siglum: string, paragraphs: readonly string[]) =>
      writeFileSync(
        path.join(book, `${siglum}.md`),
        `---\nlanguage: en\n---\n\n${paragraphs.join('\n\n')}\n`,
      );
    write('a', text('old'));
    write('b', text('new'));
    const target = path.join(home, 'long-site');
    const keys = async () => {
      await writeSite(target, works);
      const { parts } = JSON.parse(readFileSync(path.join(target, '.variorum-site.json'), 'utf8'));
      return new Map(Object.entries<{ key: string }>(parts).map(([name, { key }]) => [name, key]));
    };
    const before = await keys();
    write('b', text('new').with(150, 'Paragraph 150 of the new book goes on endlessly.'));
    const after = await keys();
    expect([...after.keys()]).toEqual([...before.keys()]);
    const made = [...after].flatMap(([name, key]) =>
      before.get(name) === key ? [] : [name.replace('works/book/', '')],
    );
    expect(made.filter((name) => /^(?:compare|collation)/.test(name))).toEqual([
      'compare places',
      'compare 2',
      'compare b 2',
      'collation en 1',
    ]);
    expect(before.has('works/book/collation en 2')).toBe(true);
    expect(made).not.toContain('text a');
    const page = (name: string) => readFileSync(path.join(target, 'works/book', name), 'utf8');
    for (const name of ['compare/2.html', 'apparatus-en/2.html'])
      expect(page(name)).toContain('endlessly');
  });

  test('written again, takes away what is gone and nothing else', async () => {
    writeFileSync(path.join(site, 'of-my-own.txt'), 'kept');
    rmSync(path.join(library, 'telegram-to-liu', 'en-literal.md'));
    const order = path.join(library, 'telegram-to-liu', 'work.json');
    writeFileSync(order, readFileSync(order, 'utf8').replace(/"en-literal",?/, ''));
    await writeSite(site, library);
    expect(files().filter((name) => name.includes('en-literal'))).toEqual([]);
    expect(existsSync(path.join(site, 'works/telegram-to-liu/en-literal'))).toBe(false);
    expect(existsSync(path.join(site, 'sitemap.xml'))).toBe(false);
    expect(readFileSync(path.join(site, 'of-my-own.txt'), 'utf8')).toBe('kept');
  });

  test('goes on where a writing was broken off, and keeps no page that it left', async () => {
    const works = path.join(home, 'broken');
    cpSync('editions/telegram-to-liu', path.join(works, 'telegram-to-liu'), { recursive: true });
    const target = path.join(home, 'broken-site');
    const stop = (share: number) => {
      if (share > 0) throw new Error('broken off');
    };
    await expect(writeSite(target, works, { progress: stop })).rejects.toThrow('broken off');
    expect(existsSync(path.join(target, 'index.html'))).toBe(false);
    await writeSite(target, works);
    expect(existsSync(path.join(target, 'index.html'))).toBe(true);
    // An edit of the same length, half written and taken back: sizes do not tell the pages apart.
    const edition = path.join(works, 'telegram-to-liu', 'en.md');
    const text = readFileSync(edition, 'utf8');
    const read = () => readFileSync(path.join(target, 'works/telegram-to-liu/en/1.html'), 'utf8');
    const page = read();
    writeFileSync(edition, text.replace('treaty', 'treats'));
    let pages = 0;
    const stopLate = () => {
      if (read() !== page) pages++;
      if (pages > 0) throw new Error('broken off');
    };
    await expect(writeSite(target, works, { progress: stopLate })).rejects.toThrow('broken off');
    writeFileSync(edition, text);
    await writeSite(target, works);
    expect(read()).toBe(page);
  });

  test('does not write into a folder of something else, nor to no address', async () => {
    const other = mkdtempSync(path.join(home, 'other-'));
    writeFileSync(path.join(other, 'thesis.doc'), '');
    await expect(writeSite(other, library)).rejects.toThrow('something else');
    expect(readdirSync(other)).toEqual(['thesis.doc']);
    await expect(writeSite(path.join(home, 'new'), library, { url: 'ftp://x' })).rejects.toThrow(
      'not a web address',
    );
    expect(existsSync(path.join(home, 'new'))).toBe(false);
  });
});
