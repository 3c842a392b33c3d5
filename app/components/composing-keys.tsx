'use client';

import { useEffect } from 'react';

/** What browsers say of a key that an input method takes, in place of its own code. */
const takenByInputMethod = 229;

/**
 * Keeps keys that belong to an input method from all else: Enter that chooses a character sends no form,
 * and Escape that gives a candidate up closes nothing. Safari reports the Enter that ends a composition
 * after its end, by its code alone.
 */
export function ComposingKeys() {
  useEffect(() => {
    const keep = (event: KeyboardEvent) => {
      if (!event.isComposing && event.keyCode !== takenByInputMethod) return;
      event.stopImmediatePropagation();
      if (!event.isComposing && event.key === 'Enter') event.preventDefault();
    };
    // Before every other listener of the page.
    window.addEventListener('keydown', keep, true);
    return () => window.removeEventListener('keydown', keep, true);
  }, []);
  return null;
}
