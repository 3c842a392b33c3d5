import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { type Bead, range } from '../../lib/align/bead';
import { alignAround } from '../../lib/align/confirmed';
import { alignParagraphs } from '../../lib/align/paragraphs';
import { alignInWork } from '../../lib/compare/alignments';
import { ConflictError } from '../../lib/store/store';
import { readCorrections } from '../../lib/works/corrections';
import { findEdition, loadWork } from '../../lib/works/load';
import { saveCorrections } from '../../lib/works/save-corrections';
import { syntheticBook } from '../bench/synthetic';
import { makeLibrary } from '../library';

const library = makeLibrary();
afterAll(() => rmSync(library, { recursive: true }));
const file = path.join(library, 'telegram-to-liu', 'corrections.json');
beforeEach(() => rmSync(file, { force: true }));

const open = async () => {
  const found = await loadWork('telegram-to-liu', library);
  const [en, plain] = ['en', 'en-plain'].map((siglum) => findEdition(found.work, siglum));
  return { ...found, en, plain };
};
const ids = (edition: { segments: { id: string }[] }, ...at: number[]) =>
  at.map((k) => edition.segments[k].id);
const covers = (beads: readonly Bead[], side: 'a' | 'b', count: number) =>
  expect(beads.flatMap((bead) => bead[side]).sort((x, y) => x - y)).toEqual(range(0, count));

describe('what a person confirms', () => {
  test('stands, and the rest is aligned around it', async () => {
    const { work, en, plain } = await open();
    const computed = await alignInWork(work, en, plain);
    expect(computed.beads.map(({ a, b }) => [a, b])).toEqual([
      [[0], [0]],
      [[1], [1]],
      [
        [2, 3],
        [2, 3],
      ],
    ]);
    await saveCorrections(
      work,
      en,
      plain,
      [{ a: ids(en, 2), b: ids(plain, 2) }],
      readCorrections('telegram-to-liu', library).revision,
      library,
    );
    const again = await open();
    const { beads, sentences } = await alignInWork(again.work, again.en, again.plain);
    expect(beads.map(({ a, b, origin }) => [a, b, origin])).toEqual([
      [[0], [0], undefined],
      [[1], [1], undefined],
      [[2], [2], 'confirmed'],
      [[3], [3], undefined],
    ]);
    covers(sentences.beads, 'a', sentences.a.length);
    covers(sentences.beads, 'b', sentences.b.length);
    // Seen from the other side it is the same.
    const mirrored = await alignInWork(again.work, again.plain, again.en);
    expect(mirrored.beads[2]).toMatchObject({ a: [2], b: [2], origin: 'confirmed' });
  });

  test('survives edits elsewhere; where its segment is gone that is reported, and it is kept', async () => {
    const { work, en, plain } = await open();
    const beads = [
      { a: ids(en, 0), b: ids(plain, 0) },
      { a: ids(en, 1), b: ids(plain, 1) },
    ];
    await saveCorrections(work, en, plain, beads, 'none', library);
    const source = path.join(library, 'telegram-to-liu', 'en-plain.md');
    const text = readFileSync(source, 'utf8');
    const second = plain.segments[1].text;
    writeFileSync(source, text.replace(second.slice(0, 20), 'Quite other words '));
    const edited = await open();
    expect(edited.problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('names a segment whose text has changed or gone'),
    ]);
    const { revision } = readCorrections('telegram-to-liu', library);
    await saveCorrections(edited.work, edited.en, edited.plain, [beads[0]], revision, library);
    expect(readCorrections('telegram-to-liu', library).value.corrections).toHaveLength(2);
    writeFileSync(source, text);
    expect((await open()).problems).toEqual([]);
  });

  test('is not overwritten by someone who has not seen it', async () => {
    const { work, en, plain } = await open();
    await saveCorrections(work, en, plain, [{ a: ids(en, 0), b: ids(plain, 0) }], 'none', library);
    const before = readFileSync(file, 'utf8');
    await expect(
      saveCorrections(work, en, plain, [{ a: ids(en, 1), b: ids(plain, 1) }], 'none', library),
    ).rejects.toThrow(ConflictError);
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  test('must be neighbouring segments that nothing else confirms', async () => {
    const { work, en, plain } = await open();
    const save = (...beads: { a: string[]; b: string[] }[]) =>
      saveCorrections(work, en, plain, beads, 'none', library);
    await expect(save({ a: ids(en, 0, 2), b: ids(plain, 0) })).rejects.toThrow(
      'cannot be confirmed',
    );
    await expect(save({ a: ['nothing'], b: [] })).rejects.toThrow('cannot be confirmed');
    const twice = { a: ids(en, 0), b: ids(plain, 0) };
    await expect(save(twice, { ...twice, b: ids(plain, 1) })).rejects.toThrow(
      'cannot be confirmed',
    );
  });

  test('a file that is not JSON is reported, and the work is shown all the same', async () => {
    writeFileSync(file, '{\n  "corrections": [,]\n}\n');
    const { work, problems } = await open();
    expect(work.editions).toHaveLength(4);
    expect(problems[0]).toMatchObject({
      file: 'telegram-to-liu/corrections.json',
      line: 2,
    });
  });
});

describe('in a long text', () => {
  const book = syntheticBook(900, false);
  const text = (language: string, segments: string[]) => ({
    language,
    segments: segments.map((each) => ({ text: each })),
  });
  const [a, b] = [text('en', book.a), text('en', book.b)];
  const computed = alignParagraphs(a, b);
  const again = (confirmed: Bead[], onStretch?: (n: number, m: number) => void) =>
    alignAround(a, b, computed, confirmed, (x, y, groups) => {
      onStretch?.(x.segments.length, y.segments.length);
      return alignParagraphs(x, y, { groups });
    });
  const whole = (beads: Bead[]) => {
    covers(beads, 'a', book.a.length);
    covers(beads, 'b', book.b.length);
  };

  test('only the surroundings of a confirmed place are aligned again', () => {
    const at = computed.findIndex(({ a: x, b: y }) => x[0] > 450 && x.length === 1 && y.length > 0);
    const [bead, next] = computed.slice(at, at + 2);
    const merged = { a: [...bead.a, ...next.a], b: [...bead.b, ...next.b], score: 1 };
    const stretches: number[] = [];
    const beads = again([merged], (n) => stretches.push(n));
    expect(stretches).toHaveLength(1);
    expect(stretches[0]).toBeLessThan(200);
    whole(beads);
    expect(beads).toContainEqual({ ...merged, origin: 'confirmed' });
  });

  test('a confirmed pair out of order is a transposition; one alone stays alone', () => {
    const beads = again([
      { a: [100], b: [800], score: 1 },
      { a: [101], b: [], score: 1 },
      { a: [300], b: [computed.find((bead) => bead.a.includes(300))!.b[0] ?? 0], score: 1 },
      { a: [400], b: [computed.find((bead) => bead.a.includes(400))!.b[0] ?? 1], score: 1 },
    ]);
    whole(beads);
    expect(beads.find((bead) => bead.a[0] === 100)).toMatchObject({
      b: [800],
      transposition: true,
    });
    expect(beads.find((bead) => bead.a[0] === 101)).toMatchObject({ b: [], origin: 'confirmed' });
  });

  test('a confirmed pair far from where it was draws what lies between along', () => {
    const beads = again([{ a: [200], b: [240], score: 1 }]);
    whole(beads);
    expect(beads.find((bead) => bead.a[0] === 200)).toMatchObject({ b: [240] });
    expect(beads.find((bead) => bead.a[0] === 200)?.transposition).toBeUndefined();
    for (const { a: x, b: y, transposition } of beads) {
      if (x.length === 0 || y.length === 0 || transposition) continue;
      expect(x[0] < 200).toBe(y[0] < 240 && x[0] !== 200);
    }
  });
});
