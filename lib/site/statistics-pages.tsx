import { h } from 'hastscript';
import { StatisticsView } from '../../app/components/statistics/statistics-view';
import { sameLanguage } from '../edition/model';
import { anyLanguage } from '../formats/html/document';
import type { CollationGroup } from '../studies/collation';
import { workStatistics } from '../studies/statistics';
import { statisticsTables, tableCsv } from '../studies/statistics-csv';
import { collationHome } from './collation-pages';
import { drawn, type SiteContext } from './context';
import { framed, relative } from './frame';
import type { SiteFile } from './site-file';
import type { SiteWork } from './site-work';

export const statisticsPath = (home: string) => `${home}/statistics/index.html`;

/** The editions in figures, and each table of them as CSV. */
export async function* statisticsPages(
  { work, home, nav }: SiteWork,
  groups: readonly CollationGroup[],
  site: SiteContext,
): AsyncGenerator<SiteFile> {
  const path = statisticsPath(home);
  const statistics = await workStatistics(work);
  for (const table of statisticsTables(statistics))
    yield { path: `${home}/statistics/${table.name}.csv`, content: tableCsv(table) };
  const collation = (language: string) => {
    const group = groups.find(({ base }) => sameLanguage(base, { language })) ?? groups[0];
    return relative(path, `${collationHome(home, 'apparatus', group)}/1.html`);
  };
  yield {
    path,
    content: framed(site, {
      path,
      title: `${site.say('statistics.title', { title: work.title })} · Variorum`,
      language: site.own.lang,
      nav: nav(path),
      wide: true,
      main: [
        h('h1', { ...anyLanguage }, work.title),
        ...drawn(
          site,
          <StatisticsView
            statistics={statistics}
            csv={(table) => `${table}.csv`}
            collation={({ language }) => collation(language)}
          />,
        ),
      ],
    }),
  };
}
