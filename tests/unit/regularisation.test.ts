import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { collate } from '../../lib/collate/collation';
import { applyHandEdits, type HandEdit } from '../../lib/collate/hand-edits';
import { prepareWitnesses } from '../../lib/collate/prepare';
import { regularise } from '../../lib/collate/regularise';
import type { Rule } from '../../lib/edition/regularisation';
import { ruleSchema } from '../../lib/edition/regularisation';
import { readTei } from '../../lib/formats/tei/read';
import { collateWork } from '../../lib/studies/collation';
import { exportWork } from '../../lib/studies/export-work';
import { addCollationEdit, placeEdits, removeCollationEdit } from '../../lib/works/collation-edits';
import { editParagraph, readParagraph } from '../../lib/works/edit-paragraph';
import { editEdition } from '../../lib/works/edit-work';
import { addLibraryRule, removeLibraryRule } from '../../lib/works/library-rules';
import { findEdition, loadWork } from '../../lib/works/load';
import { addRule, placeRules, removeRule, ruleId } from '../../lib/works/regularisation';
import { undoChanges } from '../../lib/works/undo';

const home = mkdtempSync(path.join(tmpdir(), 'variorum-rules-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const texts = {
  A: 'The mill stood by the river.\n\nThe miller of the mill was grey.',
  B: 'The myll stood by the ryver.\n\nThe miller of the myll was old.',
  C: 'The mylle stood by the river.\n\nThe miller of the mill was old.',
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(home, 'library-'));
  mkdirSync(path.join(folder, 'mill'));
  writeFileSync(path.join(folder, 'mill/work.json'), '{"title":"The mill"}');
  for (const [siglum, text] of Object.entries(texts)) {
    writeFileSync(path.join(folder, `mill/${siglum}.md`), `---\nlanguage: en\n---\n\n${text}\n`);
  }
});
const load = async () => (await loadWork('mill', folder)).work;
const entries = async () => {
  const work = await load();
  const { rows } = await collateWork(work, work.editions, findEdition(work, 'A'));
  return rows.flatMap(({ parts }) =>
    parts.flatMap((part) =>
      'entry' in part
        ? `${part.entry.lemma} ] ${part.entry.readings.map(({ text, sigla }) => [text, ...sigla].join(' ')).join('; ')}`
        : [],
    ),
  );
};
const wordOf = async (siglum: string, paragraph: number, word: string) => {
  const { id, text } = findEdition(await load(), siglum).segments[paragraph];
  const start = text.indexOf(word);
  return { edition: siglum, segment: id, start, end: start + word.length };
};
const before = ['mill ] myll B; mylle C', 'river ] ryver B', 'mill ] myll B', 'grey ] old B C'];

describe('rules of a library', () => {
  const own: Rule = { read: 'myll', as: 'mill', class: 'orthographic' };

  test('hold in each work of their language, after the work’s own, and can be undone', async () => {
    const added = await addLibraryRule({ ...own, language: 'en' }, folder);
    expect(added).toMatchObject([{ path: 'regularisation.json', before: 'none' }]);
    expect(await entries()).toEqual(['mill ] mylle C', 'river ] ryver B', 'grey ] old B C']);
    await addRule(await load(), { read: 'myll', as: 'mylle' }, folder);
    expect(await entries()).toEqual([
      'mill ] myll B C',
      'river ] ryver B',
      'mill ] myll B',
      'grey ] old B C',
    ]);
    await undoChanges('mill', added, folder);
    expect((await load()).libraryRules).toEqual([]);
  });

  test('of another language do nothing', async () => {
    await addLibraryRule({ ...own, language: 'de' }, folder);
    expect(await entries()).toEqual(before);
  });

  test('take the place of one for the same words, and are taken out', async () => {
    await addLibraryRule({ read: 'myll', as: 'mylle' }, folder);
    await addLibraryRule(own, folder);
    const file = JSON.parse(readFileSync(path.join(folder, 'regularisation.json'), 'utf8'));
    expect(file.rules).toMatchObject([own]);
    await removeLibraryRule(ruleId(own), folder);
    await expect(removeLibraryRule(ruleId(own), folder)).rejects.toThrow('no such rule');
    expect(await entries()).toEqual(before);
  });

  test('that name a witness are reported as a problem', async () => {
    const rules = [{ ...own, witness: 'B' }];
    writeFileSync(path.join(folder, 'regularisation.json'), JSON.stringify({ rules }));
    const { problems } = await loadWork('mill', folder);
    expect(problems.map(({ file, message }) => `${file}: ${message}`).join()).toMatch(
      /^regularisation\.json: .*names a witness or a place/,
    );
  });
});

describe('rules of a work', () => {
  test('make readings one for all witnesses, for one, or in one place, and can be undone', async () => {
    expect(await entries()).toEqual(before);
    const all = await addRule(await load(), { read: 'myll', as: 'mill' }, folder);
    expect(await entries()).toEqual(['mill ] mylle C', 'river ] ryver B', 'grey ] old B C']);
    await undoChanges('mill', all, folder);
    expect(await entries()).toEqual(before);
    await addRule(await load(), { read: 'mylle', as: 'mill', witness: 'B' }, folder);
    expect(await entries()).toEqual(before);
    const place = await wordOf('B', 0, 'myll');
    await addRule(await load(), { read: 'myll', as: 'mill', place }, folder);
    expect(await entries()).toEqual(['mill ] mylle C', ...before.slice(1)]);
  });

  test('take the place of a rule for the same words in the same scope', async () => {
    await addRule(await load(), { read: 'ryver', as: 'stream' }, folder);
    await addRule(await load(), { read: 'Ryver', as: 'river', class: 'orthographic' }, folder);
    const { rules = [] } = await load();
    expect(rules.map(({ as }) => as)).toEqual(['river']);
    const [{ id }] = placeRules(await load(), rules);
    await removeRule('mill', id, folder);
    expect((await load()).rules).toEqual([]);
    await expect(removeRule('mill', id, folder)).rejects.toThrow('no such rule');
  });

  test('follow their words where a paragraph is edited and an edition renamed', async () => {
    const place = await wordOf('B', 0, 'ryver');
    await addRule(await load(), { read: 'ryver', as: 'river', place }, folder);
    const { revision } = await readParagraph('mill', 'B', place.segment, folder);
    const source = 'The old myll stood by the broad ryver.';
    await editParagraph('mill', 'B', place.segment, source, revision, folder);
    await editEdition('mill', 'B', { siglum: 'Bx' }, undefined, folder);
    const work = await load();
    const [rule] = placeRules(work, work.rules ?? []);
    expect(rule.place).toMatchObject({ edition: 'Bx', quote: 'ryver', state: 'here' });
    expect(findEdition(work, 'Bx').segments[0].text.slice(rule.place?.start)).toBe('ryver.');
  });

  test('whose edition is gone are reported and kept', async () => {
    await addRule(await load(), { read: 'ryver', as: 'river', witness: 'B' }, folder);
    rmSync(path.join(folder, 'mill/B.md'));
    const { problems } = await loadWork('mill', folder);
    expect(problems.map(({ message }) => message)).toEqual([
      'the rule that reads “ryver” as “river” is about the edition “B”, which the work does not have any more',
    ]);
    expect(readFileSync(path.join(folder, 'mill/regularisation.json'), 'utf8')).toContain('ryver');
  });

  test('are named in TEI, which gives every witness back as written', async () => {
    await addRule(await load(), { read: 'myll', as: 'mill', class: 'orthographic' }, folder);
    const tei = String(await exportWork(await load(), 'tei', ['A', 'B', 'C'], folder));
    expect(tei).toContain('cause="orthographic"');
    const { editions } = await readTei({ bytes: new TextEncoder().encode(tei), name: 'mill.xml' });
    for (const [siglum, text] of Object.entries(texts)) {
      const found = editions.find((each) => each.siglum === siglum);
      expect(found?.segments.map(({ text: words }) => words).join('\n\n')).toBe(text);
    }
  });

  test.each([
    [{ read: 'into', as: 'in to' }, '"path":["as"]'],
    [{ read: '', as: 'x' }, 'read'],
    [{ read: 'a', as: 'b', klass: 'error' }, 'klass'],
  ])('are refused with a reason: %o', (rule, reason) => {
    expect(JSON.stringify(ruleSchema.safeParse(rule).error?.issues)).toContain(reason);
  });
});

test('a rule for Chinese words holds wherever they are cut', () => {
  const apply = (rules: Rule[]) =>
    regularise(
      prepareWitnesses([{ siglum: 'A', text: '打倒帝国主义，帝国主义必败。' }], { language: 'zh' }),
      rules,
    )[0].tokens;
  const tokens = apply([{ read: '帝国主义', as: '帝國主義' }]);
  expect(tokens.map(({ t }) => t).join('')).toBe('打倒帝国主义，帝国主义必败。');
  expect(tokens.filter(({ n }) => n === '帝國主義')).toHaveLength(2);
});

describe('changes of a collation by hand', () => {
  const columns = (texts: string[], edits: HandEdit[]) =>
    applyHandEdits(
      collate(prepareWitnesses(texts.map((text, k) => ({ siglum: 'ABC'[k], text })))),
      edits,
    ).columns.map((column) => column.map((token) => token?.t.trim() ?? '-').join('/'));

  test('set words side by side and apart', () => {
    const given = ['the grey mare came', 'the old came'];
    expect(columns(given, [])).toEqual(['the/the', 'grey/-', 'mare/old', 'came/came']);
    const [a, b] = [
      { witness: 0, token: 1 },
      { witness: 1, token: 1 },
    ];
    expect(columns(given, [{ kind: 'together', tokens: [b, a] }])).toEqual([
      'the/the',
      'grey/old',
      'mare/-',
      'came/came',
    ]);
    expect(columns(given, [{ kind: 'apart', tokens: [b] }])).toEqual([
      'the/the',
      'grey/-',
      'mare/-',
      '-/old',
      'came/came',
    ]);
  });

  test('keep every word of every witness, in its order', () => {
    const word = fc.constantFrom('a', 'b', 'c', 'd');
    const text = fc.array(word, { minLength: 1, maxLength: 7 }).map((words) => words.join(' '));
    const index = fc.record({ witness: fc.nat(2), token: fc.nat(6) });
    const edit = fc.record({
      kind: fc.constantFrom('together' as const, 'apart' as const),
      tokens: fc.tuple(index, index),
    });
    fc.assert(
      fc.property(fc.tuple(text, text, text), fc.array(edit, { maxLength: 5 }), (given, drawn) => {
        const witnesses = prepareWitnesses(
          given.map((each, k) => ({ siglum: `${k}`, text: each })),
        );
        const edits = drawn.filter(
          ({ tokens: [x, y] }) =>
            x.witness !== y.witness &&
            [x, y].every(({ witness, token }) => token < witnesses[witness].tokens.length),
        );
        const after = applyHandEdits(collate(witnesses), edits);
        witnesses.forEach(({ tokens }, w) => {
          expect(after.columns.flatMap((column) => column[w] ?? [])).toEqual(tokens);
        });
        const last = edits.at(-1);
        if (!last) return;
        const at = ({ witness, token }: { witness: number; token: number }) =>
          after.columns.findIndex((column) => column[witness] === witnesses[witness].tokens[token]);
        const [x, y] = last.tokens.map(at);
        if (last.kind === 'together') expect(x).toBe(y);
        else expect(after.columns[x].filter(Boolean)).toHaveLength(1);
      }),
      { numRuns: 300 },
    );
  });

  test('are kept by their words, and reported when these are gone', async () => {
    const places = [await wordOf('B', 1, 'old'), await wordOf('A', 1, 'was')];
    await addCollationEdit(await load(), { kind: 'together', places }, folder);
    expect(await entries()).toEqual([
      ...before.slice(0, 2),
      // The “was” of B goes before its “old”, and so before the “was” of the others.
      'mill ] myll B',
      'was ] was old B',
      'grey ]  B; old C',
    ]);
    const work = await load();
    const [edit] = placeEdits(work, work.collationEdits ?? []);
    expect(edit.places.map(({ state }) => state)).toEqual(['here', 'here']);
    await removeCollationEdit('mill', edit.id, folder);
    expect(await entries()).toEqual(before);
    await addCollationEdit(await load(), { kind: 'together', places }, folder);
    writeFileSync(path.join(folder, 'mill/B.md'), '---\nlanguage: en\n---\n\nAll is new here.\n');
    const { problems } = await loadWork('mill', folder);
    expect(problems.map(({ message }) => message)).toEqual([
      'a change of the collation by hand is about words of “B” that are gone: “old”',
    ]);
  });
});
