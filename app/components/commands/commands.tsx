'use client';

import { Command as CommandIcon, Keyboard } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { command, onCommand, type PageCommand, pageCommands, singleKeysOn } from './list';

const Palette = dynamic(() => import('./palette').then((module) => module.Palette));
const Keys = dynamic(() => import('./keys').then((module) => module.Keys));

const byKey = new Map<string, PageCommand>(
  Object.entries(pageCommands)
    // Enter looks words up only where words are: the text sees to that itself.
    .filter(([, { key }]) => key !== 'Enter')
    .map(([name, { key }]) => [key, name as PageCommand]),
);

/** The keys of the page, the palette of all commands, and the list of keys. */
export function Commands() {
  const t = useTranslations('view');
  const [open, setOpen] = useState<'palette' | 'keys' | null>(null);
  const typed = useRef('');
  useEffect(() => {
    if (!open) return;
    // Keys pressed before the dialog has loaded are meant for it, not for the page.
    const early = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || document.querySelector('[role=dialog]')) return;
      if (event.key === 'Escape') setOpen(null);
      else if ([...event.key].length === 1) typed.current += event.key;
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    document.addEventListener('keydown', early, true);
    return () => {
      typed.current = '';
      document.removeEventListener('keydown', early, true);
    };
  }, [open]);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        setOpen('palette');
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const target = event.target as HTMLElement;
      const typing = target.closest?.(
        'input:not([type=checkbox], [type=radio]), textarea, select, [role=dialog], [role=menu], [contenteditable]',
      );
      if (typing || !singleKeysOn()) return;
      const name = byKey.get(event.key);
      if (!name) return;
      event.preventDefault();
      command(name);
    };
    document.addEventListener('keydown', press);
    document.documentElement.dataset.keys = 'ready';
    const stop = onCommand((name) => {
      if (name === 'show-keys') setOpen('keys');
      followLink(name);
    });
    return () => {
      document.removeEventListener('keydown', press);
      delete document.documentElement.dataset.keys;
      stop();
    };
  }, []);
  const close = () => setOpen(null);
  return (
    <div className="command-buttons">
      <button
        type="button"
        className="button quiet-button"
        aria-label={t('commands')}
        onClick={() => setOpen('palette')}
      >
        <CommandIcon aria-hidden size={15} />
        <span>{t('commands')}</span>
        <kbd>Ctrl K</kbd>
      </button>
      <button
        type="button"
        className="button quiet-button icon-button"
        aria-label={t('keys')}
        onClick={() => setOpen('keys')}
      >
        <Keyboard aria-hidden size={16} />
      </button>
      {open === 'palette' && <Palette typed={typed} onClose={close} />}
      {open === 'keys' && <Keys onClose={close} />}
    </div>
  );
}

/** Commands that a link or a summary of the page stands for are done by pressing it. */
function followLink(name: PageCommand): void {
  const element = document.querySelector<HTMLElement>(`[data-does="${name}"]`);
  if (!element) return;
  if (element instanceof HTMLInputElement) {
    element.focus();
    return;
  }
  element.click();
  // What opens takes the keyboard along.
  if (element.tagName === 'SUMMARY') element.focus();
}
