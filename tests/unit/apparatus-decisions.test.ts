import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { samePassages, wordsOfEntry, wordsOfRow } from '../../app/components/collation/entry-words';
import type { ApparatusEntry } from '../../lib/collate/apparatus-entry';
import { entryNote } from '../../lib/collate/entry-note';
import { negativeForm } from '../../lib/edition/apparatus-form';
import { collateWork } from '../../lib/studies/collation';
import { exportWork } from '../../lib/studies/export-work';
import { addCollationEdit, editId, removeCollationEdit } from '../../lib/works/collation-edits';
import { editEdition } from '../../lib/works/edit-work';
import { findEdition, loadWork } from '../../lib/works/load';

const home = mkdtempSync(path.join(tmpdir(), 'variorum-decisions-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const texts = {
  A: 'The old ferry crossed with a lamp in the evening. The bell of the village rang twice across the water, and all went home.',
  B: 'In the evening the old ferry crossed with a lamp. And all went home, the village bell having rung over the river.',
  C: 'The new ferry crossed with a lamp in the evening. The bell of the village rang twice across the water, and all went home.',
  D: 'The new ferry crossed with a lamp in the evening. The bell of the village rang twice across the water, and all went home.',
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(home, 'library-'));
  mkdirSync(path.join(folder, 'ferry'));
  writeFileSync(path.join(folder, 'ferry/work.json'), '{"title":"The ferry","base":"A"}');
  for (const [siglum, text] of Object.entries(texts)) {
    writeFileSync(path.join(folder, `ferry/${siglum}.md`), `---\nlanguage: en\n---\n\n${text}\n`);
  }
});

const load = async () => (await loadWork('ferry', folder)).work;
async function rowOf(base = 'A') {
  const work = await load();
  const { rows } = await collateWork(work, work.editions, findEdition(work, base));
  return rows[0];
}
const entriesOf = (row: Awaited<ReturnType<typeof rowOf>>): ApparatusEntry[] =>
  row.parts.flatMap((part) => ('entry' in part ? [part.entry] : []));
const printed = async (base?: string) =>
  entriesOf(await rowOf(base)).map((entry) =>
    entryNote(entry, negativeForm)
      .map(({ text }) => text)
      .join(''),
  );
const wordsOf = async (siglum: string, words: string) => {
  const { id, text } = findEdition(await load(), siglum).segments[0];
  const start = text.indexOf(words);
  return { edition: siglum, segment: id, start, end: start + words.length };
};

describe('a passage that has moved', () => {
  const there = 'the village bell having rung over the river';
  const own = 'The bell of the village rang twice across the water';

  test('is one when a person says so, also in other words, and can be put back', async () => {
    const found = await printed();
    expect(found.join('\n')).not.toMatch(/bell.*transp/);
    const places = [await wordsOf('A', own), await wordsOf('B', there)];
    await addCollationEdit(await load(), { kind: 'moved', places }, folder);
    const now = (await printed()).filter((entry) => entry.includes('transp.'));
    expect(now.some((entry) => entry.startsWith('The bell'))).toBe(true);
    expect(now.some((entry) => entry.includes('transp. the village … the river'))).toBe(true);
    const { collationEdits = [] } = await load();
    await removeCollationEdit('ferry', editId(collationEdits[0]), folder);
    expect(await printed()).toEqual(found);
  });

  test('is named in TEI by both of its places', async () => {
    const places = [await wordsOf('A', own), await wordsOf('B', there)];
    await addCollationEdit(await load(), { kind: 'moved', places }, folder);
    const tei = String(await exportWork(await load(), 'tei', undefined, folder));
    expect(tei).toMatch(/type="transposition"[^>]*corresp="#/);
  });

  test('and was found can be refused', async () => {
    const row = await rowOf();
    const moved = (await printed()).filter((entry) => entry.includes('transp.'));
    expect(moved.length).toBeGreaterThan(0);
    const words = entriesOf(row).flatMap((entry) => wordsOfEntry(entry, wordsOfRow(row, 'A')));
    for (const { moved: places } of words) {
      if (places) await addCollationEdit(await load(), { kind: 'not-moved', places }, folder);
    }
    expect((await printed()).join('\n')).not.toContain('transp.');
  });

  test('is offered where the same witness leaves out and adds', async () => {
    const row = await rowOf();
    const words = entriesOf(row).map((entry) => wordsOfEntry(entry, wordsOfRow(row, 'A')));
    const offered = words.flatMap((own) =>
      own.flatMap((_, k) =>
        k === 0
          ? []
          : samePassages(
              own,
              k,
              words.filter((each) => each !== own),
              'A',
            ),
      ),
    );
    expect(offered.length).toBeGreaterThan(0);
    for (const { places } of offered)
      expect(places.map(({ edition }) => edition)).toEqual(['A', 'B']);
  });
});

test('a passage is offered that stands with other words in one entry, the most alike first', async () => {
  for (const [siglum, text] of Object.entries({
    A: 'The miller came down in the evening to see them, and the old dog slept.',
    B: 'In the evening the miller came down to see them, and the dog slept by the fire.',
  })) {
    writeFileSync(path.join(folder, `ferry/${siglum}.md`), `---\nlanguage: en\n---\n\n${text}\n`);
  }
  for (const name of ['C', 'D']) rmSync(path.join(folder, `ferry/${name}.md`));
  const found = await rowOf();
  for (const { moved } of entriesOf(found).flatMap((each) =>
    wordsOfEntry(each, wordsOfRow(found, 'A')),
  )) {
    if (moved) await addCollationEdit(await load(), { kind: 'not-moved', places: moved }, folder);
  }
  const row = await rowOf();
  const words = entriesOf(row).map((each) => wordsOfEntry(each, wordsOfRow(row, 'A')));
  const offered = (text: string) => {
    const own = words.find(([lemma]) => lemma.text === text) ?? [];
    const others = words.filter((each) => each !== own);
    return samePassages(own, 1, others, 'A').map((each) => each.text);
  };
  expect(offered('in the evening')).toEqual(['In the evening', 'by the fire']);
  expect(offered('The')).toEqual(['in the evening', 'old']);
});

describe('the lemma of an entry', () => {
  const choose = async (reading: string) =>
    addCollationEdit(
      await load(),
      { kind: 'lemma', reading, places: [await wordsOf('A', 'old')] },
      folder,
    );

  test('is the reading that a person chooses, here alone', async () => {
    expect(await printed()).toContain('old ] new C D');
    await choose('D');
    expect(await printed()).toContain('new ] old A B');
    // The latest choice holds.
    await choose('A');
    expect(await printed()).toContain('old ] new C D');
    expect((await load()).collationEdits).toHaveLength(1);
  });

  test('is exported, and follows its edition', async () => {
    await choose('D');
    await editEdition('ferry', 'D', { siglum: 'Dx' }, undefined, folder);
    expect(await printed()).toContain('new ] old A B');
    const tei = String(await exportWork(await load(), 'tei', undefined, folder));
    expect(tei).toMatch(/<lem wit="#C #Dx">new ?<\/lem>/);
  });

  test('of an edition that is gone is reported, and no such edition can be named', async () => {
    await choose('D');
    rmSync(path.join(folder, 'ferry/D.md'));
    const { problems } = await loadWork('ferry', folder);
    expect(problems.map(({ message }) => message)).toEqual([
      'a lemma was chosen from the edition “D”, which the work does not have any more',
    ]);
    await expect(choose('D')).rejects.toThrow('has no edition “D”');
  });
});

describe('a paragraph that a witness does not have', () => {
  const paragraphs = ['The ferry crossed.', 'The bell rang over the water.', 'All went home.'];
  const write = (siglum: string, each: string[]) =>
    writeFileSync(
      path.join(folder, `ferry/${siglum}.md`),
      `---\nlanguage: en\n---\n\n${each.join('\n\n')}\n`,
    );
  const allPrinted = async () => {
    const work = await load();
    const { rows } = await collateWork(work, work.editions, findEdition(work, 'A'));
    return rows.flatMap((row) =>
      entriesOf(row).map((entry) =>
        entryNote(entry, negativeForm)
          .map(({ text }) => text)
          .join(''),
      ),
    );
  };

  test('is left out where it has those around it, and lost where it says so or ends before', async () => {
    write('A', paragraphs);
    write('B', [paragraphs[0], paragraphs[2]]);
    write('C', [paragraphs[0], paragraphs[1].replace('rang', 'tolled'), paragraphs[2]]);
    write('D', [paragraphs[0]]);
    expect(await allPrinted()).toEqual([
      'The bell rang over the water. ] om. B',
      'The ] def. D',
      'rang ] tolled C',
      'All ] def. D',
    ]);
    write('B', [paragraphs[0], '[…]', paragraphs[2]]);
    expect((await allPrinted()).join('\n')).not.toContain('om.');
    // Put together from its entries, the text of each witness needs the omission in all of them.
    write('B', [paragraphs[0], paragraphs[2]]);
    const tei = String(await exportWork(await load(), 'tei', undefined, folder));
    expect(tei).toContain('<rdg wit="#B" type="omission">');
    expect(tei).not.toContain('wit="#B"><witEnd');
  });
});
