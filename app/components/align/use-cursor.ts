import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { Bead } from '../../../lib/align/bead';

/** What the keyboard has reached: its bead, side, and place within the side. */
export interface Cursor {
  bead: number;
  side: 0 | 1;
  at: number;
}

/** Where the keyboard is among beads, and the range of beads from where Shift was held. */
export function useCursor(
  list: RefObject<HTMLElement | null>,
  beads: readonly Bead[],
  start: number,
) {
  const [place, setCursor] = useState<Cursor>({ bead: start, side: 0, at: 0 });
  /** Where the range begins; `held` until it is confirmed or given up. */
  const [from, setFrom] = useState<{ bead: number; held: boolean } | null>(null);
  const focus = useRef(start > 0);
  /** Whether the list is about to change, and to have the keyboard again. */
  const keeping = useRef(false);

  // Beads may have become fewer under the cursor.
  const bead = Math.min(place.bead, Math.max(0, beads.length - 1));
  const length = beads[bead]?.[place.side === 0 ? 'a' : 'b'].length ?? 0;
  const cursor = { ...place, bead, at: Math.min(place.at, Math.max(0, length - 1)) };
  const range = from && {
    low: Math.min(from.bead, bead),
    high: Math.min(beads.length - 1, Math.max(from.bead, bead)),
  };

  const item = useCallback(
    () => list.current?.querySelector<HTMLElement>('[tabindex="0"][data-segment]'),
    [list],
  );
  const show = useCallback(() => item()?.scrollIntoView({ block: 'nearest' }), [item]);
  // The keyboard stays where it was, also when the beads around it have changed.
  useEffect(() => {
    if (!focus.current) return;
    focus.current = false;
    keeping.current = false;
    item()?.focus();
    show();
  });
  const move = (next: Cursor, extend = false) => {
    if (extend) setFrom((now) => now ?? { bead, held: false });
    // What takes the focus because the keyboard has come to it ends nothing.
    else if (!from?.held && next.bead !== bead) setFrom(null);
    setCursor(next);
  };
  const go = (next: Cursor, extend = false) => {
    focus.current = true;
    move(next, extend);
  };
  return {
    cursor,
    range,
    /** Brings what the keyboard has reached into view. */
    show,
    /** Follows what is focused already. */
    move,
    go,
    goTo: (to: number, extend = false, side = cursor.side) => {
      if (to >= 0 && to < beads.length) go({ bead: to, side, at: 0 }, extend);
    },
    beginRange: () => {
      focus.current = true;
      setFrom({ bead, held: true });
    },
    endRange: () => setFrom(null),
    isKeepingFocus: () => keeping.current,
    /** Gives the keyboard back to its bead once the list has changed. */
    keepFocus: async (done: Promise<void> | undefined) => {
      keeping.current = true;
      await done;
      focus.current = true;
      setCursor((now) => ({ ...now }));
    },
  };
}
