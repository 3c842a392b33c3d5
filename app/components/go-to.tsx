'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { jumpEvent, leave } from './reading/kept-place';
import { topRow } from './reading/row-keys';

export interface Heading {
  /** The row's number. */
  number: number;
  level: number;
  text: string;
}

/** Scrolling is looked at this often, in milliseconds. */
const lookMs = 150;

/**
 * Where in the work one is, and the way to another place by its name. Without a script the form
 * leads there all the same.
 */
export function GoTo({
  action,
  hidden,
  headings,
  missing,
}: {
  action: string;
  /** What else the address keeps. */
  hidden: Record<string, string>;
  headings: readonly Heading[];
  /** A name that was asked for, and is of no place. */
  missing?: string;
}) {
  const t = useTranslations('view');
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [here, setHere] = useState('');
  // That a place is missing is not shown once something else is typed.
  const [typing, setTyping] = useState(false);
  useEffect(() => {
    if (missing) setTyping(false);
  }, [missing]);
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
  const go = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const ref = String(data.get('ref') ?? '').trim();
    if (ref === '') return;
    setTyping(ref !== missing);
    const query = new URLSearchParams({ ...hidden, ref });
    window.dispatchEvent(new Event(jumpEvent));
    leave();
    router.push(`${action}?${query.toString().replaceAll('%2C', ',')}`, { scroll: false });
    form.current?.reset();
    (document.activeElement as HTMLElement | null)?.blur();
  };
  return (
    <>
      <form ref={form} action={action} className="go-to" onSubmit={go}>
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <input
          name="ref"
          aria-label={t('go-to')}
          title={t('go-to-help')}
          placeholder={here || t('go-to')}
          autoComplete="off"
          data-does="go-to"
          onInput={() => setTyping(true)}
        />
      </form>
      {missing && !typing && (
        <p role="alert" className="go-to-missing">
          {t('no-such-place', { ref: missing })}
        </p>
      )}
    </>
  );
}

/** The headings that a row stands under, the outer first. */
export function runningHead(headings: readonly Heading[], number: number): string {
  const path: Heading[] = [];
  for (const heading of headings) {
    if (heading.number > number) break;
    while (path.length > 0 && path[path.length - 1].level >= heading.level) path.pop();
    path.push(heading);
  }
  return path.map(({ text }) => text).join(' · ');
}
