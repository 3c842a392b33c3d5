import path from 'node:path';
import { h } from 'hastscript';
import { page } from '../formats/html/document';
import type { SiteContext } from './context';
import { framed, relative } from './frame';
import type { SiteFile } from './site-file';

/** For each folder with pages and no first one: a page that leads on, to `1.html` or the library. */
export function folderPages(written: readonly string[], { own, say }: SiteContext): SiteFile[] {
  const pages = new Set(written.filter((name) => name.endsWith('.html')));
  const folders = new Set([...pages].map((name) => path.posix.dirname(name)));
  folders.add('works');
  return [...folders]
    .filter((folder) => folder !== '.' && !pages.has(`${folder}/index.html`))
    .map((folder) => {
      const from = `${folder}/index.html`;
      const to = pages.has(`${folder}/1.html`) ? '1.html' : relative(from, 'index.html');
      return {
        path: from,
        content: page({
          title: 'Variorum',
          language: own.lang,
          style: relative(from, 'style.css'),
          head: [
            h('meta', { httpEquiv: 'refresh', content: `0; url=${to}` }),
            h('meta', { name: 'robots', content: 'noindex' }),
          ],
          body: [h('p', [h('a', { href: to }, say('library.title'))])],
        }),
      };
    });
}

/**
 * The page that hosts show for an address that is not there. It is shown at any depth: with the
 * address of the site its links are whole, and else they are those of the site's folder.
 */
export function missingPage(site: SiteContext): SiteFile {
  const { own, say, address } = site;
  const shown = framed(site, {
    path: '404.html',
    title: `${say('library.not-found')} · Variorum`,
    language: own.lang,
    base: address,
    head: [h('meta', { name: 'robots', content: 'noindex' })],
    main: [
      h('h1', say('library.not-found')),
      h('p', say('library.not-found-text')),
      h('p', [h('a', { href: 'index.html' }, say('library.back'))]),
    ],
  });
  return { path: '404.html', content: shown };
}
