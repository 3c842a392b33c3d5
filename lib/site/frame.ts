import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { languageFamily } from '../edition/model';
import { page } from '../formats/html/document';
import type { SiteContext } from './context';
import { settingsForm, settingsScript } from './settings';

/** A link: its words, the path it leads to, and whether that is where the reader is. */
export interface SiteLink {
  text: string;
  path: string;
  current?: boolean;
}

export interface FramedPage {
  /** Path from the site's folder. */
  path: string;
  title: string;
  language: string;
  main: ElementContent[];
  /** Links beside the library's own. */
  nav?: readonly SiteLink[];
  head?: ElementContent[];
  /** What its links start from, where that is not its own address. */
  base?: string;
  /** Whether it fills the width, as columns do; texts to be read do not. */
  wide?: boolean;
  /** Data that describes the page (schema.org). */
  data?: object;
}

/** How a page leads to another: by a path from where it stands, so that a site works anywhere. */
export function relative(from: string, to: string): string {
  const up = '../'.repeat(from.split('/').length - 1);
  return `${up}${to}` || './';
}

/** Where a page will be found: folders by their own name. */
export function pageAddress(address: string, path: string): string {
  return new URL(path.replace(/(^|\/)index\.html$/, '$1'), address).href;
}

/** A page of the site: what all have in common around what it shows. */
export function framed(
  site: SiteContext,
  { path, title, language, main, nav = [], head = [], base, wide = false, data }: FramedPage,
): string {
  const { address, own, say } = site;
  const to = (target: string) => relative(path, target);
  return page({
    title,
    language,
    base,
    style: to('style.css'),
    head: [
      h('script', { src: to(settingsScript.path) }),
      ...(address && !base
        ? [h('link', { rel: 'canonical', href: pageAddress(address, path) })]
        : []),
      ...(data ? [structuredData(data)] : []),
      ...head,
    ],
    body: [
      h('header', { class: 'masthead', ...own }, [
        h('a', { class: 'wordmark', href: to('index.html') }, 'Variorum'),
        ...links(path, say('work.pages'), [
          ...nav,
          { text: say('site.search'), path: searchPath(language) },
        ]),
        settingsForm(site),
      ]),
      h('main', wide ? {} : { class: 'reading' }, main),
    ],
  });
}

/** Links in a row; none where there are none. */
export function links(
  from: string,
  label: string,
  to: readonly SiteLink[],
  more: object = {},
): ElementContent[] {
  if (to.length === 0) return [];
  return [
    h(
      'nav',
      { 'aria-label': label, ...more },
      to.map(({ text, path, current }) =>
        h('a', { href: relative(from, path), ...(current ? { 'aria-current': 'page' } : {}) }, [
          h('bdi', text),
        ]),
      ),
    ),
  ];
}

/** One search serves all texts of a family of languages: Chinese in either script, and Classical Chinese. */
export const searchPath = (language: string): string => `search/${languageFamily(language)}.html`;

/** JSON-LD. What would end the element is escaped as JSON allows. */
function structuredData(data: object): ElementContent {
  const text = JSON.stringify({ '@context': 'https://schema.org', ...data }).replace(
    /</g,
    '\\u003c',
  );
  return h('script', { type: 'application/ld+json' }, text);
}

/** Links to the section before and after. @param count of all sections. */
export function pager(
  { own, say }: SiteContext,
  at: number,
  count: number,
  pathOf: (section: number) => string,
): ElementContent[] {
  if (count < 2) return [];
  const from = pathOf(at);
  const to = (section: number) => relative(from, pathOf(section));
  return [
    h('nav', { class: 'pager', 'aria-label': say('view.sections'), ...own }, [
      at > 0 ? h('a', { rel: 'prev', href: to(at - 1) }, `← ${say('view.previous')}`) : h('span'),
      h('span', { class: 'quiet' }, say('view.section-of', { number: at + 1, count })),
      at + 1 < count
        ? h('a', { rel: 'next', href: to(at + 1) }, `${say('view.next')} →`)
        : h('span'),
    ]),
  ];
}
