import type { Token } from '../language/tokens';
import { surelyCloses } from './mark-sides';
import type { Run } from './sequence';
import { isWeighty } from './weight';

/**
 * Joins two changes that only scraps of agreement keep apart: no more than three tokens, each
 * punctuation or a short word, and no longer than the changes on either side. "the" and "of"
 * found by chance in two different sentences otherwise cut them into confetti. (The idea is
 * diff-match-patch's semantic clean-up; the measure here is the word.)
 */
export function joinAcrossScraps(runs: readonly Run[], tokens: readonly Token[]): Run[] {
  const size = ({ a, b }: Run) => Math.max(a[1] - a[0], b[1] - b[0]);
  const isHan = (k: number) => /\p{Script=Han}/u.test(tokens[k]?.text ?? '');
  // A character of Chinese says more than a short word of a language that is spelled.
  const characterMargin = ({ a: [from] }: Run) => (isHan(from) ? 1 : 0);
  const replaces = ({ a, b }: Run) => a[0] < a[1] && b[0] < b[1];
  // Clauses of Chinese are a few words long, and what is replaced on both sides of a comma is not one phrase.
  const parts = ({ a: [from, to] }: Run, last: Run, next: Run) =>
    to - from === 1 &&
    surelyCloses(tokens[from].text) &&
    isHan(from - 1) &&
    isHan(to) &&
    replaces(last) &&
    replaces(next);
  const out: Run[] = [];
  runs.forEach((run, k) => {
    const last = out.at(-1);
    const next = runs[k + 1];
    const scrap =
      run.equal &&
      last &&
      next &&
      size(run) <= 3 &&
      size(run) <= size(last) - characterMargin(run) &&
      size(run) <= size(next) - characterMargin(run) &&
      !parts(run, last, next) &&
      !tokens.slice(...run.a).some(({ text }) => isWeighty(text));
    if (last && (scrap || (!run.equal && !last.equal))) {
      last.a[1] = run.a[1];
      last.b[1] = run.b[1];
    } else out.push({ equal: run.equal, a: [...run.a], b: [...run.b] });
  });
  return out;
}
