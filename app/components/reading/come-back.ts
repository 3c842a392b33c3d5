import type { Picked } from './picked';
import { focusSentence } from './sentence-links';
import { elementsOf, segmentKey } from './text-places';

const kept = 'variorum:come-back';

/** Loads the page anew, and gives the keyboard back to the words that were picked. */
export function reloadAt({ siglum, segment, start }: Omit<Picked, 'end'>): void {
  try {
    sessionStorage.setItem(kept, JSON.stringify([segmentKey(siglum, segment), start]));
  } catch {
    // Then the page begins at its top, for the keyboard.
  }
  window.location.reload();
}

/** Focuses the sentence that `reloadAt` has left, once. */
export function comeBack(): void {
  try {
    const [key, start] = JSON.parse(sessionStorage.getItem(kept) ?? '[]');
    sessionStorage.removeItem(kept);
    if (typeof key !== 'string') return;
    const sentence = elementsOf(key)
      .flatMap((each) => [...each.querySelectorAll<HTMLElement>('.sentence')])
      .find(({ dataset }) => Number(dataset.start) <= start && start < Number(dataset.end));
    if (sentence) focusSentence(sentence);
  } catch {
    // Nothing was left.
  }
}
