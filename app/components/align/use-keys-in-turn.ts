import { type KeyboardEvent, useEffect } from 'react';
import { actOf, type Key, type Pressed } from './press';
import type { SaveState } from './use-correcting';
import { useTurns } from './use-turns';

/**
 * Does what the keys of the list of beads stand for, in their order: what is pressed while something is
 * being saved is done in its turn, on the beads that there are then.
 *
 * @returns what listens to the list's keys.
 */
export function useKeysInTurn(state: SaveState, pressed: Pressed): (event: KeyboardEvent) => void {
  const waiting = useTurns<Key>(state, (next) => actOf(next, pressed)?.());
  const press = (event: Key & Pick<KeyboardEvent, 'preventDefault' | 'stopPropagation'>) => {
    const act = actOf(event, pressed);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
    const moves = key.startsWith('Arrow') && !altKey;
    if (waiting.current.length > 0 || (state.kind === 'saving' && !moves)) {
      waiting.current.push({ key, altKey, ctrlKey, metaKey, shiftKey });
    } else act();
  };
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
