import { type RefObject, useEffect } from 'react';
import { placeOf, textIn } from './text-places';
import { counterpartsOf, rangeOfWord, type Word, WordIndex } from './word-index';

/**
 * Lights the words that render the one under the pointer, in every edition shown, and the one the
 * keyboard has reached: in a focused sentence Shift and an arrow step from word to word, the way the
 * lines run. Words are painted with the CSS Custom Highlight API, so the page's elements stay as they are; where a
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
      const { siglum, segment } = sentence?.closest<HTMLElement>('.segment')?.dataset ?? {};
      const way = sentence && event.shiftKey ? wayOf(event.key, sentence) : null;
      if (!sentence || !siglum || !segment || !way) return;
      event.preventDefault();
      event.stopPropagation();
      load(sentence)?.then(() => {
        const place = { siglum, segment, offset: Number(sentence.dataset.start) };
        const inside = index.within(place, textIn(sentence));
        const at = inside.findIndex(({ place: [, start] }) => start === current?.place[1]);
        const next = at >= 0 ? at + way : way > 0 ? 0 : inside.length - 1;
        light(inside[next] ?? null, true);
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

/** Which way an arrow leads in a text, as the eye reads it; null where it does not lead along its lines. */
function wayOf(key: string, text: Element): 1 | -1 | null {
  const { writingMode, direction } = getComputedStyle(text);
  const [forward, back] = writingMode.startsWith('vertical')
    ? ['ArrowDown', 'ArrowUp']
    : direction === 'rtl'
      ? ['ArrowLeft', 'ArrowRight']
      : ['ArrowRight', 'ArrowLeft'];
  if (key === forward) return 1;
  return key === back ? -1 : null;
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
