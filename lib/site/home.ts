import { h } from 'hastscript';
import { languageName } from '../../app/components/names';
import { languageAttributes } from '../edition/language-attributes';
import type { Work } from '../edition/model';
import { anyLanguage, workHead } from '../formats/html/document';
import type { SiteContext } from './context';
import { framed, links, relative, searchPath } from './frame';
import { foldingOf, searchScriptPath } from './search-script';
import { workData } from './structured';

/** The list of works. */
export function homePage(works: readonly Work[], site: SiteContext): string {
  const { address, labels, own, say } = site;
  return framed(site, {
    path: 'index.html',
    title: 'Variorum',
    language: own.lang,
    data: {
      '@type': 'Collection',
      name: 'Variorum',
      hasPart: works.map((work) => workData(work, address)),
    },
    main: [
      h('h1', say('library.title')),
      h(
        'ul',
        { class: 'works' },
        works.map((work) => {
          const [title, ...more] = workHead(work, labels);
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
  site: SiteContext,
): string {
  const { locale, own, say } = site;
  const path = searchPath(language);
  const bundle = relative(path, 'pagefind/');
  return framed(site, {
    path,
    title: `${say('search.title')} · Variorum`,
    language,
    head: [h('script', { src: relative(path, searchScriptPath), type: 'module' })],
    main: [
      h('h1', { ...own }, say('search.title')),
      ...links(
        path,
        say('static-site.languages'),
        languages.map((each) => ({
          text: languageName(each, locale),
          path: searchPath(each),
          current: each === language,
        })),
        { class: 'tabs', ...own },
      ),
      h(
        'form',
        {
          id: 'search',
          role: 'search',
          hidden: true,
          'data-bundle': bundle,
          'data-place': say('search.place', { row: '{row}' }),
          ...foldingOf(language),
          ...own,
        },
        [
          h('input', {
            type: 'search',
            'aria-label': say('search.query'),
            ...languageAttributes(language),
          }),
          h('p', { role: 'status', 'data-none': say('search.count', { count: 0 }) }),
          h('ol', { class: 'hits' }),
          h('button', { type: 'button', hidden: true }, say('search.next')),
        ],
      ),
      h('noscript', [h('p', { ...own }, say('static-site.needs-script'))]),
    ],
  });
}
