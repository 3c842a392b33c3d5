import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { themes } from '../../app/i18n/locales';
import type { SiteContext } from './context';
import type { SiteFile } from './site-file';

const sizes = ['small', 'usual', 'large', 'larger', 'largest'] as const;

/** Theme and size of letters; shown where a script can keep them. */
export function settingsForm({ say }: SiteContext): ElementContent {
  return h('form', { class: 'settings', hidden: true, 'aria-label': say('site.preferences') }, [
    select(
      'theme',
      say('site.theme'),
      themes.map((name) => [name, say(`site.theme-${name}`)]),
    ),
    select(
      'size',
      say('setting.size.title'),
      sizes.map((name) => [name, say(`setting.size.${name}`)]),
    ),
  ]);
}

function select(name: string, label: string, options: [string, string][]): ElementContent {
  return h('label', [
    `${label} `,
    h(
      'select',
      { name },
      options.map(([value, text]) => h('option', { value, selected: value === 'usual' }, text)),
    ),
  ]);
}

/**
 * Keeps what a reader chooses in the browser: theme and size for the whole site, before the page is
 * drawn; editions and kinds of difference for each work. Where the browser keeps nothing, choices
 * hold for the page.
 */
export const settingsScript: SiteFile = {
  path: 'settings.js',
  content: `(() => {
  const kept = (key, value) => {
    try {
      if (value !== undefined) localStorage.setItem('variorum:' + key, value);
      return localStorage.getItem('variorum:' + key);
    } catch {
      return null;
    }
  };
  const root = document.documentElement;
  for (const name of ['theme', 'size']) {
    const value = kept(name);
    if (value) root.dataset[name] = value;
  }
  addEventListener('DOMContentLoaded', () => {
    for (const form of document.querySelectorAll('form.settings')) {
      form.hidden = false;
      for (const select of form.querySelectorAll('select')) {
        select.value = root.dataset[select.name] ?? select.value;
        select.addEventListener('change', () => {
          root.dataset[select.name] = select.value;
          kept(select.name, select.value);
        });
      }
    }
    for (const choices of document.querySelectorAll('.choices')) {
      const boxes = [...choices.querySelectorAll('input')];
      // The columns are those of a work; kinds and setting are wished for everywhere.
      const key = (box) => (box.id.startsWith('column-') ? choices.dataset.work + ':' : '') + box.id;
      for (const box of boxes) {
        const value = kept(key(box));
        if (value) box.checked = value === 'yes';
      }
      // Were all columns hidden, nothing would be left to read.
      const shown = boxes.filter(({ id }) => id.startsWith('column-'));
      if (shown.length > 0 && !shown.some(({ checked }) => checked))
        for (const box of shown) box.checked = true;
      choices.addEventListener('change', () => {
        for (const box of boxes) kept(key(box), box.checked ? 'yes' : 'no');
      });
    }
  });
})();
`,
};
