'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { onCommand } from './commands/list';
import { openBeside } from './reading/open-sections';
import { statements } from './separators';

const quiet = '[data-marks=notable] .quiet-difference';

/** Leads to the next and the previous difference, and says how many there are. */
export function DifferenceKeys({ selector }: { selector: string }) {
  const t = useTranslations('keys');
  const locale = useLocale();
  const status = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    let current: HTMLElement | null = null;
    return onCommand(async (name) => {
      if (name !== 'next-difference' && name !== 'previous-difference') return;
      const step = name === 'next-difference' ? 1 : -1;
      // Differences of form are passed over where they are kept quiet, unless there are no others.
      const find = () => {
        const every = [...document.querySelectorAll<HTMLElement>(selector)];
        const notable = every.filter((each) => !each.matches(quiet));
        return notable.length > 0 ? notable : every;
      };
      let all = find();
      if (all.length === 0) return;
      current?.classList.remove('current');
      // At the edge of what is open of a long work, the next section is opened first.
      const edge = all.at(step === 1 ? -1 : 0);
      if (current && current === edge && (await openBeside(current, step))) all = find();
      const from = current ? all.indexOf(current) : -1;
      const at = from < 0 && step < 0 ? all.length - 1 : (from + step + all.length) % all.length;
      current = all[at];
      current.classList.add('current');
      current.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
      current.tabIndex = -1;
      current.focus({ preventScroll: true });
      if (status.current) {
        status.current.textContent = t('difference', {
          n: at + 1,
          count: all.length,
          text: statements(locale, [current.textContent, current.title]),
        });
      }
    });
  }, [selector, t, locale]);
  return <p ref={status} className="visually-hidden" role="status" />;
}
