import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { modernForms } from '../../lib/collate/archaic-english';
import { collate } from '../../lib/collate/collation';
import { prepareWitnesses } from '../../lib/collate/prepare';
import { regularise } from '../../lib/collate/regularise';
import { ruleSetsOf, rulesOfSets } from '../../lib/collate/rule-sets';
import type { RuleSet } from '../../lib/edition/regularisation';
import { collateWork } from '../../lib/studies/collation';
import { findEdition, loadWork } from '../../lib/works/load';
import { addRule, chooseRuleSets } from '../../lib/works/regularisation';
import { undoChanges } from '../../lib/works/undo';

/** The words of the first witness that the second does not share. */
function differing(set: RuleSet, language: string, a: string, b: string): string[] {
  const witnesses = prepareWitnesses(
    [
      { siglum: 'A', text: a },
      { siglum: 'B', text: b },
    ],
    { language },
  );
  const { columns } = collate(regularise(witnesses, rulesOfSets([set], witnesses, language)));
  return columns.flatMap(([x, y]) => (x?.n === y?.n ? [] : [`${x?.t.trim()}|${y?.t.trim()}`]));
}

describe('archaic English', () => {
  test('meets its modern forms', () => {
    const old = 'Thou goest down, and he sitteth and speaketh; wilt thou hear what she hath made?';
    const now = 'You go down, and he sits and speaks; will you hear what she has made?';
    expect(differing('archaic-english', 'en', old, now)).toEqual([]);
  });
  test('is only what stands as a verb: superlatives and nouns stay', () => {
    const old = 'The greatest art is the finest, saith the smith.';
    const now = 'The great are the fine, says the smith.';
    expect(differing('archaic-english', 'en', old, now)).toEqual([
      'greatest|great',
      'art|are',
      'is|undefined',
      'finest|fine',
    ]);
  });
  test.each([
    ['maketh', [], 'makes'],
    ['passeth', [], 'passes'],
    ['crieth', [], 'cries'],
    ['runneth', [], 'runs'],
    ['camest', ['thou'], 'came'],
    ['carriest', ['thou'], 'carry'],
    ['saidst', ['thou'], 'said'],
    ['shalt', ['thou'], 'shall'],
  ])('%s', (word, near, modern) => expect(modernForms(word, near)).toContain(modern));
  test('words that only end so have no other form', () => {
    expect(modernForms('forest', [])).toEqual([]);
    expect(modernForms('seth', [])).toEqual([]);
  });
});

describe('other languages', () => {
  test('Greek elision, with any apostrophe and before a rough breathing', () => {
    const a = 'ὁ δ᾽ ἀνὴρ ἐπ’ αὐτὸν καθ᾽ ἡμέραν ἀλλ᾽ οὐ';
    const b = 'ὁ δὲ ἀνὴρ ἐπὶ αὐτὸν κατὰ ἡμέραν ἀλλὰ οὐ';
    expect(differing('greek-elision', 'grc', a, b)).toEqual([]);
    expect(differing('greek-elision', 'grc', 'ὁ δ᾽ ἀνὴρ', 'ὁ γὰρ ἀνὴρ')).not.toEqual([]);
  });
  test('Hebrew vowel letters', () => {
    expect(differing('hebrew-matres', 'he', 'ויאמר דויד אל שלומה', 'ויאמר דוד אל שלמה')).toEqual(
      [],
    );
    expect(differing('hebrew-matres', 'he', 'ויאמר דויד', 'ויאמר שאול')).not.toEqual([]);
  });
  test('letters of Latin that are one', () => {
    expect(differing('spelling', 'la', 'iuvenis cęlum vidit', 'juuenis caelum uidit')).toEqual([]);
  });
  test('each language is offered its own', () => {
    expect(ruleSetsOf('en-GB')).toEqual(['spelling', 'archaic-english']);
    expect(ruleSetsOf('grc')).toEqual(['spelling', 'greek-elision']);
    expect(ruleSetsOf('he')).toEqual(['hebrew-matres']);
    expect(ruleSetsOf('zh')).toEqual([]);
  });
});

describe('of a work', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'variorum-sets-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(path.join(folder, 'mill'));
  writeFileSync(path.join(folder, 'mill/work.json'), '{"title":"The mill"}');
  const texts = { A: 'The miller cometh home.', B: 'The miller comes home.' };
  for (const [siglum, text] of Object.entries(texts)) {
    writeFileSync(path.join(folder, `mill/${siglum}.md`), `---\nlanguage: en\n---\n\n${text}\n`);
  }
  const variance = async () => {
    const { work } = await loadWork('mill', folder);
    const { rows } = await collateWork(work, work.editions, findEdition(work, 'A'));
    return rows[0].variance;
  };

  test('hold beside its own rules, can be undone, and keep names that a newer version wrote', async () => {
    expect(await variance()).toBeGreaterThan(0);
    const changed = await chooseRuleSets('mill', ['archaic-english'], folder);
    expect(await variance()).toBe(0);
    await undoChanges('mill', changed, folder);
    expect(await variance()).toBeGreaterThan(0);
    const file = path.join(folder, 'mill/regularisation.json');
    writeFileSync(file, '{"rules":[],"sets":["of-a-newer-version"]}');
    await chooseRuleSets('mill', ['archaic-english'], folder);
    await addRule((await loadWork('mill', folder)).work, { read: 'home', as: 'house' }, folder);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      sets: ['archaic-english', 'of-a-newer-version'],
      rules: [{ read: 'home' }],
    });
    expect((await loadWork('mill', folder)).work.ruleSets).toEqual(['archaic-english']);
  });
});
