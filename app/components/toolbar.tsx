'use client';

import { type ReactNode, useRef } from 'react';
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
  useRoving(bar, ':scope > a, :scope > nav > a, :scope > details > summary, :scope > form input');
  return (
    <div ref={bar} role="toolbar" aria-label={label} className={className}>
      {children}
    </div>
  );
}
