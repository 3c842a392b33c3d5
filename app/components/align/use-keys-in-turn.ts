import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { actOf, type Key, type Pressed } from './press';
import type { SaveState } from './use-correcting';

/**
 * Does what the keys of the list of beads stand for, in their order: what is pressed while something is
 * being saved is done after it, on the beads that there are then. If the save fails, or someone else has
 * saved, what waits is given up.
 *
 * @returns what listens to the list's keys.
 */
export function useKeysInTurn(state: SaveState, pressed: Pressed): (event: KeyboardEvent) => void {
  const waiting = useRef<Key[]>([]);
  const [, setTurn] = useState(0);
  const saving = state.kind === 'saving';
  const press = (event: Key & Pick<KeyboardEvent, 'preventDefault' | 'stopPropagation'>) => {
    const act = actOf(event, pressed);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
    const moves = key.startsWith('Arrow') && !altKey;
    if (waiting.current.length > 0 || (saving && !moves)) {
      waiting.current.push({ key, altKey, ctrlKey, metaKey, shiftKey });
    } else act();
  };
  // One each time the list is drawn, so that each acts on what the one before has made.
  useEffect(() => {
    if (saving) return;
    const next = waiting.current.shift();
    if (!next) return;
    if (state.kind !== 'saved') {
      waiting.current = [];
      return;
    }
    actOf(next, pressed)?.();
    setTurn((turn) => turn + 1);
  });
  // Undoing needs no bead: it works as well when nothing is focused, as on a page just loaded. And while
  // a bead is drawn anew, what had the keyboard is gone for a moment.
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => {
      if (event.target !== document.body) return;
      if (event.ctrlKey || event.metaKey || pressed.at.isKeepingFocus()) press(event);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  });
  return press;
}
