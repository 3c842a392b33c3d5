import { useCallback, useRef, useState } from 'react';
import type { Confirmed } from '../../../lib/align/revise';
import type { Correcting } from '../../../lib/compare/correcting';

/** What stands against a save: someone else's, made since the page was opened. */
export interface Conflict {
  theirs: Correcting;
  /** What was to be saved. */
  mine: Confirmed[];
  /** What both started from. */
  before: Confirmed[];
}

export type SaveState =
  | { kind: 'idle' }
  | { kind: 'saving' }
  | { kind: 'saved' }
  | { kind: 'failed'; error: string };

/** Ids of segments of both editions, in order. */
export type Ids = readonly [string[], string[]];

/** The links between two editions, what is confirmed of them, and the way back. */
export function useCorrecting(work: string, a: string, b: string, ids: Ids, initial: Correcting) {
  const [current, setCurrent] = useState(initial);
  const [state, setState] = useState<SaveState>({ kind: 'idle' });
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const undone = useRef<Confirmed[][]>([]);
  const done = useRef<Confirmed[][]>([]);
  const [depth, setDepth] = useState({ undo: 0, redo: 0 });
  const confirmed = byIndex(current, ids);
  const saving = state.kind === 'saving';

  const send = useCallback(
    async (next: Confirmed[], revision: string, before: Confirmed[]): Promise<boolean> => {
      setState({ kind: 'saving' });
      try {
        const response = await fetch(`/api/works/${work}/corrections`, {
          method: 'PUT',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({
            a,
            b,
            revision,
            beads: next.map((bead) => ({
              a: bead.a.map((i) => ids[0][i]),
              b: bead.b.map((j) => ids[1][j]),
            })),
          }),
        });
        const answer = await response.json();
        if (response.ok) {
          setCurrent(answer);
          setState({ kind: 'saved' });
          return true;
        }
        if (response.status === 409 && answer.theirs) {
          setConflict({ theirs: answer.theirs, mine: next, before });
          setState({ kind: 'idle' });
        } else setState({ kind: 'failed', error: answer.detail });
      } catch (error) {
        setState({ kind: 'failed', error: String(error) });
      }
      return false;
    },
    [work, a, b, ids],
  );
  const showDepth = () => setDepth({ undo: done.current.length, redo: undone.current.length });

  /** Saves a new list of what is confirmed, as a step that can be undone. */
  const change = async (next: Confirmed[]) => {
    if (saving) return;
    if (!(await send(next, current.revision, confirmed))) return;
    done.current.push(confirmed);
    undone.current = [];
    showDepth();
  };
  const step = (from: typeof done, to: typeof done) => async () => {
    const next = from.current.at(-1);
    if (!next || saving) return;
    if (!(await send(next, current.revision, confirmed))) return;
    from.current.pop();
    to.current.push(confirmed);
    showDepth();
  };
  /** Ends a conflict: with theirs alone, or with `next` saved over it. */
  const resolve = async (next: Confirmed[] | null) => {
    if (!conflict) return;
    const theirs = conflict.theirs;
    setCurrent(theirs);
    setConflict(null);
    // What could be undone was made on other ground.
    done.current = [];
    undone.current = [];
    showDepth();
    if (next) await send(next, theirs.revision, byIndex(theirs, ids));
  };
  return {
    beads: current.beads,
    lost: current.lost,
    confirmed,
    state,
    conflict,
    change,
    undo: depth.undo > 0 ? step(done, undone) : null,
    redo: depth.redo > 0 ? step(undone, done) : null,
    resolve,
  };
}

/** What is confirmed, by index. */
export function byIndex({ confirmed }: Pick<Correcting, 'confirmed'>, ids: Ids): Confirmed[] {
  const places = ids.map((list) => new Map(list.map((id, index) => [id, index])));
  return confirmed.map(({ a, b }) => ({
    a: a.map((id) => places[0].get(id) ?? -1),
    b: b.map((id) => places[1].get(id) ?? -1),
  }));
}
