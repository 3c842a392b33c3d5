import { expect, test } from 'vitest';
import type { LaidRow } from '../../lib/align/layout';
import { findPlace, type PlacedTexts } from '../../lib/compare/find-place';
import { segmentNames } from '../../lib/compare/segment-names';
import type { Edition, Segment } from '../../lib/edition/model';
import type { OutlineEntry } from '../../lib/edition/sections';

type Line = string | { heading: string; level: number } | { label: string } | { page: string };

/** A work of one column, a line a row. */
function work(lines: readonly Line[]): PlacedTexts {
  const outline: OutlineEntry[] = [];
  const segments = lines.map((line, row): Segment => {
    const base = { id: `p${row}`, kind: 'paragraph', text: 'Text.', spans: [] };
    if (typeof line === 'string') return { ...base, text: line } as unknown as Segment;
    if ('heading' in line) {
      outline.push({ row, level: line.level, text: line.heading });
      return { ...base, kind: 'heading', text: line.heading } as unknown as Segment;
    }
    if ('label' in line) return { ...base, label: line.label } as unknown as Segment;
    return {
      ...base,
      spans: [{ kind: 'page', start: 0, end: 0, target: line.page }],
    } as unknown as Segment;
  });
  const edition = { siglum: 'A', language: 'en', segments } as unknown as Edition;
  const rows = lines.map(
    (_, row): LaidRow => ({
      number: row + 1,
      score: 1,
      cells: [{ indices: [row], moved: false, division: 'same' }],
    }),
  );
  return { editions: [edition], base: edition, rows, outline };
}

const scripture = work([
  { heading: 'Luke', level: 1 },
  { heading: '9', level: 2 },
  { label: '9:3' },
  { label: '9:4' },
  { heading: 'The Acts of the Apostles', level: 1 },
  { heading: '8', level: 2 },
  { label: '8:40' },
  { heading: '9', level: 2 },
  { label: '9:3' },
  { label: '9:4' },
  { heading: '1 Kings', level: 1 },
  { heading: '2', level: 2 },
  { label: '2:1' },
]);

test.each([
  ['Acts 9:4', 9],
  ['acts.9.4', 9],
  ['Luke 9:4', 3],
  ['Acts 9', 7],
  ['Acts', 4],
  ['1 Kings 2:1', 12],
  ['1 kings', 10],
  ['9:4', 3],
  ['Romans 3', -1],
  ['', -1],
])('in books of chapters and verses: %s', (asked, row) => {
  expect(findPlace(scripture, asked)).toBe(row);
});

const novel = work([
  'Before it all.',
  { heading: '第四章 雨', level: 1 },
  'Text.',
  { heading: '第五章 雪', level: 1 },
  { label: '（三）' },
  { page: '45' },
  { heading: 'Chapter XII. The End', level: 1 },
  { label: '§12' },
]);

test.each([
  ['第五章', 3],
  ['ch. 5', 3],
  ['Chapter 5', 3],
  ['chapter 12', 6],
  ['12', 7],
  ['雪', 3],
  ['the end', 6],
  ['§12', 7],
  ['§ 12', 7],
  ['p. 45', 5],
  ['第45頁', 5],
  ['(3)', 4],
  ['2', 1],
  ['nowhere', -1],
])('in chapters with titles: %s', (asked, row) => {
  expect(findPlace(novel, asked)).toBe(row);
});

const declaration = work([
  { heading: 'Preamble', level: 1 },
  'Whereas.',
  { heading: 'Article 1', level: 1 },
  'All human beings.',
  { heading: '第二条', level: 1 },
  'Everyone.',
  { heading: 'Article 3', level: 1 },
  'Everyone has.',
  { label: '(2)' },
]);

test.each([
  ['1', 0],
  ['2', 1],
  ['3', 2],
  ['9', 8],
  ['art 1', 2],
  ['art. 3', 6],
  ['Article 3', 6],
  ['§1', 2],
  ['第二条', 4],
  ['(2)', 8],
])('a number alone is that of the margin, others are articles: %s', (asked, row) => {
  expect(findPlace(declaration, asked)).toBe(row);
});

test('an article that is not there is not another place', () => {
  const articles = work([
    { heading: 'Article 1', level: 1 },
    'One.',
    { heading: 'Article 2', level: 1 },
    'Two.',
    'Three.',
  ]);
  expect(findPlace(articles, 'art 2')).toBe(2);
  for (const asked of ['art 4', '第四条', 'article 5', '0']) {
    expect(findPlace(articles, asked), asked).toBe(-1);
  }
  expect(findPlace(articles, '4')).toBe(3);
});

test('headings of every edition are found', () => {
  const base = work([{ heading: 'Preamble', level: 1 }, 'Text.']);
  const other = work([{ heading: '序言', level: 1 }, '正文。']).editions[0];
  const texts: PlacedTexts = {
    ...base,
    editions: [...base.editions, other],
    rows: base.rows.map((row) => ({ ...row, cells: [...row.cells, row.cells[0]] })),
  };
  expect(findPlace(texts, '序言')).toBe(0);
  expect(findPlace(texts, '后记')).toBe(-1);
});

test('segments are named by labels that texts are cited by, and headings of the highest level', () => {
  const { base } = work([
    { heading: 'Mark', level: 2 },
    { heading: '1', level: 3 },
    { label: '1:1' },
    { label: '(a)' },
    { heading: 'Luke', level: 2 },
  ]);
  const levelled = base.segments.map((segment, k) =>
    segment.kind === 'heading' ? { ...segment, level: k === 1 ? 3 : 2 } : segment,
  );
  expect(segmentNames({ ...base, segments: levelled } as Edition)).toEqual({
    labels: ['', '', '1:1', '', ''],
    headings: [
      { index: 0, text: 'Mark' },
      { index: 4, text: 'Luke' },
    ],
  });
  expect(segmentNames(work(['One.', { label: '(b)' }]).base).labels).toEqual([]);
});
