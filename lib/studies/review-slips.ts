import { ofParts } from '../core/soon';
import type { Dismissal } from '../edition/dismissals';
import { type Edition, sameLanguage, type Work } from '../edition/model';
import type { NoteTarget } from '../edition/notes';
import type { SlipKind } from '../edition/slips';
import { dismissalId, dismissedWords, standsAt } from '../works/dismissals';
import { checkList, type PlacedSlip } from './check-list';

/** A finding of a check list with what people have said of it. */
export interface ReviewedSlip extends PlacedSlip {
  /** By what it is about: that of its dismissal, where it is dismissed. */
  id: string;
  /** Why it is not a slip. */
  dismissal?: Dismissal;
  /** A dismissal of the same kind at this place that the words have changed under: it holds no longer. */
  outdated?: Dismissal;
}

/** The check list of one edition. */
export interface ReviewedList {
  other: Edition;
  slips: ReviewedSlip[];
}

/**
 * The check lists of editions beside a base, with what is dismissed.
 *
 * @param others those to check; all in other languages than the base by default.
 * @param kind the only kind that is wanted.
 */
export function reviewedLists(
  work: Work,
  base: Edition,
  {
    others = checkable(work, base),
    kind,
    progress,
  }: { others?: readonly Edition[]; kind?: SlipKind; progress?: (share: number) => void } = {},
): Promise<ReviewedList[]> {
  const told = ofParts(others.length, progress);
  return Promise.all(
    others.map(async (other, k) => {
      const slips = reviewSlips(work, await checkList(work, base, other, told[k]));
      return { other, slips: kind ? slips.filter((slip) => slip.kind === kind) : slips };
    }),
  );
}

/** The editions of a work that have a check list beside a base. */
export const checkable = (work: Work, base: Edition): Edition[] =>
  work.editions.filter((edition) => !sameLanguage(edition, base));

/**
 * Finds what is dismissed among the findings of one pair of editions: the same finding, of the same words, at
 * the same place or, where the words are not there any more, at one other.
 */
export function reviewSlips(work: Work, slips: readonly PlacedSlip[]): ReviewedSlip[] {
  const pair = String(slips[0]?.editions);
  const left = new Map(
    (work.dismissals ?? [])
      .filter(({ editions }) => String(editions) === pair)
      .map((each) => [dismissalId(each), each]),
  );
  // Of the same words in one segment there is nothing to tell one finding from another.
  const distinct = new Map(slips.map((slip) => [dismissalId(matterOf(slip)), slip]));
  const reviewed = [...distinct].map(([id, slip]): ReviewedSlip => {
    const dismissal = left.get(id);
    return dismissal ? { ...slip, id, dismissal } : { ...slip, id };
  });
  for (const { id } of reviewed) left.delete(id);
  const open = () => reviewed.filter(({ dismissal, outdated }) => !dismissal && !outdated);
  const byWords = new Map<string, ReviewedSlip[]>();
  for (const slip of open()) {
    const words = dismissedWords(matterOf(slip));
    byWords.set(words, [...(byWords.get(words) ?? []), slip]);
  }
  for (const [id, dismissal] of left) {
    const [slip, ...others] = byWords.get(dismissedWords(dismissal)) ?? [];
    const isGone = ({ segment }: NoteTarget, k: number) =>
      segment === slip.targets[k].segment || !standsAt(work, dismissal.targets[k]);
    if (!slip || slip.dismissal || others.length > 0 || !dismissal.targets.every(isGone)) continue;
    Object.assign(slip, { id, dismissal });
    left.delete(id);
  }
  const outdated = new Map([...left.values()].map((each) => [placeOf(each), each]));
  for (const slip of open()) slip.outdated = outdated.get(placeOf(slip));
  return reviewed;
}

/** A finding for programs, with the names that its dismissal has. */
export const findingOf = ({ base: _, here: __, reason, ...slip }: ReviewedSlip) => ({
  ...slip,
  finding: reason,
});

/** What its dismissal is about. */
export const matterOf = ({ kind, reason, editions, targets }: PlacedSlip) => ({
  kind,
  finding: reason,
  editions,
  targets,
});

const placeOf = ({ kind, targets }: Pick<Dismissal, 'kind' | 'targets'>): string =>
  JSON.stringify([
    kind,
    ...new Set(targets.map(({ edition, segment }) => `${edition}.${segment}`)),
  ]);
