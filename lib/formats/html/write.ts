import { h } from 'hastscript';
import type { FrontMatter } from '../../edition/metadata';
import { knownOf } from '../known';
import type { ExportedWork } from '../prepared';
import { comparisonTable } from './comparison';
import { aboutEdition, editionHead, editionName, markKey, page, workHead } from './document';
import { editionText } from './edition';

/**
 * Dublin Core's terms, where it has one that says the same; names of our own elsewhere.
 * Source: https://www.dublincore.org/specifications/dublin-core/dcmi-terms/
 */
const terms: Partial<Record<keyof FrontMatter, string>> = {
  title: 'title',
  language: 'language',
  author: 'creator',
  date: 'date',
  source: 'source',
  licence: 'rights',
  description: 'description',
  url: 'identifier',
};
const nameOf = (field: keyof FrontMatter) =>
  terms[field] ? `dcterms.${terms[field]}` : `variorum.${field}`;

/** One page that needs nothing but itself: a text to read, or several compared. */
export function workHtml({ work, editions, base, bases, rows, labels }: ExportedWork): string {
  const [first] = editions;
  if (editions.length === 1) {
    return page({
      title: first.title,
      language: first.language,
      head: knownOf(first).map(([field, content]) => h('meta', { name: nameOf(field), content })),
      body: [
        h('main', { class: 'reading', itemScope: true, itemType: 'https://schema.org/Book' }, [
          ...editionHead(first, labels),
          h('div', { itemProp: 'text' }, [editionText(first)]),
        ]),
      ],
    });
  }
  return page({
    title: work.title,
    language: base.language,
    body: [
      h('header', [...workHead(work, labels), ...markKey(bases, labels)]),
      h('main', { itemScope: true, itemType: 'https://schema.org/Book' }, [
        h('div', { itemProp: 'text' }, [comparisonTable(editions, rows)]),
      ]),
      h(
        'footer',
        editions.map((edition) =>
          h('section', [editionName(edition, labels), aboutEdition(edition, labels)]),
        ),
      ),
    ],
  });
}
