import { useLocale, useTranslations } from 'next-intl';
import { languageAttributes } from '../../../lib/edition/language-attributes';
import type { LanguageGroup, WorkStatistics } from '../../../lib/studies/figures';
import { type FigureTable, statisticsTables } from '../../../lib/studies/statistics-csv';
import { languageName } from '../names';
import { listed } from '../separators';
import { type ChartWords, kindsChart, lengthChart, similarityChart, treeChart } from './charts';
import { Figure } from './figure';

/** Where what goes with the figures is found. */
interface Addresses {
  /** The CSV of a table, by its name. */
  csv: (table: string) => string;
  /** The collation of a group of editions. */
  collation: (group: LanguageGroup) => string;
}

/** How the editions of a work stand to each other, in figures: all of them, then each language apart. */
export function StatisticsView({
  statistics,
  ...addresses
}: Addresses & { statistics: WorkStatistics }) {
  const t = useTranslations('statistics');
  const tables = statisticsTables(statistics);
  const words = useChartWords();
  return (
    <div className="study">
      <section>
        <h2>{t('all')}</h2>
        <Figure
          csv={addresses.csv(tables[0].name)}
          table={tables[0]}
          drawing={lengthChart(statistics.editions, words)}
          note={t('all-note')}
        />
      </section>
      {statistics.groups.map((group) => (
        <Group
          key={group.language}
          {...addresses}
          group={group}
          words={words}
          tables={tables.filter(({ name }) => name.endsWith(`-${group.language}`))}
        />
      ))}
      {statistics.groups.length === 0 && <p className="nothing">{t('none')}</p>}
    </div>
  );
}

function useChartWords(): ChartWords {
  const t = useTranslations('statistics');
  const kinds = useTranslations('kinds');
  const editions = useTranslations('editions');
  return {
    distance: t('axis-distance'),
    letters: t('axis-letters'),
    times: t('axis-times'),
    percent: (share) => editions('percent', { percent: Math.round(share * 100) }),
    kind: (kind) => kinds(kind),
  };
}

function Group({
  csv,
  collation,
  group,
  words: chart,
  tables,
}: Addresses & {
  group: LanguageGroup;
  words: ChartWords;
  tables: FigureTable[];
}) {
  const t = useTranslations('statistics');
  const locale = useLocale();
  const table = (name: string) => tables.find((each) => each.name === `${name}-${group.language}`)!;
  return (
    <section>
      <h2>
        {t('group', {
          count: group.sigla.length,
          language: languageName(group.language, locale),
        })}
      </h2>
      <Figure
        csv={csv(table('similarity').name)}
        table={table('similarity')}
        drawing={similarityChart(group, chart)}
        note={t('similarity-note')}
      />
      {group.tree && (
        <Figure
          csv={csv(table('tree').name)}
          table={table('tree')}
          drawing={treeChart(group.tree, group.sigla, chart)}
          note={t('tree-note')}
        />
      )}
      <Figure
        csv={csv(table('kinds').name)}
        table={table('kinds')}
        drawing={kindsChart(group, chart)}
        note={t('kinds-note')}
      />
      <Figure
        csv={csv(table('variable').name)}
        table={table('variable')}
        language={group.language}
      />
      <p className="quiet">
        <a href={collation(group)}>{t('read')}</a>
      </p>
      <Figure csv={csv(table('unique').name)} table={table('unique')} language={group.language}>
        <dl className="unique">
          {group.unique.map(({ siglum, words }) => (
            <div key={siglum}>
              <dt className="siglum">{siglum}</dt>
              <dd {...languageAttributes(group.language)}>
                {listed(
                  locale,
                  words.map(({ word, count }) =>
                    count > 1 ? t('word-times', { word, count }) : word,
                  ),
                )}
              </dd>
            </div>
          ))}
        </dl>
      </Figure>
    </section>
  );
}
