import { createFold, type Folding, foldings } from '../language/fold';
import type { NameTable } from '../language/name-table';
import { type Change, type ChangeKind, diffTexts } from './diff';
import { createClassifier, type DifferenceKind } from './kinds';

/** A stretch of a segment that differs from another edition; UTF-16 offsets in its text. */
export interface Mark {
  kind: Exclude<ChangeKind, 'equal'>;
  start: number;
  end: number;
  /** What the other edition has in its place; empty where it has nothing. */
  other: string;
  /** In what way it differs. */
  difference: DifferenceKind;
  /** Set where the reader asked for such differences to be left out of account. */
  ignored?: boolean;
  /** Within words that are much alike: the letters that differ. */
  detail?: [start: number, end: number][];
}

export interface MarkOptions {
  language: string;
  names?: NameTable;
  /** Kinds of difference left out of account. */
  ignore?: readonly DifferenceKind[];
}

/** What comes between segments when they are compared as one passage. */
const join = '\n\n';

/** Makes the comparison of passages of two editions of one language, ready for many of them. */
export function createMarker(
  options: MarkOptions,
): (
  a: readonly string[],
  b: readonly string[],
) => { a: Mark[][]; b: Mark[][]; similarity: number } {
  const { language, names, ignore = [] } = options;
  const ignored = new Set(ignore);
  const classify = createClassifier({ language, names });
  const folded = foldings.filter((folding: Folding) => ignored.has(folding));
  const fold = createFold(folded, { language, names });
  // What folding leaves nothing of is compared by its own letters.
  const key = ({ text }: { text: string }) => fold(text) || text;
  return (a, b) => {
    const { changes, similarity } = diffTexts(a.join(join), b.join(join), {
      language,
      ...(folded.length > 0 ? { key } : {}),
    });
    const told = changes.map((change) => ({
      ...change,
      difference:
        change.kind === 'move' ? ('transposition' as const) : classify(change.a, change.b),
    }));
    return {
      a: place(a, told, 'a', ignored),
      b: place(b, told, 'b', ignored),
      similarity,
    };
  };
}

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
  return createMarker({ language })(a, b);
}

type ToldChange = Change & { difference: DifferenceKind };

function place(
  texts: readonly string[],
  changes: readonly ToldChange[],
  side: 'a' | 'b',
  ignored: ReadonlySet<DifferenceKind>,
): Mark[][] {
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
    // Where a move has gone to its other place there is nothing to mark.
    const gone = change.kind === 'move' && own === '';
    if (change.kind !== 'equal' && !blank && !gone) {
      const detail = change.kind === 'replace' ? lettersThatDiffer(own, other) : [];
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
          difference: change.difference,
          ...(ignored.has(change.difference) ? { ignored: true } : {}),
          ...(detail.length > 0
            ? {
                detail: detail
                  .map(([x, y]): [number, number] => [
                    Math.max(start, x + offset - starts[k]),
                    Math.min(stop, y + offset - starts[k]),
                  ])
                  .filter(([x, y]) => y > x),
              }
            : {}),
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

/** Words longer than this are not compared letter by letter. */
const mostLetters = 80;
/** Only words so much alike are: letters shared by chance tell nothing. */
const muchAlike = 0.6;

/** The letters of `own` that `other` has not, where the two are much alike. */
function lettersThatDiffer(own: string, other: string): [start: number, end: number][] {
  if (own.length > mostLetters || other.length > mostLetters) return [];
  const { changes, similarity } = diffTexts(own, other, { unit: 'character' });
  if (similarity < muchAlike) return [];
  let at = 0;
  return changes.flatMap(({ kind, a }): [number, number][] => {
    at += a.length;
    return kind === 'equal' || a === '' ? [] : [[at - a.length, at]];
  });
}
