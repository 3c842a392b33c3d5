import type { Run } from './sequence';

/** Marks that close, after the mark that ends a sentence or clause. */
const closers = String.raw`[\p{Pe}\p{Pf}"'”’」』]*\s*$`;
const sentenceEnd = new RegExp(String.raw`[\p{Sentence_Terminal}…]${closers}`, 'u');
const clauseEnd = new RegExp(String.raw`[\p{Terminal_Punctuation}·—–]${closers}`, 'u');

/**
 * How well a text can be divided before a token: at paragraphs, lines and sentences best, then at
 * clauses, and before or after brackets and quotation marks.
 *
 * @param before the text that stands before the token, with white space; empty at the very beginning.
 * @param token the text of the token; empty at the very end.
 */
export function boundaryBefore(before: string, token: string): number {
  if (before.trim() === '' || token === '') return 5;
  if (/\n[^\S\n]*\n\s*$/.test(before)) return 5;
  if (/\n\s*$/.test(before)) return 4;
  if (sentenceEnd.test(before)) return 3;
  if (clauseEnd.test(before)) return 2;
  return /^[\p{Ps}\p{Pi}“‘「『(]/u.test(token) || /[\p{Pe}\p{Pf}”’」』)]\s*$/u.test(before) ? 1 : 0;
}

/** Tokens that an insertion is slid over, at most. */
export const maxSlide = 200;

/** A sequence of tokens in its text. */
export interface SlideText {
  keys: readonly string[];
  /** How well the text can be divided before a token; also at the index after the last. */
  boundary: (index: number) => number;
}

/**
 * Moves insertions and deletions that could stand in several places ("a b [a b] a" or "[a b] a b a") to
 * the place where the text divides best, as `git diff` does with its indentation heuristic.
 */
export function slideRuns(runs: readonly Run[], a: SlideText, b: SlideText): Run[] {
  const out = withAgreementAround(runs);
  out.forEach((run, k) => {
    if (run.equal) return;
    const side = run.a[0] === run.a[1] ? 'b' : run.b[0] === run.b[1] ? 'a' : null;
    if (!side) return;
    const [before, after] = [out[k - 1], out[k + 1]];
    const by = bestSlide(run[side], side === 'a' ? a : b, lengthOf(before), lengthOf(after));
    for (const each of ['a', 'b'] as const) {
      run[each] = [run[each][0] + by, run[each][1] + by];
      before[each][1] += by;
      after[each][0] += by;
    }
  });
  return joinNeighbours(out);
}

const lengthOf = ({ a: [from, to] }: Run): number => to - from;

/** By how many tokens a stretch is best moved: less than 0 to the left. */
function bestSlide(
  [from, to]: Run['a'],
  { keys, boundary }: SlideText,
  roomLeft: number,
  roomRight: number,
): number {
  const score = (by: number) => boundary(from + by) + boundary(to + by);
  let best = 0;
  for (let by = 1; by <= Math.min(roomLeft, maxSlide); by++) {
    if (keys[from - by] !== keys[to - by]) break;
    if (score(-by) > score(best)) best = -by;
  }
  for (let by = 1; by <= Math.min(roomRight, maxSlide); by++) {
    if (keys[from + by - 1] !== keys[to + by - 1]) break;
    if (score(by) > score(best)) best = by;
  }
  return best;
}

/** Copies of runs in which agreement, if of no length, stands before and after each difference. */
function withAgreementAround(runs: readonly Run[]): Run[] {
  const out: Run[] = [];
  const nothing = (a: number, b: number): Run => ({ equal: true, a: [a, a], b: [b, b] });
  for (const run of runs) {
    if (!run.equal && out.at(-1)?.equal !== true) out.push(nothing(run.a[0], run.b[0]));
    out.push({ ...run, a: [...run.a], b: [...run.b] });
  }
  const last = out.at(-1);
  if (last && !last.equal) out.push(nothing(last.a[1], last.b[1]));
  return out;
}

/** Without runs of no length; those of one kind that meet then are one. */
function joinNeighbours(runs: readonly Run[]): Run[] {
  const out: Run[] = [];
  for (const run of runs) {
    if (run.a[0] === run.a[1] && run.b[0] === run.b[1]) continue;
    const last = out.at(-1);
    if (last && last.equal === run.equal) {
      last.a[1] = run.a[1];
      last.b[1] = run.b[1];
    } else out.push(run);
  }
  return out;
}
