import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Term } from '../../lib/edition/terms';
import { readTermsCsv, termsCsv } from '../../lib/formats/terms/csv';
import { readTermsTbx, termsTbx } from '../../lib/formats/terms/tbx';
import { checkList } from '../../lib/studies/check-list';
import { readTermsFile, readTermsSafely } from '../../lib/works/import-terms';
import { findEdition, loadWork } from '../../lib/works/load';
import { addTerms, identifyTerms, removeTerm } from '../../lib/works/terms';
import { undoChanges } from '../../lib/works/undo';

const bytes = (text: string) => new TextEncoder().encode(text);

const terms: Term[] = [
  { term: '条约', language: 'zh-Hans', renderings: { en: 'treaty' } },
  { term: '外交部长', language: 'zh-Hans', renderings: { en: 'foreign minister', fr: 'ministre' } },
  {
    term: '=公报',
    language: 'zh-Hans',
    renderings: { en: 'a "joint", communiqué' },
    note: 'of 1950',
  },
];

describe('files of terms', () => {
  test('a table comes back as it went out', () => {
    expect(readTermsCsv(bytes(termsCsv(terms)), 'terms.csv')).toEqual(terms);
  });
  test('TBX comes back as it went out', () => {
    const tbx = termsTbx(terms, 'A & B');
    expect(readTermsTbx(bytes(tbx), 'terms.tbx')).toEqual(terms);
    expect(tbx).toContain('xmlns="urn:iso:std:iso:30042:ed-2"');
  });
  test('TBX of 2008 is read, the preferred term of several', () => {
    const martif = `<?xml version="1.0"?><martif type="TBX" xml:lang="en"><text><body>
      <termEntry id="1"><note>of  law</note>
        <langSet xml:lang="de"><tig><term>Vertrag</term></tig></langSet>
        <langSet xml:lang="en"><ntig><termGrp><term>pact</term></termGrp></ntig>
          <tig><term>treaty</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></tig></langSet>
      </termEntry></body></text></martif>`;
    expect(readTermsFile({ bytes: bytes(martif), name: 'x.tbx' })).toEqual([
      { term: 'Vertrag', language: 'de', renderings: { en: 'treaty' }, note: 'of law' },
    ]);
  });
  test.each([
    ['colour,size\nred,5\n', 'no column of the table is named by a language'],
    ['zh,en\n条约,treaty\n公报,\n', '“公报” has neither a rendering nor a note'],
    ['zh,en\n', 'the file holds no terms'],
    ['<html><body/></html>', 'the file is not TBX'],
    [`zh,en\n条约,${'x'.repeat(300)}\n`, 'is too long for a term'],
  ])('%j is refused', (text, message) => {
    expect(() => readTermsFile({ bytes: bytes(text), name: 'terms.csv' })).toThrow(message);
  });
  test('are read in a process of their own', async () => {
    const file = { bytes: bytes('zh;en\n条约;treaty\n'), name: 'terms.csv' };
    const [{ term }] = await readTermsSafely(file);
    expect(term).toBe('条约');
    await expect(readTermsSafely({ ...file, bytes: bytes('<a>') })).rejects.toThrow('well-formed');
  });
});

describe('the terms of a work', () => {
  const library = mkdtempSync(path.join(tmpdir(), 'variorum-terms-'));
  const slug = 'telegram-to-liu';
  const file = path.join(library, slug, 'terms.json');
  beforeAll(() => cpSync('editions', library, { recursive: true }));
  afterAll(() => rmSync(library, { recursive: true, force: true }));
  const load = async () => (await loadWork(slug, library)).work;

  test('are kept with it, joined, removed, and put back', async () => {
    await addTerms(slug, [{ term: '条约', language: 'zh', renderings: { fr: 'traité' } }], library);
    await addTerms(slug, [{ term: '条约', language: 'zh', renderings: { en: 'treaty' } }], library);
    const [term] = identifyTerms((await load()).terms ?? []);
    expect(term).toMatchObject({ term: '条约', renderings: { fr: 'traité', en: 'treaty' } });
    const changed = await removeTerm(slug, term.id, library);
    expect((await load()).terms).toEqual([]);
    await undoChanges(slug, changed, library);
    expect((await load()).terms).toHaveLength(1);
    await expect(removeTerm(slug, 'none', library)).rejects.toThrow('there is no such term');
  });

  test('what a newer version has added is kept', async () => {
    const stored = JSON.parse(readFileSync(file, 'utf8'));
    stored.terms[0].domain = 'law';
    writeFileSync(file, JSON.stringify(stored));
    await addTerms(
      slug,
      [{ term: '公报', language: 'zh', renderings: { en: 'communiqué' } }],
      library,
    );
    expect(JSON.parse(readFileSync(file, 'utf8')).terms[0].domain).toBe('law');
  });

  test('that are rendered otherwise are in the check list, inflected forms are not', async () => {
    const add = (term: string, en: string) =>
      addTerms(slug, [{ term, language: 'zh', renderings: { en } }], library);
    await add('选集', 'selected work');
    await add('条约', 'covenant');
    const work = await load();
    const slips = await checkList(work, findEdition(work, 'zh'), findEdition(work, 'en'));
    const ofTerms = slips.filter(({ kind }) => kind === 'term').map(({ reason }) => reason);
    expect(ofTerms).toContainEqual({ name: 'not-preferred', word: '条约', rendering: 'covenant' });
    expect(JSON.stringify(ofTerms)).not.toContain('选集');
  });

  test('a broken file is reported, and the work is shown all the same', async () => {
    writeFileSync(file, '{"terms":[\n{"term":5}]}');
    const { work, problems } = await loadWork(slug, library);
    expect(work.terms).toEqual([]);
    expect(problems.map(({ oneLine }) => oneLine).join()).toContain('terms.json');
  });
});
