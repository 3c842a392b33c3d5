'use client';

import { usePathname } from 'next/navigation';
import { type ReactNode, useEffect, useRef } from 'react';
import { useRoving } from './roving';

/** A bar of links and menus that is one stop of the Tab key. */
export function Toolbar({
  label,
  className,
  children,
}: {
  label: string;
  className: string;
  children: ReactNode;
}) {
  const bar = useRef<HTMLDivElement>(null);
  const path = usePathname();
  // Where not all links fit, the bar is scrolled to that of the page.
  // biome-ignore lint/correctness/useExhaustiveDependencies: which link that is changes with the path.
  useEffect(() => {
    const here = bar.current?.querySelector<HTMLElement>(':scope > [aria-current=page]');
    if (!bar.current || !here) return;
    const [outer, inner] = [bar.current, here].map((each) => each.getBoundingClientRect());
    if (inner.right > outer.right || inner.left < outer.left) {
      bar.current.scrollBy({ left: (inner.left + inner.right - outer.left - outer.right) / 2 });
    }
  }, [path]);
  useRoving(bar, ':scope > a, :scope > nav > a, :scope > details > summary, :scope > form input');
  return (
    <div ref={bar} role="toolbar" aria-label={label} className={className}>
      {children}
    </div>
  );
}
