import type { MouseEvent } from 'react';
import type { SaveState } from './use-correcting';
import { useTurns } from './use-turns';

/** A button as it was clicked: with another name it does something else. */
interface Click {
  button: HTMLElement;
  name: string | null;
}

/**
 * Keeps what is clicked while something is being saved, and clicks it in its turn. What has gone with a save,
 * or does something else since, is not clicked.
 *
 * @returns what listens to clicks on their way down to the buttons.
 */
export function useClicksInTurn(state: SaveState): (event: MouseEvent) => void {
  const waiting = useTurns<Click>(state, ({ button, name }) => {
    if (button.isConnected && nameOf(button) === name) button.click();
  });
  return (event) => {
    const button =
      event.target instanceof Element ? event.target.closest<HTMLElement>('button') : null;
    if (state.kind !== 'saving' || !button) return;
    event.preventDefault();
    event.stopPropagation();
    waiting.current.push({ button, name: nameOf(button) });
  };
}

const nameOf = (button: HTMLElement): string | null =>
  button.getAttribute('aria-label') ?? button.textContent;
