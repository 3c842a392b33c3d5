import { type RefObject, useEffect, useRef } from 'react';
import { onCommand } from '../commands/list';
import type { EditionFace } from './faces';
import type { Asked } from './other-readings';
import { counterpartsOf, focusedSentence } from './sentence-links';
import { textIn } from './text-places';

/** What does something of its own when it is pressed. */
const pressable = 'a, button, summary, .difference, .omission';

/**
 * A sentence's counterparts beside it: by a tap where the other columns are out of view, and by key
 * everywhere.
 *
 * @param asked what is open.
 */
export function useCounterparts(
  frame: RefObject<HTMLElement | null>,
  editions: readonly EditionFace[],
  asked: Asked | null,
  ask: (asked: Asked) => void,
): void {
  const open = useRef<Element | null>(null);
  useEffect(() => {
    open.current = asked?.element ?? null;
  }, [asked]);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const show = (sentence: HTMLElement, found: readonly HTMLElement[]) => {
      const readings = editions.flatMap(({ siglum }, column) => {
        const own = found.filter(
          (each) => each.closest<HTMLElement>('.segment')?.dataset.siglum === siglum,
        );
        return own.length > 0 ? [{ column, text: own.map(textIn).join(' ') }] : [];
      });
      if (readings.length > 0) ask({ element: sentence, what: 'counterparts', readings });
    };
    // A second tap closes what the first has opened: before the click, the press has.
    let pressed: Element | null = null;
    const press = () => {
      pressed = open.current;
    };
    const click = (event: MouseEvent) => {
      const target = event.target as Element;
      const sentence = target.closest<HTMLElement>('.sentence');
      if (!sentence || sentence === pressed || target.closest(pressable)) return;
      if (!window.getSelection()?.isCollapsed) return;
      const { left, right } = element.getBoundingClientRect();
      const hidden = counterpartsOf(sentence).filter((each) => {
        const box = each.getBoundingClientRect();
        return box.right <= left + 1 || box.left >= right - 1;
      });
      show(sentence, hidden);
    };
    const stop = onCommand((name) => {
      const sentence = name === 'counterparts' ? focusedSentence() : null;
      if (sentence) show(sentence, counterpartsOf(sentence));
    });
    document.addEventListener('pointerdown', press, true);
    element.addEventListener('click', click);
    return () => {
      stop();
      document.removeEventListener('pointerdown', press, true);
      element.removeEventListener('click', click);
    };
  }, [frame, editions, ask]);
}
