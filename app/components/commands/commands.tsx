'use client';

import { Command as CommandIcon, Keyboard } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { collectKeys } from './early-keys';
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
  // They are the same for as long as the page is there.
  const [{ show, close, takeKeys }] = useState(() => openers(setOpen));
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        show('palette');
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
      if (name === 'show-keys') show('keys');
      followLink(name);
    });
    return () => {
      document.removeEventListener('keydown', press);
      delete document.documentElement.dataset.keys;
      stop();
      takeKeys();
    };
  }, [show, takeKeys]);
  return (
    <div className="command-buttons">
      <button
        type="button"
        className="button quiet-button"
        aria-label={t('commands')}
        onClick={() => show('palette')}
      >
        <CommandIcon aria-hidden size={15} />
        <span>{t('commands')}</span>
        <kbd>Ctrl K</kbd>
      </button>
      <button
        type="button"
        className="button quiet-button icon-button"
        aria-label={t('keys')}
        onClick={() => show('keys')}
      >
        <Keyboard aria-hidden size={16} />
      </button>
      {open === 'palette' && <Palette takeKeys={takeKeys} onClose={close} />}
      {open === 'keys' && <Keys takeKeys={takeKeys} onClose={close} />}
    </div>
  );
}

/** Opens and closes the dialogs, and keeps what is typed while one is loading. */
function openers(setOpen: (open: 'palette' | 'keys' | null) => void) {
  let collected: (() => string) | null = null;
  /** What was typed since a dialog was asked for; from now on it has the keyboard. */
  const takeKeys = () => {
    const typed = collected?.() ?? '';
    collected = null;
    return typed;
  };
  const close = () => {
    takeKeys();
    setOpen(null);
  };
  const show = (what: 'palette' | 'keys') => {
    collected ??= collectKeys(close);
    setOpen(what);
  };
  return { show, close, takeKeys };
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
