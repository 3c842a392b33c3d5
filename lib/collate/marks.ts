import { languageFamily } from '../edition/model';
import { createFold, type Folding, foldings } from '../language/fold';
import type { NameTable } from '../language/name-table';
import { type Token, tokenize } from '../language/tokens';
import { type Change, type ChangeKind, diffTexts } from './diff';
import { createClassifier, type DifferenceKind } from './kinds';
import { isContentWord } from './weight';

/** A stretch of a segment that differs from another edition; UTF-16 offsets in its text. */
export interface Mark {
  kind: Exclude<ChangeKind, 'equal'>;
  start: number;
  end: number;
  /** What the other edition has in its place; empty where it has nothing. */
  other: string;
  /** In what way it differs. */
  difference: DifferenceKind;
  /** Set where the reader asked for such differences to be ignored. */
  ignored?: boolean;
  /** Within a word that is much like the other's: the letters that differ. */
  detail?: Stretch[];
  /** In passages that share few words: of this stretch, the words of meaning that are only here. */
  free?: Stretch[];
}

export interface MarkOptions {
  language: string;
  names?: NameTable;
  /** Kinds of difference ignored. */
  ignore?: readonly DifferenceKind[];
}

/** A stretch of a segment; UTF-16 offsets in its text. */
export type Stretch = [start: number, end: number];

/** Two passages compared: what is marked in each of their segments. */
export interface MarkedPassages {
  a: Mark[][];
  b: Mark[][];
  /** Share of tokens in common, to the letter but for what is ignored; 0 to 1. */
  similarity: number;
  /** Where the passages share few words: what they do share, in each of their segments. */
  shared?: { a: Stretch[][]; b: Stretch[][] };
}

/** What comes between segments when they are compared as one passage. */
const join = '\n\n';
/** Passages that share less of their words than this are freely worded. */
const freeBelow = 0.5;
/** In passages of fewer words on both sides together, one word weighs too much to tell. */
const minFreeWords = 16;

/** Makes the comparison of passages of two editions of one language, ready for many of them. */
export function createMarker(
  options: MarkOptions,
): (a: readonly string[], b: readonly string[]) => MarkedPassages {
  const { language, names, ignore = [] } = options;
  const ignored = new Set(ignore);
  const classify = createClassifier({ language, names });
  // What folding leaves nothing of is compared by its own letters.
  const keyOf = (folded: readonly Folding[]) => {
    const fold = createFold(folded, { language, names });
    return (text: string) => fold(text) || text;
  };
  // Words that differ in form alone stand for each other; which of them are reported is another matter.
  const key = keyOf(foldings);
  const sameAs = keyOf(foldings.filter((folding) => ignored.has(folding)));
  const carries = (text: string) => isContentWord(text, languageFamily(language));
  return (a, b) => {
    const { changes, similarity, tokens, words } = diffTexts(a.join(join), b.join(join), {
      language,
      key: ({ text }) => key(text),
      shared: (x, y) => sameAs(x.text) === sameAs(y.text),
    });
    const shown = changes.map((change): ToldChange => {
      const { kind, a: own, b: other } = change;
      if (kind === 'equal') return { ...change, kind };
      const difference = kind === 'move' ? 'transposition' : classify(own, other);
      return { ...change, kind, difference };
    });
    const found = {
      a: place(a, shown, 'a', ignored),
      b: place(b, shown, 'b', ignored),
      similarity: similarity + ignoredTokens(shown, ignored, language) / Math.max(1, tokens),
    };
    if (words.total < minFreeWords || words.shared >= freeBelow * words.total) return found;
    const wordsOf = (texts: readonly string[]) =>
      texts.map((text) => tokenize(text, language).filter((token) => carries(token.text)));
    const content = { a: wordsOf(a), b: wordsOf(b) };
    const known = (tokens: readonly Token[][]) =>
      new Set(tokens.flat().map(({ text }) => key(text)));
    const [inA, inB] = [known(content.a), known(content.b)];
    carryWords(found.a, content.a, ({ text }) => !inB.has(key(text)));
    carryWords(found.b, content.b, ({ text }) => !inA.has(key(text)));
    return {
      ...found,
      shared: {
        a: sharedStretches(a, changes, 'a', content.a),
        b: sharedStretches(b, changes, 'b', content.b),
      },
    };
  };
}

/**
 * How many tokens stand in changes that are ignored, on both sides: a dash against a space, words divided
 * otherwise. Those that agree by their key are shared already.
 */
function ignoredTokens(
  changes: readonly ToldChange[],
  ignored: ReadonlySet<DifferenceKind>,
  language: string,
): number {
  let count = 0;
  for (const change of changes) {
    if (change.kind === 'equal' || change.agrees || !ignored.has(change.difference)) continue;
    count += tokenize(change.a, language).length + tokenize(change.b, language).length;
  }
  return count;
}

/** Adds to the marks of a freely worded passage the words that the other has nowhere. */
function carryWords(
  marks: readonly Mark[][],
  content: readonly (readonly Token[])[],
  only: (token: Token) => boolean,
): void {
  marks.forEach((own, k) => {
    for (const mark of own) {
      mark.free = content[k]
        .filter((token) => token.start >= mark.start && token.end <= mark.end && only(token))
        .map(({ start, end }): Stretch => [start, end]);
    }
  });
}

/** Stretches on which the passages agree, or that have moved: those that hold a word of meaning. */
function sharedStretches(
  texts: readonly string[],
  changes: readonly Change[],
  side: 'a' | 'b',
  content: readonly (readonly Token[])[],
): Stretch[][] {
  const found: Stretch[][] = texts.map(() => []);
  const starts = startsOf(texts);
  let offset = 0;
  for (const change of changes) {
    const end = offset + change[side].length;
    if (change.kind === 'equal' || change.kind === 'move' || change.agrees) {
      texts.forEach((text, k) => {
        const from = Math.max(0, offset - starts[k]);
        const to = Math.min(text.length, end - starts[k]);
        if (to <= from) return;
        const inside = content[k].filter((token) => token.start >= from && token.end <= to);
        const [first, last] = [inside[0], inside.at(-1)];
        if (!first || !last) return;
        const before = found[k].at(-1);
        const near = before && text.slice(before[1], first.start).trim() === '';
        if (before && near) before[1] = last.end;
        else found[k].push([first.start, last.end]);
      });
    }
    offset = end;
  }
  return found;
}

/**
 * Compares two passages, each one or more segments, as running text, so that a paragraph
 * divided elsewhere is not a difference of words.
 *
 * @returns for each segment of both passages, its marks in order. In a `insert` means that b has
 *   words there that a lacks (an empty place in a), `delete` that b lacks a's words.
 */
export function markPassages(
  a: readonly string[],
  b: readonly string[],
  language: string,
): MarkedPassages {
  return createMarker({ language })(a, b);
}

type ToldChange = Change & ({ kind: 'equal' } | { kind: Mark['kind']; difference: DifferenceKind });

function place(
  texts: readonly string[],
  changes: readonly ToldChange[],
  side: 'a' | 'b',
  ignored: ReadonlySet<DifferenceKind>,
): Mark[][] {
  const marks: Mark[][] = texts.map(() => []);
  const starts = startsOf(texts);
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
          kind: change.kind,
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

/** Where each text begins in all of them joined. */
function startsOf(texts: readonly string[]): number[] {
  let at = 0;
  return texts.map((text) => {
    const start = at;
    at += text.length + join.length;
    return start;
  });
}

/** Takes white space off both ends of a stretch: marks lie on words. */
function trim(text: string, from: number, to: number): [number, number] {
  while (from < to && /\s/.test(text[from])) from++;
  while (to > from && /\s/.test(text[to - 1])) to--;
  return [from, to];
}

/** Words longer than this are not compared letter by letter. */
const maxLetters = 30;
/** Only words so much alike are: letters shared by chance say nothing. */
const muchAlike = 0.6;

/** The letters of `own` that `other` has not, where the two are much alike. */
function lettersThatDiffer(own: string, other: string): Stretch[] {
  if (own.length > maxLetters || other.length > maxLetters) return [];
  // Letters that two phrases happen to share say nothing of either.
  if (/\s/.test(own.trim()) || /\s/.test(other.trim())) return [];
  const { changes, similarity } = diffTexts(own, other, { unit: 'character' });
  if (similarity < muchAlike) return [];
  let at = 0;
  return changes.flatMap(({ kind, a }): Stretch[] => {
    at += a.length;
    return kind === 'equal' || a === '' ? [] : [[at - a.length, at]];
  });
}
