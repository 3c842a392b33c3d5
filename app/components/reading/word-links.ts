import { type RefObject, useEffect } from 'react';
import { placeOf } from './text-places';
import { counterpartsOf, rangeOfWord, type Word, WordIndex } from './word-index';

/**
 * Lights the words that render the one under the pointer, in every edition shown, and the one the
 * keyboard has reached: in a focused sentence Shift and an arrow step from word to word. Words
 * are painted with the CSS Custom Highlight API, so the page's elements stay as they are; where a
 * browser lacks it sentences light all the same.
 *
 * Links are fetched a section at a time, when the section is first looked at.
 *
 * @param status is given the counterparts of the word that the keyboard has reached.
 * @param reached keeps that word, for what looks it up.
 */
export function useWordLinks(
  status: RefObject<HTMLElement | null>,
  reached: RefObject<Word | null>,
): void {
  useEffect(() => {
    const table = document.querySelector<HTMLElement>('.comparison');
    if (!table || !('highlights' in CSS)) return;
    const here = new Highlight();
    const there = new Highlight();
    CSS.highlights.set('word-here', here);
    CSS.highlights.set('word-there', there);
    const index = new WordIndex();
    const loading = new Map<string, Promise<void>>();
    let current: Word | null = null;
    const load = (place: Element | null): Promise<void> | undefined => {
      const section = place?.closest<HTMLElement>('[data-words]');
      const source = section?.dataset.words;
      if (!source) return undefined;
      let found = loading.get(source);
      if (!found) {
        found = fetch(source)
          .then((response) => (response.ok ? response.json() : Promise.reject(response.status)))
          .then(({ base, pairs }) => {
            index.add(base, pairs);
            table.dataset.words = 'ready';
          })
          .catch(() => {
            loading.delete(source);
          });
        loading.set(source, found);
      }
      return found;
    };

    const light = (word: Word | null, announced = false) => {
      if (word === current) return;
      current = word;
      reached.current = announced ? word : null;
      here.clear();
      there.clear();
      if (!word) return;
      paint(here, word);
      const counterparts = counterpartsOf(word);
      for (const each of counterparts) paint(there, each);
      if (announced && status.current) {
        status.current.textContent = [word, ...counterparts]
          .map((each) => `${each.siglum}: ${rangeOfWord(each)?.toString() ?? ''}`)
          .join('; ');
      }
    };

    let pointer: PointerEvent | null = null;
    const lightUnder = (event: PointerEvent) => {
      const caret = caretAt(event.clientX, event.clientY);
      const place = caret && placeOf(caret.node, caret.offset);
      light(place && index.find(`${place.siglum}-${place.segment}`, place.offset));
    };
    const move = (event: PointerEvent) => {
      pointer = event;
      lightUnder(event);
      // The pointer may rest where it is until the links are here.
      load(event.target as Element)?.then(() => {
        if (pointer === event) lightUnder(event);
      });
    };
    const leave = () => {
      pointer = null;
      light(null);
    };
    const focusIn = (event: Event) => load(event.target as Element);
    const step = (event: KeyboardEvent) => {
      const sentence = document.activeElement?.closest<HTMLElement>('.sentence');
      const segment = sentence?.closest<HTMLElement>('.segment');
      if (!sentence || !segment || !event.shiftKey || !/^Arrow(Left|Right)$/.test(event.key))
        return;
      event.preventDefault();
      event.stopPropagation();
      load(sentence)?.then(() => {
        const inside = index.within(
          segment.dataset.key ?? '',
          Number(sentence.dataset.start),
          Number(sentence.dataset.end),
        );
        const at = current ? inside.indexOf(current) : -1;
        const forward = event.key === 'ArrowRight';
        light(inside[forward ? at + 1 : at < 0 ? inside.length - 1 : at - 1] ?? null, true);
      });
    };
    table.addEventListener('pointermove', move);
    table.addEventListener('pointerleave', leave);
    table.addEventListener('focusin', focusIn);
    table.addEventListener('focusout', leave);
    table.addEventListener('keydown', step, true);
    return () => {
      table.removeEventListener('pointermove', move);
      table.removeEventListener('pointerleave', leave);
      table.removeEventListener('focusin', focusIn);
      table.removeEventListener('focusout', leave);
      table.removeEventListener('keydown', step, true);
      CSS.highlights.delete('word-here');
      CSS.highlights.delete('word-there');
    };
  }, [status, reached]);
}

function paint(highlight: Highlight, word: Word): void {
  const range = rangeOfWord(word);
  if (range) highlight.add(range);
}

/** The place in the text under a point; browsers name this differently. */
function caretAt(x: number, y: number): { node: Node; offset: number } | null {
  if ('caretPositionFromPoint' in document) {
    const caret = document.caretPositionFromPoint(x, y);
    return caret && { node: caret.offsetNode, offset: caret.offset };
  }
  const range = (document as Document).caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : null;
}
