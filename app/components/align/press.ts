import type { KeyboardEvent } from 'react';
import type { Bead } from '../../../lib/align/bead';
import type { Acts } from './use-acts';
import type { useCursor } from './use-cursor';

/** What a key says, of React's events and of the page's own. */
export type Key = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

/** What the keys of the list act on. */
export interface Pressed {
  beads: readonly Bead[];
  /** Whether beads are of sentences. */
  sentences: boolean;
  at: ReturnType<typeof useCursor>;
  acts: Acts;
  undo: () => void;
  redo: () => void;
  confirmHere: () => void;
  nextDoubt: (step: 1 | -1) => void;
}

/** What a key of the list of beads stands for; nothing for those that are the page's. */
export function actOf(
  { key, altKey, ctrlKey, metaKey, shiftKey }: Key,
  { beads, sentences, at, acts, undo, redo, confirmHere, nextDoubt }: Pressed,
): (() => void) | undefined {
  const { cursor } = at;
  const { bead: k, side } = cursor;
  if (ctrlKey || metaKey) {
    if (key.toLowerCase() === 'z') return shiftKey ? redo : undo;
    return key.toLowerCase() === 'y' ? redo : undefined;
  }
  const sideOf = (bead: Bead | undefined) => bead?.[side === 0 ? 'a' : 'b'] ?? [];
  const own = sideOf(beads[k]);
  if (altKey) {
    if (key === 'ArrowDown') return () => acts.shift(k, side, 1);
    return key === 'ArrowUp' ? () => acts.shift(k, side, -1) : undefined;
  }
  const down = () =>
    cursor.at + 1 < own.length ? at.go({ ...cursor, at: cursor.at + 1 }) : at.goTo(k + 1);
  const up = () => {
    if (cursor.at > 0) at.go({ ...cursor, at: cursor.at - 1 });
    else if (k > 0) at.go({ bead: k - 1, side, at: Math.max(0, sideOf(beads[k - 1]).length - 1) });
  };
  const here = own[cursor.at];
  const ofSentence = (act: (side: 0 | 1, index: number) => void) =>
    sentences && here !== undefined ? () => act(side, here) : undefined;
  switch (key) {
    case 'ArrowDown':
      return shiftKey ? () => at.goTo(k + 1, true) : down;
    case 'ArrowUp':
      return shiftKey ? () => at.goTo(k - 1, true) : up;
    case 'ArrowLeft':
      return () => at.go({ bead: k, side: 0, at: 0 });
    case 'ArrowRight':
      return () => at.go({ bead: k, side: 1, at: 0 });
    case 'Enter':
      return confirmHere;
    case 'Escape':
      return at.range ? at.endRange : undefined;
    case 'm':
      return () => acts.merge(k);
    case 's':
      return () => acts.split(k);
    case 'u':
      return () => acts.unlink(k);
    case 'l':
      return acts.linkPicked;
    case 'd':
      return () => nextDoubt(1);
    case 'D':
      return () => nextDoubt(-1);
    case 'r':
      return at.beginRange;
    case 'c':
      return ofSentence(acts.startCutting);
    case 'j':
      return ofSentence(acts.joinNext);
    case ' ':
      return () => here !== undefined && acts.pick(side, here);
  }
}
