import { useEffect, useRef, useState } from 'react';
import type { Confirmed } from '../../../lib/align/revise';
import type { Correcting } from '../../../lib/compare/correcting';
import type { SentenceCut } from '../../../lib/edition/model';
import {
  type Decided,
  keepSteps,
  readSteps,
  redoneIn,
  type Steps,
  stepBetween,
  undoneIn,
  withStep,
} from './steps';

/** What stands against a save: someone else's, made since the page was opened. */
export interface Conflict {
  theirs: Correcting;
  /** What was to be saved. */
  mine: Decided;
  /** What both started from. */
  before: Decided;
}

export type SaveState =
  | { kind: 'idle' }
  | { kind: 'saving' }
  | { kind: 'saved' }
  | { kind: 'stale' }
  | { kind: 'failed'; error: string };

/** Ids of segments, or of sentences, of both editions, in order. */
export type Ids = readonly [readonly string[], readonly string[]];

/** The links between two editions, what is confirmed of them, and the way back. */
export function useCorrecting(
  work: string,
  a: string,
  b: string,
  segmentIds: Ids,
  initial: Correcting,
) {
  const [current, setCurrent] = useState(initial);
  const [state, setState] = useState<SaveState>({ kind: 'idle' });
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const { unit, revision } = current;
  const name = [work, a, b, unit].join(':');
  const steps = useRef<Steps>({ done: [], undone: [] });
  const [depth, setDepth] = useState({ undo: 0, redo: 0 });
  const ids = idsOf(current, segmentIds);
  const decided = decidedIn(current);
  const saving = state.kind === 'saving';

  const keep = (next: Steps) => {
    steps.current = next;
    keepSteps(name, next);
    setDepth({ undo: next.done.length, redo: next.undone.length });
  };
  // Undoing goes on after the page was loaded anew.
  useEffect(() => {
    steps.current = readSteps(name);
    setDepth({ undo: steps.current.done.length, redo: steps.current.undone.length });
  }, [name]);

  const send = async (next: Decided, seen: string, before: Decided): Promise<Correcting | null> => {
    setState({ kind: 'saving' });
    try {
      const response = await fetch(`/api/works/${work}/corrections`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ a, b, unit, revision: seen, ...next }),
      });
      const answer = await response.json();
      if (response.ok) {
        setCurrent(answer);
        setState({ kind: 'saved' });
        return answer;
      }
      if (response.status === 409 && answer.theirs) {
        setConflict({ theirs: answer.theirs, mine: next, before });
        setState({ kind: 'idle' });
      } else setState({ kind: 'failed', error: answer.detail });
    } catch (error) {
      setState({ kind: 'failed', error: String(error) });
    }
    return null;
  };

  const save = async (next: Decided) => {
    if (saving) return;
    const saved = await send(next, revision, decided);
    // As the server has it: a cut that says nothing new is none.
    if (saved) keep(withStep(steps.current, stepBetween(decided, decidedIn(saved))));
  };
  const step = (from: 'done' | 'undone') => async () => {
    const last = steps.current[from].at(-1);
    if (!last || saving) return;
    const next = (from === 'done' ? undoneIn : redoneIn)(decided, last);
    const left = steps.current[from].slice(0, -1);
    if (!next) {
      keep({ ...steps.current, [from]: left });
      setState({ kind: 'stale' });
      return;
    }
    if (!(await send(next, revision, decided))) return;
    const to = from === 'done' ? 'undone' : 'done';
    keep({ ...steps.current, [from]: left, [to]: [...steps.current[to], last] });
  };
  /** Ends a conflict: with theirs alone, or with `next` saved over it. */
  const resolve = async (next: Confirmed[] | null) => {
    if (!conflict) return;
    const { theirs, mine } = conflict;
    setCurrent(theirs);
    setConflict(null);
    // What could be undone was made on other ground.
    keep({ done: [], undone: [] });
    if (!next) return;
    const beads = named(next, idsOf(theirs, segmentIds));
    await send({ beads, cuts: mine.cuts }, theirs.revision, decidedIn(theirs));
  };
  return {
    current,
    ids,
    decided,
    confirmed: byIndex(current.confirmed, ids),
    state,
    conflict,
    /** Saves a new list of what is confirmed, as a step that can be undone. */
    change: (next: Confirmed[]) => save({ ...decided, beads: named(next, ids) }),
    /** The same with sentences cut otherwise; beads by their new ids. */
    save,
    undo: depth.undo > 0 ? step('done') : null,
    redo: depth.redo > 0 ? step('undone') : null,
    resolve,
  };
}

/** The ids that beads are of. */
export const idsOf = ({ sentences }: Correcting, segmentIds: Ids): Ids =>
  sentences ? [sentences.a, sentences.b] : segmentIds;

const decidedIn = ({ confirmed, sentences }: Correcting): Decided => ({
  beads: confirmed,
  cuts: (sentences?.cuts ?? []).map(({ edition, segment, at, kind }): SentenceCut => {
    return { edition, segment, at, kind };
  }),
});

const named = (beads: readonly Confirmed[], ids: Ids) =>
  beads.map(({ a, b }) => ({ a: a.map((i) => ids[0][i]), b: b.map((j) => ids[1][j]) }));

/** What is confirmed, by index; what names sentences that are cut otherwise now is left out. */
export function byIndex(
  confirmed: readonly { a: readonly string[]; b: readonly string[] }[],
  ids: Ids,
): Confirmed[] {
  const places = ids.map((list) => new Map(list.map((id, index) => [id, index])));
  return confirmed
    .map(({ a, b }) => ({
      a: a.map((id) => places[0].get(id) ?? -1),
      b: b.map((id) => places[1].get(id) ?? -1),
    }))
    .filter(({ a, b }) => !a.includes(-1) && !b.includes(-1));
}
