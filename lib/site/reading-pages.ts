import { h } from 'hastscript';
import type { Edition } from '../edition/model';
import { divide } from '../edition/sections';
import { editionHead } from '../formats/html/document';
import { editionText } from '../formats/html/edition';
import type { SiteContext } from './context';
import { framed, pager } from './frame';
import type { SiteFile } from './site-file';
import type { SiteWork } from './site-work';
import { editionData } from './structured';

export const readingPath = (home: string, { siglum }: Edition, section: number) =>
  `${home}/${siglum}/${section + 1}.html`;

/** An edition to be read, in sections. These pages are what the search knows. */
export function* readingPages(
  edition: Edition,
  { home, nav }: SiteWork,
  site: SiteContext,
): Generator<SiteFile> {
  const { segments, title, language, siglum } = edition;
  const headings = segments.flatMap(({ kind }, row) => (kind === 'heading' ? [{ row }] : []));
  const sections = divide(segments.length, headings);
  for (const [k, { from, to }] of sections.entries()) {
    const pathOf = (section: number) => readingPath(home, edition, section);
    const path = pathOf(k);
    const part = sections.length > 1 ? ` (${k + 1}/${sections.length})` : '';
    const first = k === 0 ? editionHead(edition) : [];
    yield {
      path,
      content: framed(site, {
        path,
        title: `${title}${part} · Variorum`,
        language,
        nav: nav(),
        data: editionData(edition),
        main: [
          h('div', { 'data-pagefind-body': true }, [
            h('p', { class: 'siglum', 'data-pagefind-ignore': true }, [h('bdi', siglum)]),
            h(
              'span',
              { hidden: true, 'data-pagefind-meta': 'title' },
              `${siglum} · ${title}${part}`,
            ),
            ...first,
            editionText(edition, from, to),
          ]),
          ...pager(site, k, sections.length, pathOf),
        ],
      }),
    };
  }
}
