import { h } from 'hastscript';
import type { Work } from '../edition/model';
import { anyLanguage, english, workHead } from '../formats/html/document';
import { framed, relative, searchPath } from './frame';
import { workData } from './structured';

const languageName = (tag: string) =>
  new Intl.DisplayNames(['en'], { type: 'language' }).of(tag) ?? tag;

/** The list of works. */
export function homePage(works: readonly Work[], address?: string): string {
  return framed({
    path: 'index.html',
    title: 'Variorum',
    language: 'en',
    address,
    data: {
      '@type': 'Collection',
      name: 'Variorum',
      hasPart: works.map((work) => workData(work, address)),
    },
    main: [
      h('h1', 'Library'),
      h(
        'ul',
        { class: 'works' },
        works.map((work) => {
          const [title, ...more] = workHead(work);
          return h('li', [
            h('h2', [
              h(
                'a',
                { href: `works/${work.slug}/index.html`, ...anyLanguage },
                title.type === 'element' ? title.children : [],
              ),
            ]),
            ...more,
            h('p', { class: 'about' }, work.editions.map(({ siglum }) => siglum).join(' · ')),
          ]);
        }),
      ),
    ],
  });
}

/** The search, which runs in the browser (Pagefind); one page for each language. */
export function searchPage(
  language: string,
  languages: readonly string[],
  address?: string,
): string {
  const path = searchPath(language);
  const bundle = relative(path, 'pagefind/');
  return framed({
    path,
    title: 'Search · Variorum',
    language,
    address,
    head: [
      h('link', { rel: 'stylesheet', href: `${bundle}pagefind-ui.css` }),
      h('script', { src: `${bundle}pagefind-ui.js`, defer: true }),
      h('script', { src: relative(path, 'search/search.js'), defer: true }),
    ],
    main: [
      h('h1', { ...english }, 'Search'),
      h(
        'nav',
        { class: 'tabs', 'aria-label': 'Languages', ...english },
        languages.map((each) =>
          h(
            'a',
            {
              href: relative(path, searchPath(each)),
              ...(each === language ? { 'aria-current': 'page' } : {}),
            },
            languageName(each),
          ),
        ),
      ),
      h('div', { id: 'search', 'data-bundle': bundle }),
      h('noscript', [
        h('p', { ...english }, 'The search runs in the browser, and needs JavaScript.'),
      ]),
    ],
  });
}
