'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { jumpEvent, leave, rememberPlace, withPlace } from './reading/kept-place';

/**
 * What all pages of a work have in common: links and forms that keep the place and apply at once
 * (`data-place`), menus that close, and the way back from a jump.
 */
export function PageControls() {
  const router = useRouter();
  useEffect(() => {
    // Jumps within this page that Escape can take back.
    let jumps = 0;
    const jumped = () => {
      jumps++;
    };
    const click = (event: MouseEvent) => {
      const link = (event.target as Element).closest?.<HTMLAnchorElement>('a[href]');
      if (!link || event.defaultPrevented || event.button !== 0) return;
      const kind = link.dataset.place;
      if (!kind) {
        if (link.hash && link.pathname === window.location.pathname && link.closest('main'))
          window.dispatchEvent(new Event(jumpEvent));
        return;
      }
      const to = kind === 'jump' ? new URL(link.href) : withPlace(link.href);
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) {
        link.href = to.href;
        return;
      }
      if (kind === 'jump') {
        window.dispatchEvent(new Event(jumpEvent));
        // What is in the page already is gone to by the browser.
        if (to.hash && document.getElementById(to.hash.slice(1))) {
          event.preventDefault();
          window.location.hash = to.hash;
          closeMenus();
          return;
        }
      } else rememberPlace();
      event.preventDefault();
      leave();
      router.push(to.pathname + to.search + (kind === 'go' ? hashOf(to) : ''), {
        scroll: kind === 'go',
      });
      if (kind === 'jump') closeMenus();
    };
    const change = (event: Event) => {
      const form = (event.target as Element).closest?.<HTMLFormElement>('form[data-place]');
      if (!form?.checkValidity()) return;
      const to = addressOf(form);
      if (!to) return;
      rememberPlace();
      leave();
      router.replace(to, { scroll: false });
    };
    const submit = (event: SubmitEvent) => {
      if (!(event.target as Element).matches('form[data-place]')) return;
      event.preventDefault();
      change(event);
    };
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      const target = event.target as Element;
      if (target.closest?.('[role=dialog], .details-panel')) return;
      const open = openMenus();
      if (open.length > 0) {
        closeMenus();
        open[0].querySelector('summary')?.focus();
        return;
      }
      if (jumps === 0 || target.closest?.('input, textarea, select')) return;
      event.preventDefault();
      window.history.back();
    };
    const back = () => {
      jumps = Math.max(0, jumps - 1);
    };
    const outside = (event: Event) => {
      const inside = (event.target as Element).closest?.(menus);
      for (const menu of openMenus()) if (menu !== inside) menu.open = false;
    };
    document.addEventListener('click', click, true);
    document.addEventListener('change', change);
    document.addEventListener('submit', submit);
    document.addEventListener('keydown', press);
    document.addEventListener('pointerdown', outside);
    window.addEventListener('popstate', back);
    window.addEventListener(jumpEvent, jumped);
    return () => {
      document.removeEventListener('click', click, true);
      document.removeEventListener('change', change);
      document.removeEventListener('submit', submit);
      document.removeEventListener('keydown', press);
      document.removeEventListener('pointerdown', outside);
      window.removeEventListener('popstate', back);
      window.removeEventListener(jumpEvent, jumped);
    };
  }, [router]);
  return null;
}

/** Menus over the page: what is in them closes with a press elsewhere. */
const menus = 'details.menu';

const openMenus = () => [...document.querySelectorAll<HTMLDetailsElement>(`${menus}[open]`)];

function closeMenus(): void {
  for (const menu of openMenus()) menu.open = false;
}

/** Another page of the work is come to at the place, where it has such rows. */
function hashOf(to: URL): string {
  const at = to.searchParams.get('at');
  return at && /^\d+$/.test(at) ? `#row-${at}` : '';
}

/** Where a form of choices leads; null while too few or too many editions are chosen. */
function addressOf(form: HTMLFormElement): string | null {
  const to = withPlace(form.action);
  const at = to.searchParams.get('at');
  const query = new URLSearchParams();
  const lists = new Map<string, string[]>();
  for (const [name, value] of new FormData(form)) {
    lists.set(name, [...(lists.get(name) ?? []), String(value)]);
  }
  const { min = '0', max = '99' } = form.dataset;
  const chosen = lists.get('editions');
  if (chosen && (chosen.length < Number(min) || chosen.length > Number(max))) return null;
  if (!chosen && form.querySelector('[name=editions]')) return null;
  for (const [name, values] of lists) query.set(name, values.join(','));
  if (at) query.set('at', at);
  return `${to.pathname}?${query.toString().replaceAll('%2C', ',')}`;
}
