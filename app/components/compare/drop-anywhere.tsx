'use client';

import { useEffect } from 'react';
import type { GivenText } from '../../../lib/compare/compare-texts';
import { keepTexts, keptTexts, textsEvent } from './kept-texts';
import { textsOfFile } from './read-files';

/** Files dropped anywhere on the site are compared: they go to the panes, here or on their page. */
export function DropAnywhere() {
  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const over = (event: DragEvent) => {
      if (hasFiles(event)) event.preventDefault();
    };
    const drop = async (event: DragEvent) => {
      // The page to add texts has a place of its own for files.
      if (event.defaultPrevented || !hasFiles(event)) return;
      if ((event.target as Element | null)?.closest('.drop-zone')) return;
      event.preventDefault();
      const files = [...(event.dataTransfer?.files ?? [])];
      const found = (
        await Promise.all(files.map((file) => textsOfFile(file).catch(() => [])))
      ).flat();
      if (found.length === 0) return;
      await keepTexts(joined((await keptTexts()) ?? [], found));
      if (document.querySelector('.panes')) window.dispatchEvent(new Event(textsEvent));
      else window.location.assign('/compare');
    };
    window.addEventListener('dragover', over);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('drop', drop);
    };
  }, []);
  return null;
}

/** Several texts are a comparison of their own; one fills the first empty pane. */
function joined(kept: readonly GivenText[], found: readonly GivenText[]): GivenText[] {
  if (found.length > 1) return found.slice(0, 3);
  const at = kept.findIndex(({ source }) => source.trim() === '');
  if (at < 0) return kept.length < 2 ? [...kept, ...found] : [...found];
  return kept.map((text, k) => (k === at ? found[0] : text));
}
