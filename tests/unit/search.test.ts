import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseQuery } from '../../lib/search/query';
import { type SearchRequest, type SearchResult, search } from '../../lib/search/search';
import { searchTokens } from '../../lib/search/tokens';

let library: string;
beforeAll(() => {
  library = mkdtempSync(path.join(tmpdir(), 'variorum-search-'));
  cpSync('editions', library, { recursive: true });
});
afterAll(() => rmSync(library, { recursive: true, force: true }));

const find = async (query: string, request: Omit<SearchRequest, 'query'> = {}) => {
  const found = await search(
    { query, limit: 200, ...request },
    { folder: library, timeoutMs: 60_000 },
  );
  if (found.state === 'pending') throw new Error('the index is not ready');
  return found.value;
};
const places = ({ hits }: SearchResult) =>
  hits.map(({ work, siglum, row }) => `${work}/${siglum}#${row}`);
const marked = ({ hits }: SearchResult) =>
  hits.flatMap(({ siglum, segment, editions }) =>
    editions
      .filter((edition) => edition.siglum === siglum)
      .flatMap(({ segments }) => segments)
      .filter(({ id }) => id === segment)
      .flatMap(({ text, matches }) => matches.map(([start, end]) => text.slice(start, end))),
  );

describe('what is typed', () => {
  const sigla = new Set(['en', 'zh']);
  test.each([
    ['peace treaty', ['phrase peace', 'phrase treaty']],
    ['“peace treaty”', ['phrase peace treaty']],
    ['"new pea"*', ['phrase new pea *']],
    ['trea*', ['phrase trea *']],
    ['w?r tr*ty', ['wildcard w?r', 'wildcard tr*ty']],
    ['why?', ['phrase why']],
    ['/colou?r/', ['regex colou?r']],
    ['en:war -zh:战争', ['en: phrase war', '-zh: phrase 战 争']],
    ['3:16', ['phrase 3 16']],
    ['舊條約', ['phrase 旧 条 约']],
  ])('%s', (text, expected) => {
    const shown = parseQuery(text, sigla).map(({ wanted, negated, siglum }) => {
      const what =
        wanted.kind === 'phrase'
          ? `phrase ${wanted.words.join(' ')}${wanted.prefix ? ' *' : ''}`
          : `${wanted.kind} ${'pattern' in wanted ? wanted.pattern : wanted.source}`;
      return `${negated ? '-' : ''}${siglum ? `${siglum}: ` : ''}${what}`;
    });
    expect(shown).toEqual(expected);
  });

  test.each([
    ['', /nothing to look for/],
    ['…', /nothing to look for/],
    ['-war', /must not be there/],
    ['/war', /not closed/],
  ])('%j is refused', (text, message) => {
    expect(() => parseQuery(text, sigla)).toThrow(message);
  });
});

test('words are folded: case, diacritics, width, script', () => {
  const norms = (text: string) => searchTokens(text).map(({ norm }) => norm);
  expect(norms('Café ＡＢＣ 舊 Ёлка שָׁלוֹם')).toEqual(['cafe', 'abc', '旧', 'елка', 'שלום']);
  expect(norms('हिन्दी')).toEqual(['हिन्दी']);
});

describe('a library', () => {
  test('gives each hit beside its counterparts', async () => {
    const found = await find('Taiwan', { works: ['telegram-to-liu'], editions: ['en'] });
    expect(places(found)).toEqual(['telegram-to-liu/en#1']);
    expect(marked(found)).toEqual(['Taiwan']);
    const zh = found.hits[0].editions.find(({ siglum }) => siglum === 'zh');
    expect(zh?.segments[0].text).toContain('台湾');
  });

  test('finds Chinese by substring, in either script', async () => {
    const found = await find('條約');
    expect(found.total).toBeGreaterThan(0);
    expect(new Set(marked(found))).toEqual(new Set(['条约']));
    expect(await find('约问题', { works: ['telegram-to-liu'] })).toMatchObject({ total: 2 });
  });

  test('phrases, prefixes, wildcards and expressions', async () => {
    const inEnglish = { works: ['telegram-to-liu'], editions: ['en'] };
    expect(marked(await find('"two hours"', inEnglish))).toEqual(['two hours']);
    expect(marked(await find('sinc*', inEnglish))).toEqual(['sincere']);
    expect(marked(await find('s?ncere', inEnglish))).toEqual(['sincere']);
    expect(marked(await find('/sin.*e/', inEnglish))).toEqual(['sincere']);
    expect(marked(await find('/two\\s+hours|at\\s10/', inEnglish))).toEqual(['two hours', 'at 10']);
    expect((await find('/(a+)+$/')).complete).toBe(true);
    await expect(find('/(?=a)/')).rejects.toThrow('not sound');
  });

  test('every word must be there, and none that must not', async () => {
    const all = await find('human rights', { works: ['universal-declaration'], editions: ['en'] });
    const some = await find('human rights -freedoms', {
      works: ['universal-declaration'],
      editions: ['en'],
    });
    expect(all.total).toBeGreaterThan(some.total);
    expect(some.total).toBeGreaterThan(0);
  });

  test('where one translation has a word and another has not', async () => {
    const here = await find('en:arrived -en-plain:arrived');
    expect(places(here)).toEqual(['telegram-to-liu/en#1']);
    expect(here.hits[0].editions.map(({ siglum }) => siglum)).toContain('zh');
    expect((await find('en:Stalin -en-plain:Stalin')).total).toBe(0);
    // Together in the row, each in its own edition.
    expect(places(await find('zh:台湾 en:Taiwan'))).toEqual(['telegram-to-liu/zh#1']);
  });

  test('by language, page by page', async () => {
    const found = await find('droit*', { languages: ['fr'], limit: 5 });
    expect(found.hits).toHaveLength(5);
    const next = await find('droit*', { languages: ['fr'], limit: 5, from: 5 });
    expect(places(next)[0]).not.toBe(places(found)[0]);
    expect(next.total).toBe(found.total);
    expect(found.hits.every(({ siglum }) => siglum === 'fr')).toBe(true);
  });

  test('what is not there is reported', async () => {
    await expect(find('x', { works: ['nothing'] })).rejects.toThrow('there is no work');
    await expect(find('x', { editions: ['nobody'] })).rejects.toThrow('no work has an edition');
    expect((await find('xyzzy')).hits).toEqual([]);
  });

  test('a change is found, and what it took away is not', async () => {
    const file = path.join(library, 'telegram-to-liu', 'added.md');
    writeFileSync(file, '---\nlanguage: en\n---\n\nAn unmistakable xylophone.\n');
    await expect.poll(async () => (await find('xylophone')).total).toBe(1);
    rmSync(file);
    await expect.poll(async () => (await find('xylophone')).total).toBe(0);
    expect((await find('Taiwan')).total).toBeGreaterThan(0);
  });
});
