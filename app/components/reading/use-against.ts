import { type RefObject, startTransition, useEffect, useState } from 'react';

/** The pointer must rest so long on a head before the marks follow, in milliseconds. */
const restMs = 200;

/**
 * The column whose differences alone are marked: the one whose head is pointed at or has the
 * focus; null for those of all.
 */
export function useAgainst(frame: RefObject<HTMLElement | null>): number | null {
  const [against, setAgainst] = useState<number | null>(null);
  useEffect(() => {
    const heads = frame.current?.querySelector('.heads');
    if (!heads) return;
    let timer: ReturnType<typeof setTimeout>;
    const later = (column: number | null) => {
      clearTimeout(timer);
      timer = setTimeout(() => startTransition(() => setAgainst(column)), restMs);
    };
    const columnAt = (event: Event): number | null => {
      const head = (event.target as Element).closest('[data-column]');
      if (!head) return null;
      return [...heads.querySelectorAll('[data-column]')].indexOf(head);
    };
    const enter = (event: Event) => later(columnAt(event));
    const leave = () => {
      const focused = document.activeElement?.closest('.heads [data-column]');
      later(focused ? [...heads.querySelectorAll('[data-column]')].indexOf(focused) : null);
    };
    heads.addEventListener('pointerover', enter);
    heads.addEventListener('focusin', enter);
    heads.addEventListener('pointerleave', leave);
    heads.addEventListener('focusout', leave);
    return () => {
      clearTimeout(timer);
      heads.removeEventListener('pointerover', enter);
      heads.removeEventListener('focusin', enter);
      heads.removeEventListener('pointerleave', leave);
      heads.removeEventListener('focusout', leave);
    };
  }, [frame]);
  return against;
}
