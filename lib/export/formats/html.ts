import { h } from 'hastscript';
import { comparisonTable } from '../pages/comparison';
import { aboutEdition, editionHead, markKey, page, workHead } from '../pages/document';
import { editionText } from '../pages/edition';
import type { ExportedWork } from './exported';

/** One page that needs nothing but itself: a text to read, or several compared. */
export function workHtml({ work, editions, base, rows }: ExportedWork): string {
  const [first] = editions;
  if (editions.length === 1) {
    return page({
      title: first.title,
      language: first.language,
      body: [h('main', { class: 'reading' }, [...editionHead(first), editionText(first)])],
    });
  }
  return page({
    title: work.title,
    language: base.language,
    body: [
      h('header', [...workHead(work), markKey(base.siglum)]),
      h('main', [comparisonTable(editions, rows)]),
      h(
        'footer',
        editions.map((edition) =>
          h('section', [h('h2', `${edition.siglum}: ${edition.title}`), aboutEdition(edition)]),
        ),
      ),
    ],
  });
}
