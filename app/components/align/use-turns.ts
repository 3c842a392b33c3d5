import { type RefObject, useEffect, useRef, useState } from 'react';
import type { SaveState } from './use-correcting';

/**
 * What waits while something is being saved: each is done after the save before it, on what there is then. If
 * a save fails, or someone else has saved, what waits is given up.
 *
 * @returns what waits; what is added to it is done in its turn.
 */
export function useTurns<T>(state: SaveState, act: (next: T) => void): RefObject<T[]> {
  const waiting = useRef<T[]>([]);
  const [, setTurn] = useState(0);
  // One each time the page is drawn, so that each acts on what the one before has made.
  useEffect(() => {
    if (state.kind === 'saving') return;
    const next = waiting.current.shift();
    if (next === undefined) return;
    if (state.kind !== 'saved') {
      waiting.current = [];
      return;
    }
    act(next);
    setTurn((turn) => turn + 1);
  });
  return waiting;
}
