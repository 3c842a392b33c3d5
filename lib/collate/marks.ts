import { type Change, type ChangeKind, diffTexts } from './diff';

/** A stretch of a segment that differs from another edition; UTF-16 offsets in its text. */
export interface Mark {
  kind: Exclude<ChangeKind, 'equal'>;
  start: number;
  end: number;
  /** What the other edition has in its place; empty where it has nothing. */
  other: string;
}

/** What comes between segments when they are compared as one passage. */
const join = '\n\n';

/**
 * Compares two passages, each one or more segments, as running text, so that a paragraph
 * divided elsewhere is no difference of words.
 *
 * @returns for each segment of both passages, its marks in order. In a `insert` means that b has
 *   words there that a lacks (an empty place in a), `delete` that b lacks a's words.
 */
export function markPassages(
  a: readonly string[],
  b: readonly string[],
  language: string,
): { a: Mark[][]; b: Mark[][]; similarity: number } {
  const { changes, similarity } = diffTexts(a.join(join), b.join(join), { language });
  return { a: place(a, changes, 'a'), b: place(b, changes, 'b'), similarity };
}

function place(texts: readonly string[], changes: readonly Change[], side: 'a' | 'b'): Mark[][] {
  const marks: Mark[][] = texts.map(() => []);
  const starts: number[] = [];
  let at = 0;
  for (const text of texts) {
    starts.push(at);
    at += text.length + join.length;
  }
  let offset = 0;
  for (const change of changes) {
    const own = change[side];
    const other = change[side === 'a' ? 'b' : 'a'];
    const end = offset + own.length;
    const blank = own.trim() === '' && other.trim() === '';
    if (change.kind !== 'equal' && !blank) {
      texts.forEach((text, k) => {
        const from = Math.max(0, offset - starts[k]);
        const to = Math.min(text.length, end - starts[k]);
        if (to < from || (to === from && own !== '')) return;
        const [start, stop] = trim(text, from, to);
        marks[k].push({
          kind: change.kind as Mark['kind'],
          start,
          end: stop,
          other: other.trim(),
        });
      });
    }
    offset = end;
  }
  return marks;
}

/** Takes white space off both ends of a stretch: marks lie on words. */
function trim(text: string, from: number, to: number): [number, number] {
  while (from < to && /\s/.test(text[from])) from++;
  while (to > from && /\s/.test(text[to - 1])) to--;
  return [from, to];
}
