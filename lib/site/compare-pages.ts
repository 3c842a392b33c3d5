import { compareRows, markedBases } from '../compare/compare-rows';
import { layOut } from '../compare/layout';
import { outlineOf } from '../compare/outline';
import type { Edition } from '../edition/model';
import { divide } from '../edition/sections';
import { comparisonTable } from '../formats/html/comparison';
import { markKey, workHead } from '../formats/html/document';
import type { SiteContext } from './context';
import { framed, pager } from './frame';
import type { SiteFile } from './site-file';
import type { SiteWork } from './site-work';

export const comparePath = (home: string, section: number) => `${home}/compare/${section + 1}.html`;

/** The editions side by side, in sections. */
export async function* comparePages(
  { work, home, nav }: SiteWork,
  base: Edition,
  site: SiteContext,
): AsyncGenerator<SiteFile> {
  const layout = await layOut(work, work.editions, base);
  const sections = divide(layout.rows.length, outlineOf(work.editions, base, layout.rows));
  for (const [k, { from, to }] of sections.entries()) {
    const path = comparePath(home, k);
    const rows = compareRows(layout, layout.rows.slice(from, to), work.names);
    yield {
      path,
      content: framed(site, {
        path,
        title: `${work.title} · ${site.say('work.comparison')} · Variorum`,
        language: base.language,
        nav: nav(comparePath(home, 0)),
        wide: true,
        main: [
          ...(k === 0 ? workHead(work) : []),
          ...markKey(markedBases(layout, rows)),
          comparisonTable(work.editions, rows),
          ...pager(site, k, sections.length, (section) => comparePath(home, section)),
        ],
      }),
    };
  }
}
