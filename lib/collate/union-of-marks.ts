import type { Mark } from './marks';
import { wordingKinds } from './wording';

const ofWording: readonly string[] = wordingKinds;

/** Marks of several comparisons laid over one another: stretches that differ from any. */
export function unionOfMarks(comparisons: readonly (readonly Mark[])[]): Mark[] {
  const sorted = comparisons
    .flat()
    .filter(({ start, end }) => end > start)
    .sort((x, y) => x.start - y.start);
  const out: Mark[] = [];
  for (const mark of sorted) {
    const last = out.at(-1);
    if (last && mark.start < last.end) {
      last.end = Math.max(last.end, mark.end);
      if (last.kind !== mark.kind) last.kind = 'replace';
      // Any difference of wording is noticed sooner than one of form.
      if (!ofWording.includes(last.difference)) last.difference = mark.difference;
      if (!mark.ignored) delete last.ignored;
      if (mark.free && last.free) last.free = [...last.free, ...mark.free];
      else delete last.free;
    } else out.push({ ...mark, other: '' });
  }
  return out;
}
