import { describe, expect, test, vi } from 'vitest';
import { alignParagraphs } from '../../lib/align/paragraphs';
import { type IdentifiedText, realign } from '../../lib/align/realign';
import { withSister } from '../../lib/align/sisters';
import { alignEditions } from '../../lib/compare/alignments';
import { createIdentifier } from '../../lib/edition/identify';
import type { Edition } from '../../lib/edition/model';
import { syntheticBook } from '../bench/synthetic';

const identified = (texts: readonly string[], language = 'en'): IdentifiedText => {
  const identify = createIdentifier();
  return { language, segments: texts.map((text) => ({ id: identify('paragraph', text), text })) };
};
const book = syntheticBook(1200, false);
const a = identified(book.a);
const b = identified(book.b);
const beads = alignParagraphs(a, b);
const ids = ({ segments }: IdentifiedText) => segments.map(({ id }) => id);
const precedent = { a: ids(a), b: ids(b), beads };

describe('after an edit', () => {
  const edits: [name: string, texts: string[]][] = [
    ['of one paragraph', book.a.with(600, `Moreover, ${book.a[600]}`)],
    ['that takes a paragraph out', book.a.toSpliced(500, 1)],
    ['that puts one in', book.a.toSpliced(700, 0, 'A paragraph that no other edition has.')],
    ['at the very start', book.a.with(0, `Here begins ${book.a[0]}`)],
    ['at the very end', book.a.with(-1, `${book.a.at(-1)} The end.`)],
  ];
  test.each(edits)('%s only a chapter is aligned again, to the same end', (_, texts) => {
    const edited = identified(texts);
    const align = vi.fn(alignParagraphs);
    const found = realign(precedent, edited, b, align)!;
    const whole = alignParagraphs(edited, b);
    const key = ({ a: x, b: y }: (typeof beads)[number]) => `${x}:${y}`;
    // What a chapter alone teaches may differ by a hair from what the book does.
    const known = new Set(whole.map(key));
    const same = found.beads.filter((bead) => known.has(key(bead))).length;
    expect(same / whole.length).toBeGreaterThan(0.995);
    expect(found.beads.flatMap((bead) => bead.a)).toEqual(texts.map((_, i) => i));
    expect(align).toHaveBeenCalledTimes(1);
    expect(align.mock.calls[0][0].segments.length).toBeLessThan(500);
  });

  test('of most of it, nothing is kept', () => {
    const edited = identified(book.a.map((text) => `${text} And more.`));
    expect(realign(precedent, edited, b, alignParagraphs)).toBeNull();
  });
});

test('a long pair is aligned in a thread, kept on disk, and mended after an edit', async () => {
  const edition = (siglum: string, texts: readonly string[]): Edition => ({
    siglum,
    title: siglum,
    kind: 'translation',
    basedOn: null,
    warnings: [],
    ...identified(texts),
    segments: identified(texts).segments.map((segment) => ({
      ...segment,
      kind: 'paragraph' as const,
      spans: [],
    })),
  });
  const other = edition('B', book.b);
  const shares: number[] = [];
  const found = await alignEditions(edition('A', book.a), other, {
    name: 'book/A:B',
    progress: (share) => shares.push(share),
  });
  expect(found.beads).toEqual(beads);
  expect(shares.length).toBeGreaterThan(2);
  const edited = edition('A', book.a.with(600, 'Another text altogether stands here.'));
  const again = await alignEditions(edited, other, { name: 'book/A:B' });
  expect(again.beads.flatMap(({ a: x }) => x)).toHaveLength(1200);
  expect(again.sentences.beads.flatMap(({ b: y }) => y)).toHaveLength(again.sentences.b.length);
  expect(again.sentences.beads.flatMap(({ a: x }) => x)).toHaveLength(again.sentences.a.length);
});

test('a sister edition lends its words only where its passage is whole', () => {
  const text = identified(['One.', 'Two.', 'Three.']);
  const sister = identified(['Uno.', 'Dos y tres.']);
  const lent = withSister(text, sister, [
    { a: [0], b: [0], score: 1 },
    { a: [1, 2], b: [1], score: 1 },
  ]);
  expect(lent.segments.map(({ also }) => also)).toEqual(['Uno.', undefined, undefined]);
});
