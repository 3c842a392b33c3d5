import { type RefObject, useEffect } from 'react';

/**
 * Makes what a bar holds one stop of the Tab key: arrow keys, Home and End lead from one to the
 * next (ARIA's toolbar).
 *
 * @param items a selector of what is stepped through.
 */
export function useRoving(bar: RefObject<HTMLElement | null>, items: string): void {
  useEffect(() => {
    const element = bar.current;
    if (!element) return;
    const all = () => [...element.querySelectorAll<HTMLElement>(items)].filter(isSeen);
    const settle = (stop: HTMLElement | undefined) => {
      for (const each of element.querySelectorAll<HTMLElement>(items)) {
        each.tabIndex = each === stop ? 0 : -1;
      }
    };
    settle(all().find((each) => each.tabIndex === 0) ?? all()[0]);
    const focus = (event: FocusEvent) => {
      const item = (event.target as Element).closest<HTMLElement>(items);
      if (item) settle(item);
    };
    const press = (event: KeyboardEvent) => {
      const from = (event.target as Element).closest<HTMLElement>(items);
      if (!from || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const each = all();
      const at = each.indexOf(from);
      const to = {
        ArrowRight: at + 1,
        ArrowDown: at + 1,
        ArrowLeft: at - 1,
        ArrowUp: at - 1,
        Home: 0,
        End: each.length - 1,
      }[event.key];
      if (to === undefined || !each[to]) return;
      event.preventDefault();
      each[to].focus();
    };
    element.addEventListener('focusin', focus);
    element.addEventListener('keydown', press);
    return () => {
      element.removeEventListener('focusin', focus);
      element.removeEventListener('keydown', press);
    };
  });
}

const isSeen = (element: HTMLElement): boolean => element.offsetParent !== null;
