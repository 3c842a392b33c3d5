import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { languageAttributes } from '../../edition/language-attributes';
import type { Edition, Work } from '../../edition/model';
import { bylineOf, creditsOf } from '../known';
import type { ExportLabels } from '../labels';
import { legendOf } from '../legend';
import { differenceElement } from './segment';
import { pageStyle } from './style';

export interface PageParts {
  title: string;
  language: string;
  /** What goes into the head besides title and style. */
  head?: ElementContent[];
  body: ElementContent[];
  /** Where the style is; within the page by default. */
  style?: string;
  /** What links start from, where that is not the page's own address. */
  base?: string;
}

/** What elements carry that hold words of whatever language: by their letters, and apart from what is beside. */
export const anyLanguage = { lang: '', dir: 'auto' } as const;

/** A page of HTML that needs nothing but itself. */
export function page({ title, language, head = [], body, style, base }: PageParts): string {
  const tree = h(null, [
    { type: 'doctype' },
    h('html', { ...languageAttributes(language) }, [
      h('head', [
        h('meta', { charSet: 'utf-8' }),
        ...(base ? [h('base', { href: base })] : []),
        h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
        h('title', title),
        // Without one, browsers ask for /favicon.ico.
        h('link', { rel: 'icon', href: 'data:,' }),
        style ? h('link', { rel: 'stylesheet', href: style }) : h('style', pageStyle),
        ...head,
      ]),
      h('body', body),
    ]),
  ]);
  // HTML that is written already is that of our own components.
  return `${toHtml(tree, { allowDangerousHtml: true })}\n`;
}

/** What is known of an edition, as a list. */
export function aboutEdition(edition: Edition, labels: ExportLabels): ElementContent {
  const { url, notice } = edition;
  const known = [...creditsOf(edition, labels), ...(notice ? [[labels.note, notice]] : [])];
  return h(
    'dl',
    { class: 'about', ...languageAttributes(labels.language) },
    known.flatMap(([term, value]) => [
      h('dt', term + labels.colon.trimEnd()),
      h('dd', { ...anyLanguage }, value === url ? [h('a', { href: url }, url)] : value),
    ]),
  );
}

/** The name of an edition over what is known of it. */
export const editionName = (
  { siglum, title, language }: Edition,
  labels: ExportLabels,
): ElementContent =>
  h('h2', { ...languageAttributes(labels.language) }, [
    siglum + labels.colon,
    h('span', { ...languageAttributes(language) }, title),
  ]);

/** The key to the marks of a comparison under its bases; nothing where nothing is marked. */
export function markKey(bases: readonly string[], labels: ExportLabels): ElementContent[] {
  const pieces = legendOf(bases, labels);
  if (pieces.length === 0) return [];
  const shown = pieces.map((piece): ElementContent => {
    if (typeof piece === 'string') return { type: 'text', value: piece };
    if ('siglum' in piece) return h('span', { class: 'siglum' }, piece.siglum);
    const { mark, text } = piece;
    if (mark === 'omission') return differenceElement({ kind: 'replace' }, []);
    return differenceElement({ kind: mark }, [{ type: 'text', value: text }]);
  });
  return [h('p', { class: 'quiet key', ...languageAttributes(labels.language) }, shown)];
}

/** A work's title and who wrote it when. */
export function workHead(
  { title, description, ...known }: Work,
  labels: ExportLabels,
): ElementContent[] {
  const line = bylineOf(known, labels);
  return [
    h('h1', { ...anyLanguage }, title),
    ...(line ? [h('p', { class: 'about', ...anyLanguage }, line)] : []),
    ...(description ? [h('p', { ...anyLanguage }, description)] : []),
  ];
}

/** An edition's title, unless the text opens with it, and what is known of it. */
export function editionHead(edition: Edition, labels: ExportLabels): ElementContent[] {
  const { title, language, segments } = edition;
  const [first] = segments;
  const opens = first?.kind === 'heading' && first.text === title;
  return [
    ...(opens ? [] : [h('h1', { ...languageAttributes(language) }, title)]),
    aboutEdition(edition, labels),
  ];
}
