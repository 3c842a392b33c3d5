import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { DismissalDraft } from '../../lib/edition/dismissals';
import { checkListCsv } from '../../lib/studies/check-list-csv';
import { type ReviewedSlip, reviewedLists } from '../../lib/studies/review-slips';
import { checkWork } from '../../lib/works/check';
import { addDismissal, identifyDismissals, removeDismissal } from '../../lib/works/dismissals';
import { editParagraph, readParagraph } from '../../lib/works/edit-paragraph';
import { editEdition } from '../../lib/works/edit-work';
import { findEdition, loadWork } from '../../lib/works/load';
import { undoChanges } from '../../lib/works/undo';

const library = mkdtempSync(path.join(tmpdir(), 'variorum-dismissals-'));
const slug = 'inn';
const home = path.join(library, slug);
const chinese = ['旅店有三十二个房间，都朝着河。店主是个老人。', '清晨他打开窗户，河上有雾。'];
const english = [
  'The inn had fifty rooms, all facing the river. The landlord was an old man.',
  'In the morning he opened the window; there was fog on the river.',
];

const write = (siglum: string, language: string, paragraphs: readonly string[]) =>
  writeFileSync(
    path.join(home, `${siglum}.md`),
    `---\nlanguage: ${language}\n---\n\n${paragraphs.join('\n\n')}\n`,
  );

beforeEach(() => {
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  writeFileSync(path.join(home, 'work.json'), '{"title":"The Inn","base":"zh"}');
  write('zh', 'zh', chinese);
  write('en', 'en', english);
});
afterAll(() => rmSync(library, { recursive: true, force: true }));

const load = async () => (await loadWork(slug, library)).work;

async function listed(checked = 'en'): Promise<ReviewedSlip[]> {
  const work = await load();
  const others = [findEdition(work, checked)];
  const [{ slips }] = await reviewedLists(work, findEdition(work, 'zh'), { others });
  return slips;
}

const numberOf = (slips: readonly ReviewedSlip[]) => slips.find(({ kind }) => kind === 'number');

const draft = (slip: ReviewedSlip, reason = 'the sequel has fifty'): DismissalDraft => ({
  kind: slip.kind,
  finding: slip.reason,
  editions: slip.editions,
  targets: slip.targets,
  reason,
});

async function dismissNumber() {
  const slip = numberOf(await listed());
  if (!slip) throw new Error('the number is not found');
  return { slip, changed: await addDismissal(await load(), draft(slip), undefined, library) };
}

describe('findings of the check list that are dismissed', () => {
  test('are kept with the work, taken back, and put back', async () => {
    const { slip, changed } = await dismissNumber();
    expect(slip).toMatchObject({ reason: { values: [32], here: [50] }, editions: ['zh', 'en'] });
    expect(slip.dismissal).toBeUndefined();
    const [dismissal] = identifyDismissals(await load());
    expect(dismissal).toMatchObject({ id: slip.id, state: 'here' });
    expect(numberOf(await listed())?.dismissal?.reason).toBe('the sequel has fifty');
    await undoChanges(slug, changed, library);
    expect(numberOf(await listed())?.dismissal).toBeUndefined();
    await addDismissal(await load(), draft(slip, 'once'), undefined, library);
    await addDismissal(await load(), draft(slip, 'again'), { id: 'u', name: 'Ada' }, library);
    expect((await load()).dismissals).toMatchObject([{ reason: 'again', author: { name: 'Ada' } }]);
    await removeDismissal(slug, slip.id, library);
    expect((await load()).dismissals).toEqual([]);
    await expect(removeDismissal(slug, slip.id, library)).rejects.toThrow('no such dismissal');
  });

  test('are found again when other sentences of their paragraphs change', async () => {
    await dismissNumber();
    write('zh', 'zh', [chinese[0].replace('老人', '老太太'), chinese[1]]);
    write('en', 'en', [english[0].replace('old man', 'old woman'), english[1]]);
    expect(numberOf(await listed())?.dismissal).toBeDefined();
    expect(identifyDismissals(await load())).toMatchObject([{ state: 'here' }]);
  });

  test('come back marked when their own words change, and are reported', async () => {
    await dismissNumber();
    const [segment] = findEdition(await load(), 'en').segments;
    const { revision } = await readParagraph(slug, 'en', segment.id, library);
    const text = english[0].replace('fifty', 'some fifty');
    await editParagraph(slug, 'en', segment.id, text, revision, library);
    const slip = numberOf(await listed());
    expect(slip?.dismissal).toBeUndefined();
    expect(slip?.outdated?.reason).toBe('the sequel has fifty');
    expect(identifyDismissals(await load())).toMatchObject([{ state: 'changed' }]);
    const { warnings } = await checkWork(slug, library, false);
    expect(warnings).toMatchObject([{ file: 'inn/dismissals.json' }]);
    expect(warnings[0].message).toContain('the sequel has fifty');
  });

  test('follow an edition that is renamed', async () => {
    await dismissNumber();
    await editEdition(slug, 'en', { siglum: 'en-2' }, undefined, library);
    expect(numberOf(await listed('en-2'))?.dismissal).toBeDefined();
  });

  test('of words that the work does not have are refused', async () => {
    const slip = numberOf(await listed());
    if (!slip) throw new Error('the number is not found');
    const targets = slip.targets.map((target) => ({ ...target, quote: 'no such words' }));
    const work = await load();
    expect(() => addDismissal(work, { ...draft(slip), targets }, undefined, library)).toThrow(
      'these words are not in this work',
    );
  });

  test('what a newer version has added is kept', async () => {
    const { slip } = await dismissNumber();
    const file = path.join(home, 'dismissals.json');
    const stored = JSON.parse(readFileSync(file, 'utf8'));
    stored.dismissals[0].seenBy = 'Ada';
    writeFileSync(file, JSON.stringify(stored));
    const other = {
      ...draft(slip),
      kind: 'negation' as const,
      finding: { name: 'denied-here' } as const,
    };
    await addDismissal(await load(), other, undefined, library);
    expect(JSON.parse(readFileSync(file, 'utf8')).dismissals[0].seenBy).toBe('Ada');
  });

  test('are in the table with why', async () => {
    await dismissNumber();
    const work = await load();
    const lists = await reviewedLists(work, findEdition(work, 'zh'), { kind: 'number' });
    const [row, ...others] = parse(checkListCsv(lists), { columns: true });
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      kind: 'number',
      finding: 'other-numbers',
      'of the base': '32',
      'of the edition': '50',
      edition: 'en',
      dismissed: 'the sequel has fifty',
    });
  });
});
