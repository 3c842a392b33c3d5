import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { languageFamily } from '../edition/model';
import { english, page } from '../formats/html/document';

export interface FramedPage {
  /** Path from the site's folder. */
  path: string;
  title: string;
  language: string;
  main: ElementContent[];
  /** Links beside the library's own: `[text, path]`. */
  nav?: readonly [string, string][];
  head?: ElementContent[];
  /** Where the site will be found. */
  address?: string;
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
export function framed({
  path,
  title,
  language,
  main,
  nav = [],
  head = [],
  address,
  wide = false,
  data,
}: FramedPage): string {
  const to = (target: string) => relative(path, target);
  return page({
    title,
    language,
    style: to('style.css'),
    head: [
      ...(address
        ? [
            h('link', {
              rel: 'canonical',
              href: pageAddress(address, path),
            }),
          ]
        : []),
      ...(data ? [structuredData(data)] : []),
      ...head,
    ],
    body: [
      h('header', { class: 'masthead', ...english }, [
        h('a', { class: 'wordmark', href: to('index.html') }, 'Variorum'),
        h('nav', { 'aria-label': 'Pages' }, [
          ...nav.map(([text, target]) => h('a', { href: to(target) }, [h('bdi', text)])),
          h('a', { href: to(searchPath(language)) }, 'Search'),
        ]),
      ]),
      h('main', wide ? {} : { class: 'reading' }, main),
    ],
  });
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

/** Links to the page before and after. */
export function pager(
  from: string,
  before: string | undefined,
  after: string | undefined,
): ElementContent[] {
  if (!before && !after) return [];
  return [
    h('nav', { class: 'pager', 'aria-label': 'Sections', ...english }, [
      before ? h('a', { rel: 'prev', href: relative(from, before) }, '← Previous') : h('span'),
      after ? h('a', { rel: 'next', href: relative(from, after) }, 'Next →') : h('span'),
    ]),
  ];
}
