'use client';

import { Navigation } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { currentPlace, jumpEvent, leave } from './reading/kept-place';
import { type Heading, useRunningHead } from './reading/running-head';

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
  const here = useRunningHead(headings);
  // That a place is missing is not shown once something else is typed.
  const [typing, setTyping] = useState(false);
  useEffect(() => {
    if (missing) setTyping(false);
  }, [missing]);
  const go = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const ref = String(data.get('ref') ?? '').trim();
    if (ref === '') return;
    setTyping(ref !== missing);
    // A name of no place leaves the reader where they are.
    const place = currentPlace();
    const at: Record<string, string> = place ? { at: String(place.number) } : {};
    const query = new URLSearchParams({ ...hidden, ...at, ref });
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
        <Navigation aria-hidden size={15} />
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
