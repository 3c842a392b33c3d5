import { type RefObject, useEffect } from 'react';
import { added } from './text-places';

/**
 * A selection that begins in a column keeps to it, and what is copied is the words of that edition:
 * without marks of omission, numbers of places and readings of characters.
 */
export function useColumnCopying(frame: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const begin = (event: PointerEvent) => {
      const cell = (event.target as Element).closest<HTMLTableCellElement>('tbody td');
      if (cell && !event.shiftKey) element.dataset.selecting = String(cell.cellIndex);
    };
    const copy = (event: ClipboardEvent) => {
      const selection = window.getSelection();
      if (!selection || selection.isCollapsed || !event.clipboardData) return;
      const texts = selectedTexts(selection.getRangeAt(0));
      if (texts.length === 0) return;
      event.preventDefault();
      event.clipboardData.setData('text/plain', texts.join('\n\n'));
    };
    element.addEventListener('pointerdown', begin);
    element.addEventListener('copy', copy);
    return () => {
      element.removeEventListener('pointerdown', begin);
      element.removeEventListener('copy', copy);
    };
  }, [frame]);
}

/** The words selected of the edition in which the selection begins, paragraph by paragraph. */
export function selectedTexts(range: Range): string[] {
  const segments = [...document.querySelectorAll<HTMLElement>('.comparison .segment')].filter(
    (segment) => range.intersectsNode(segment),
  );
  const siglum = segments[0]?.dataset.siglum;
  return segments
    .filter((segment) => segment.dataset.siglum === siglum)
    .map((segment) => wordsWithin(range, segment))
    .filter((text) => text !== '');
}

function wordsWithin(range: Range, segment: HTMLElement): string {
  const own = document.createRange();
  own.selectNodeContents(segment);
  if (range.compareBoundaryPoints(Range.START_TO_START, own) > 0) {
    own.setStart(range.startContainer, range.startOffset);
  }
  if (range.compareBoundaryPoints(Range.END_TO_END, own) < 0) {
    own.setEnd(range.endContainer, range.endOffset);
  }
  const copy = own.cloneContents();
  for (const each of copy.querySelectorAll(added)) each.remove();
  for (const each of copy.querySelectorAll('br')) each.replaceWith('\n');
  return (copy.textContent ?? '').trim();
}
