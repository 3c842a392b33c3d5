import { interleave } from '../../align/interleave';
import { marksPlace, slice } from '../../edition/inline';
import type { ComparedRow, ComparedSegment } from '../prepared';

/** Letters of the longest edition beyond which a row is divided, and the least that a part holds. */
const longRow = 900;
const shortPart = 450;

/**
 * Divides a long row where sentences that correspond end in all editions, so that its parts can stand side
 * by side. Without such a place it stays whole. Marks are not kept.
 */
export function shorterRows(row: ComparedRow): ComparedRow[] {
  const { cells } = row;
  const length = (segments: readonly ComparedSegment[]) =>
    segments.reduce((sum, { segment }) => sum + segment.text.length, 0);
  if (Math.max(...cells.map(({ segments }) => length(segments))) < longRow) return [row];
  if (cells.some(({ segments }) => segments.some((each) => each.sentences.length === 0)))
    return [row];
  const sentences = cells.map(({ segments }) =>
    segments.flatMap(({ segment, sentences: own }, at) =>
      own.map(({ start, end }, sentence) => ({ segment, at, sentence, start, end })),
    ),
  );
  const cuts = cutsOf(row, sentences);
  if (cuts.length === 0) return [row];
  const ends = [...cuts, sentences.map(({ length: count }) => count)];
  return ends.map((end, k) => ({
    ...row,
    cells: cells.map((cell, column) => ({
      ...cell,
      segments: partOf(
        cell.segments,
        sentences[column].slice(ends[k - 1]?.[column] ?? 0, end[column]),
      ),
    })),
  }));
}

interface PlacedSentence {
  at: number;
  sentence: number;
  start: number;
  end: number;
}

/** Where a row is cut: for each edition, the number of its sentences before the cut. */
function cutsOf({ cells }: ComparedRow, sentences: readonly PlacedSentence[][]): number[][] {
  const cuts: number[][] = [];
  const seen = cells.map(() => new Set<number>());
  const places = sentences.map(
    (own) => new Map(own.map(({ at, sentence }, k) => [`${at} ${sentence}`, k])),
  );
  let letters = 0;
  for (const group of interleave(cells)) {
    let longest = 0;
    group.forEach((own, column) => {
      let sum = 0;
      for (const { segment, sentence } of own) {
        const k = places[column].get(`${segment} ${sentence}`) ?? 0;
        seen[column].add(k);
        sum += sentences[column][k].end - sentences[column][k].start;
      }
      longest = Math.max(longest, sum);
    });
    letters += longest;
    // All that was seen of each edition is its beginning: nothing stands across the cut.
    const isPrefix = seen.every((each) => Math.max(-1, ...each) === each.size - 1);
    const isLast = seen.every((each, column) => each.size === sentences[column].length);
    if (!isPrefix || isLast || letters < shortPart) continue;
    cuts.push(seen.map(({ size }) => size));
    letters = 0;
  }
  return cuts;
}

/** The segments of some sentences that stand one after the other; the label stands with the first. */
function partOf(
  segments: readonly ComparedSegment[],
  part: readonly PlacedSentence[],
): ComparedSegment[] {
  return segments.flatMap((shown, at): ComparedSegment[] => {
    const own = part.filter((each) => each.at === at);
    const [first, last] = [own[0], own.at(-1)];
    if (!first || !last) return [];
    const isLast = last.sentence === shown.sentences.length - 1;
    const { segment } = shown;
    if (first.sentence === 0 && isLast) return [{ ...shown, marks: [] }];
    const from = first.sentence === 0 ? 0 : first.start;
    const to = isLast ? segment.text.length : last.end;
    // Places of notes are not words: those of other parts would be moved to the edge of this one.
    const spans = segment.spans.filter(
      (span) => !marksPlace(span) || (span.start >= from && (isLast || span.start < to)),
    );
    const words = slice({ text: segment.text, spans }, from, to);
    const { label, ...rest } = segment;
    return [
      {
        ...shown,
        segment: { ...rest, ...words, ...(first.sentence === 0 && label ? { label } : {}) },
        sentences: [],
        marks: [],
      },
    ];
  });
}
