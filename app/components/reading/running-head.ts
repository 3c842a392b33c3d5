import { useEffect, useState } from 'react';
import { topRow } from './row-keys';

export interface Heading {
  /** The row's number. */
  number: number;
  level: number;
  text: string;
}

/** Scrolling is looked at this often, in milliseconds. */
const lookMs = 150;

/** The headings that the place at the top of the view stands under. */
export function useRunningHead(headings: readonly Heading[]): string {
  const [here, setHere] = useState('');
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      timer = undefined;
      setHere(runningHead(headings, Number(topRow()?.id.slice(4) ?? 1)));
    };
    const later = () => {
      timer ??= setTimeout(look, lookMs);
    };
    look();
    window.addEventListener('scroll', later, { passive: true });
    return () => {
      clearTimeout(timer);
      window.removeEventListener('scroll', later);
    };
  }, [headings]);
  return here;
}

/** The headings that a row stands under, the outer first. */
function runningHead(headings: readonly Heading[], number: number): string {
  const path: Heading[] = [];
  for (const heading of headings) {
    if (heading.number > number) break;
    while (path.length > 0 && path[path.length - 1].level >= heading.level) path.pop();
    path.push(heading);
  }
  return path.map(({ text }) => text).join(' · ');
}
