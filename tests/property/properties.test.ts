import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alignTexts } from '../../lib/align/align';
import type { Bead } from '../../lib/align/bead';
import { alignSentences, placeSentences } from '../../lib/align/levels';
import { joinAlignments } from '../../lib/align/table';
import { diffTexts } from '../../lib/collate/diff';
import { markPassages } from '../../lib/collate/marks';
import { cutPieces } from '../../lib/collate/pieces';
import { InputError } from '../../lib/core/errors';
import { readMarkdownEdition } from '../../lib/edition/read';
import { readPlainText } from '../../lib/formats/text/plain-text';
import { sentences } from '../../lib/language/sentences';
import { tokenize } from '../../lib/language/tokens';

const language = fc.constantFrom('en', 'zh', 'fr', 'ru', 'ar', 'ja', 'und');
const words = fc.constantFrom(
  'the',
  'treaty',
  'of',
  'Lushun',
  '条约',
  '三十年',
  '1949',
  '.',
  '，',
  'ship',
  '—',
  ' ',
  '\n',
);
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(words, { maxLength: 40 }).map((parts) => parts.join(' ')),
);
const side = fc.record({
  language,
  segments: fc.array(fc.record({ text }), { maxLength: 14 }),
});

const markdown = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(
      fc.constantFrom(
        '---\n',
        'title: ',
        '**Date:** ',
        '*',
        '[',
        ']',
        '(1) ',
        '# ',
        '- ',
        '> ',
        '|',
        '\n',
        '\n\n',
        '<b>',
        '[^1]',
        '[^1]: ',
        '`',
        '\\',
        'a',
        '年',
        '1949',
        '  \n',
        '&amp;',
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join('')),
);

test('reading never throws on any string, but for a clear error', () => {
  fc.assert(
    fc.property(markdown, (source) => {
      try {
        for (const segment of readMarkdownEdition(source).segments) {
          for (const { start, end } of segment.spans) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeLessThanOrEqual(segment.text.length);
            expect(start).toBeLessThanOrEqual(end);
          }
        }
      } catch (error) {
        expect(error).toBeInstanceOf(InputError);
        expect((error as InputError).remedy).toBeTruthy();
      }
      readPlainText(source);
    }),
    { numRuns: 1000 },
  );
});

function covers(beads: readonly Bead[], n: number, m: number): void {
  expect(beads.flatMap(({ a }) => a)).toEqual(Array.from({ length: n }, (_, k) => k));
  const b = beads.flatMap((bead) => bead.b);
  expect(b.toSorted((x, y) => x - y)).toEqual(Array.from({ length: m }, (_, k) => k));
  const inOrder = beads.filter(({ transposition }) => !transposition).flatMap((bead) => bead.b);
  expect(inOrder).toEqual(inOrder.toSorted((x, y) => x - y));
  for (const { a, b, score } of beads) {
    expect(a.length + b.length).toBeGreaterThan(0);
    expect(score).toBeGreaterThanOrEqual(0);
    expect(score).toBeLessThanOrEqual(1);
  }
}

test('beads cover every segment of both sides exactly once, in order but for transpositions', () => {
  fc.assert(
    fc.property(side, side, (a, b) => {
      const beads = alignTexts(a, b);
      covers(beads, a.segments.length, b.segments.length);
      const placedA = placeSentences(a.segments, a.language);
      const placedB = placeSentences(b.segments, b.language);
      covers(
        alignSentences(
          { language: a.language, sentences: placedA },
          { language: b.language, sentences: placedB },
          beads,
        ),
        placedA.length,
        placedB.length,
      );
    }),
  );
});

test('a table holds each segment of each edition once', () => {
  fc.assert(
    fc.property(side, side, side, (a, b, c) => {
      const { rows } = joinAlignments(a.segments.length, [alignTexts(a, b), alignTexts(a, c)]);
      [a, b, c].forEach(({ segments }, column) => {
        const held = rows.flatMap(({ cells }) => cells[column]);
        expect(held.toSorted((x, y) => x - y)).toEqual(segments.map((_, k) => k));
      });
    }),
    { numRuns: 60 },
  );
});

test('a diff gives both texts back exactly', () => {
  fc.assert(
    fc.property(
      text,
      text,
      language,
      fc.constantFrom('word' as const, 'character' as const),
      (a, b, tag, unit) => {
        const { changes, similarity } = diffTexts(a, b, { language: tag, unit });
        expect(changes.map((change) => change.a).join('')).toBe(a);
        expect(changes.map((change) => change.b).join('')).toBe(b);
        for (const change of changes) {
          if (change.kind === 'equal') expect(change.a).toBe(change.b);
          if (change.kind === 'insert') expect(change.a).toBe('');
          if (change.kind === 'delete') expect(change.b).toBe('');
        }
        expect(similarity).toBeGreaterThanOrEqual(0);
        expect(similarity).toBeLessThanOrEqual(1);
      },
    ),
    { numRuns: 500 },
  );
});

test('tokens and sentences lie in order within the text', () => {
  fc.assert(
    fc.property(text, language, (source, tag) => {
      let at = 0;
      for (const { start, end, text: part } of tokenize(source, tag)) {
        expect(start).toBeGreaterThanOrEqual(at);
        expect(source.slice(at, start).trim()).toBe('');
        expect(source.slice(start, end)).toBe(part);
        at = end;
      }
      expect(source.slice(at).trim()).toBe('');
      expect(
        sentences(source, tag)
          .map(({ start, end }) => source.slice(start, end))
          .join(''),
      ).toBe(source);
    }),
    { numRuns: 500 },
  );
});

test('what the page cuts up, it shows whole', () => {
  const passage = fc.array(text, { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(passage, passage, language, (a, b, tag) => {
      const found = markPassages(a, b, tag);
      a.forEach((source, k) => {
        const linked = sentences(source, tag).map((sentence) => ({ ...sentence, links: [] }));
        const cut = cutPieces(source, linked, found.a[k], [
          { kind: 'editorial', start: 1, end: 4 },
        ]);
        const shown = cut.flatMap(({ parts }) =>
          parts.flatMap(({ pieces }) => pieces.map((piece) => piece.text)),
        );
        expect(shown.join('')).toBe(source);
      });
    }),
  );
});
