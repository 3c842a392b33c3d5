import { describe, expect, test } from 'vitest';
import { diffTexts } from '../../lib/collate/diff';
import { createMarker, type Mark } from '../../lib/collate/marks';
import { shownMarks } from '../../lib/collate/shown-marks';
import { unionOfMarks } from '../../lib/collate/union-of-marks';

const cut = (text: string, stretches: readonly (readonly [number, number])[] = []) =>
  stretches.map(([start, end]) => text.slice(start, end));
const marked = (text: string, marks: readonly Mark[]) =>
  marks.map(({ start, end, difference }) => [text.slice(start, end), difference]);

describe('moves of short phrases', () => {
  test.each([
    ['at noon the boat came', 'the boat came at noon', 'at noon', 'en'],
    ['On foot they crossed the marsh.', 'They crossed the marsh on foot.', 'on foot', 'en'],
    ['le soir il lisait un livre', 'il lisait un livre le soir', 'le soir', 'fr'],
  ])('%s', (a, b, phrase, language) => {
    const moved = diffTexts(a, b, {
      language,
      key: ({ text }) => text.toLowerCase(),
    }).changes.filter(({ kind }) => kind === 'move');
    expect(moved.map((each) => (each.a + each.b).trim().toLowerCase())).toEqual([phrase, phrase]);
  });
  test('function words alone are not a move', () => {
    const { changes } = diffTexts('of it he spoke at length', 'he spoke at length of it', {
      language: 'en',
    });
    expect(changes.some(({ kind }) => kind === 'move')).toBe(false);
  });
});

describe('words that differ in form alone', () => {
  const mark = createMarker({ language: 'en' });
  test('stand for each other, apart from the words beside them', () => {
    const [a, b] = ['in the wilderness, preaching there', 'in the Wilderness and shouting there'];
    const found = mark([a], [b]);
    expect(marked(a, found.a[0])).toEqual([
      ['wilderness', 'case'],
      [', preaching', 'substitution'],
    ]);
    expect(marked(b, found.b[0])).toEqual([
      ['Wilderness', 'case'],
      ['and shouting', 'substitution'],
    ]);
  });
  test.each([
    ['he', 'אֶל־הָעִיר בָּא׃', 'אל העיר בא.', ['punctuation', 'diacritics']],
    ['en', 'A well-known road – by the sea', 'A well known road by the sea', ['punctuation']],
    ['en', 'Did any one come into it?', 'Did anyone come in to it?', ['whitespace']],
    ['en', 'It was “late”, Sir.', 'it was late, sir', ['punctuation', 'case']],
  ] as const)('what is ignored counts for nothing, in %s: “%s”', (language, a, b, ignore) => {
    const { similarity, ...marked } = createMarker({ language, ignore })([a], [b]);
    expect([...marked.a, ...marked.b].flat().filter(({ ignored }) => !ignored)).toEqual([]);
    expect(similarity).toBe(1);
    expect(createMarker({ language })([a], [b]).similarity).toBeLessThan(1);
  });

  test('count as differences all the same', () => {
    expect(mark(['The Sea'], ['the sea']).similarity).toBe(0);
    expect(
      createMarker({ language: 'en', ignore: ['case'] })(['The Sea'], ['the sea']).similarity,
    ).toBe(1);
  });
});

describe('letters that differ', () => {
  const mark = createMarker({ language: 'en' });
  test('are shown within one word', () => {
    const b = 'they are baptized there';
    const [each] = mark(['they are baptised there'], [b]).b[0];
    expect(cut(b, each.detail)).toEqual(['z']);
  });
  test('are not sought in phrases', () => {
    const found = mark(['he said so then'], ['he laid low then']);
    expect(found.b[0].every(({ detail }) => detail === undefined)).toBe(true);
  });
});

describe('passages that share few words', () => {
  const mark = createMarker({ language: 'en' });
  const a = 'The old fisherman rowed slowly across the harbour while gulls cried over the masts.';
  const b = 'Above the harbour birds were screaming; an aged man was bringing his small boat home.';
  test('tell what they share, and which words of meaning are only here', () => {
    const found = mark([a], [b]);
    expect(cut(a, found.shared?.a[0])).toContain('harbour');
    expect(cut(b, found.shared?.b[0])).toContain('harbour');
    const words = found.b[0].flatMap(({ free = [] }) => cut(b, free));
    expect(words).toEqual(expect.arrayContaining(['birds', 'screaming', 'aged', 'boat']));
    expect(words).not.toContain('the');
    expect(words).not.toContain('harbour');
  });
  test('are distinguished from those that share most', () => {
    const found = mark([a], [a.replace('old', 'young')]);
    expect(found.shared).toBeUndefined();
    expect(found.a[0].every(({ free }) => free === undefined)).toBe(true);
  });
  test('are not short titles of which one word differs', () => {
    expect(mark(['A preface'], ['A foreword']).shared).toBeUndefined();
  });
});

test('marks of several comparisons are laid over one another', () => {
  const of = (start: number, end: number, difference: Mark['difference']): Mark => ({
    kind: 'replace',
    start,
    end,
    other: 'x',
    difference,
  });
  expect(unionOfMarks([[of(0, 4, 'case')], [of(2, 6, 'substitution'), of(8, 9, 'case')]])).toEqual([
    { ...of(0, 6, 'substitution'), other: '' },
    { ...of(8, 9, 'case'), other: '' },
  ]);
});

describe('what is shown of the marks', () => {
  const text = 'one; two, three';
  const mark = (start: number, end: number, more: Partial<Mark> = {}): Mark => ({
    kind: 'replace',
    start,
    end,
    other: 'x',
    difference: 'substitution',
    ...more,
  });
  const asked = { strength: 'notable', free: 'shared', faint: false, against: null } as const;
  const close = { segment: { text }, marks: [mark(3, 9)] };
  const freely = {
    segment: { text },
    marks: [mark(0, 9, { free: [[5, 8]] })],
    shared: [[10, 15]],
  } as const;
  const places = (marks: readonly Mark[]) =>
    cut(
      text,
      marks.map(({ start, end }) => [start, end]),
    );

  test('by strength', () => {
    const all = shownMarks(close, { ...asked, strength: 'all' }, 1, [null, 0]);
    expect(places(all.marks)).toEqual(['; two,']);
    expect(places(shownMarks(close, asked, 1, [null, 0]).marks)).toEqual(['two']);
    expect(shownMarks(close, { ...asked, strength: 'off' }, 1, [null, 0]).marks).toEqual([]);
  });
  test('of a passage that shares few words', () => {
    const compared = {
      ...freely,
      marks: [...freely.marks],
      shared: [[10, 15] as [number, number]],
    };
    expect(shownMarks(compared, asked, 1, [null, 0])).toEqual({ marks: [], shared: [[10, 15]] });
    const words = shownMarks(compared, { ...asked, free: 'words' }, 1, [null, 0]);
    expect(places(words.marks)).toEqual(['two']);
    const all = shownMarks(compared, { ...asked, strength: 'all' }, 1, [null, 0]);
    expect(places(all.marks)).toEqual(['one; two,']);
  });
  test('against one edition alone', () => {
    const bases = [null, 0, 0, null];
    const comparisons = [
      { other: 1, marks: [mark(0, 3)] },
      { other: 2, marks: [mark(10, 15)] },
    ];
    const base = { segment: { text }, marks: [], comparisons };
    expect(places(shownMarks(base, asked, 0, bases).marks)).toEqual(['one', 'three']);
    expect(places(shownMarks(base, { ...asked, against: 2 }, 0, bases).marks)).toEqual(['three']);
    expect(shownMarks(close, { ...asked, against: 2 }, 1, bases).marks).toEqual([]);
    expect(places(shownMarks(close, { ...asked, against: 1 }, 1, bases).marks)).toEqual(['two']);
    // Pointing at a base, or at another language, changes nothing.
    expect(places(shownMarks(close, { ...asked, against: 0 }, 1, bases).marks)).toEqual(['two']);
    expect(places(shownMarks(close, { ...asked, against: 3 }, 1, bases).marks)).toEqual(['two']);
  });
  test('what is ignored is shown on request', () => {
    const ignored = { segment: { text }, marks: [mark(0, 3, { ignored: true })] };
    expect(shownMarks(ignored, asked, 1, [null, 0]).marks).toEqual([]);
    expect(shownMarks(ignored, { ...asked, faint: true }, 1, [null, 0]).marks).toHaveLength(1);
  });
});
