import type { SentenceCut } from '../../../lib/edition/model';
import { cutKey } from '../../../lib/edition/sentence-ids';
import type { ConfirmedBead } from '../../../lib/works/corrections';

/** What is decided between two editions. */
export interface Decided {
  beads: ConfirmedBead[];
  cuts: SentenceCut[];
}

/** A change of it: what was there alone before, and what is there alone now. */
interface Step {
  before: Decided;
  now: Decided;
}

/** What can be undone and done again, the latest last. */
export interface Steps {
  done: Step[];
  undone: Step[];
}

const none: Steps = { done: [], undone: [] };
/** Steps that are kept, at most. */
const maxSteps = 200;

const beadKey = ({ a, b }: ConfirmedBead): string => `${a}:${b}`;

export function stepBetween(before: Decided, now: Decided): Step {
  return { before: without(before, now), now: without(now, before) };
}

/** What is decided once a step is undone; null where someone has changed what it made. */
export const undoneIn = (decided: Decided, step: Step): Decided | null =>
  swapped(decided, step.now, step.before);
/** What is decided once a step is done again. */
export const redoneIn = (decided: Decided, step: Step): Decided | null =>
  swapped(decided, step.before, step.now);

export const withStep = ({ done }: Steps, step: Step): Steps => ({
  done: [...done, step].slice(-maxSteps),
  undone: [],
});

function swapped(decided: Decided, gone: Decided, come: Decided): Decided | null {
  const missing = without(gone, decided);
  if (missing.beads.length + missing.cuts.length > 0) return null;
  const left = without(decided, gone);
  return { beads: [...left.beads, ...come.beads], cuts: [...left.cuts, ...come.cuts] };
}

function without(all: Decided, gone: Decided): Decided {
  const beads = new Set(gone.beads.map(beadKey));
  const cuts = new Set(gone.cuts.map(cutKey));
  return {
    beads: all.beads.filter((each) => !beads.has(beadKey(each))),
    cuts: all.cuts.filter((each) => !cuts.has(cutKey(each))),
  };
}

const keyOf = (name: string) => `variorum:links:${name}`;

/** Steps as they were before the page was loaded anew. */
export function readSteps(name: string): Steps {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(name)) ?? 'null') ?? none;
  } catch {
    return none;
  }
}

export function keepSteps(name: string, steps: Steps): void {
  try {
    sessionStorage.setItem(keyOf(name), JSON.stringify(steps));
  } catch {
    // Without room, undoing ends with the page.
  }
}
