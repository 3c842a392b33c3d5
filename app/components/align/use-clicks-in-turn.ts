import { type MouseEvent, useEffect, useRef, useState } from 'react';
import type { SaveState } from './use-correcting';

/** A button as it was clicked: with another name it does something else. */
interface Click {
  button: HTMLElement;
  name: string | null;
}

/**
 * Keeps what is clicked while something is being saved, and clicks it afterwards, each after the save
 * before it. What has gone with a save, or does something else since, is not clicked; if a save fails, or
 * someone else has saved, what waits is given up.
 *
 * @returns what listens to clicks on their way down to the buttons.
 */
export function useClicksInTurn(state: SaveState): (event: MouseEvent) => void {
  const waiting = useRef<Click[]>([]);
  const [, setTurn] = useState(0);
  const saving = state.kind === 'saving';
  useEffect(() => {
    if (saving) return;
    const next = waiting.current.shift();
    if (!next) return;
    if (state.kind !== 'saved') {
      waiting.current = [];
      return;
    }
    if (next.button.isConnected && nameOf(next.button) === next.name) next.button.click();
    setTurn((turn) => turn + 1);
  });
  return (event) => {
    const button =
      event.target instanceof Element ? event.target.closest<HTMLElement>('button') : null;
    if (!saving || !button) return;
    event.preventDefault();
    event.stopPropagation();
    waiting.current.push({ button, name: nameOf(button) });
  };
}

const nameOf = (button: HTMLElement): string | null =>
  button.getAttribute('aria-label') ?? button.textContent;
