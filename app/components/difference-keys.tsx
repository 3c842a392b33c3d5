'use client';

import { useEffect, useRef } from 'react';

/** `n` and `p` go to the next and the previous difference, and tell how many there are. */
export function DifferenceKeys({ selector }: { selector: string }) {
  const status = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    let current = -1;
    const go = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key !== 'n' && event.key !== 'p') return;
      const target = event.target as HTMLElement;
      if (target.closest('input:not([type=checkbox], [type=radio]), textarea, select')) return;
      const all = [...document.querySelectorAll<HTMLElement>(selector)];
      if (all.length === 0) return;
      event.preventDefault();
      all[current]?.classList.remove('current');
      const step = event.key === 'n' ? 1 : -1;
      current =
        current < 0 && step < 0 ? all.length - 1 : (current + step + all.length) % all.length;
      const next = all[current];
      next.classList.add('current');
      next.scrollIntoView({ block: 'center', behavior: 'instant' });
      if (status.current) {
        status.current.textContent = `Difference ${current + 1} of ${all.length}: ${next.textContent}`;
      }
    };
    document.addEventListener('keydown', go);
    return () => document.removeEventListener('keydown', go);
  }, [selector]);
  return <p ref={status} className="visually-hidden" role="status" />;
}
