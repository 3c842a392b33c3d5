import type { Metadata } from 'next';
import { headers } from 'next/headers';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { InputError } from '../../../../lib/core/errors';
import { within } from '../../../../lib/core/promises';
import { languageAttributes } from '../../../../lib/edition/language-attributes';
import type { LanguageGroup } from '../../../../lib/studies/figures';
import { workStatistics } from '../../../../lib/studies/statistics';
import { type FigureTable, statisticsTables } from '../../../../lib/studies/statistics-csv';
import { Figure } from '../../../components/figure';
import { languageName } from '../../../components/names';
import { Problem, Problems } from '../../../components/problem';
import { listed } from '../../../components/separators';
import {
  type ChartWords,
  kindsChart,
  lengthChart,
  similarityChart,
  treeChart,
} from '../../../components/statistics-charts';
import { Waiting } from '../../../components/waiting';
import { WorkHead } from '../../../components/work-head';
import { keepPage } from '../../../server/kept-pages';
import { openWork } from '../../../server/open-work';
import { pageTitle } from '../../../server/page-title';

/** How long a reader waits for the page itself, in milliseconds. */
const timeoutMs = 1500;

interface Props {
  params: Promise<{ work: string }>;
}

export function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle(params, 'statistics');
}

/** How the editions of a work stand to each other, in figures. */
export default async function StatisticsPage({ params }: Props) {
  const slug = (await params).work;
  const t = await getTranslations('statistics');
  const found = await openWork(slug);
  if (found instanceof InputError) {
    return <Problem title={(await getTranslations('work'))('unreadable')} error={found} />;
  }
  const { work, problems } = found;
  const statistics = await within(workStatistics(work), timeoutMs);
  if (!statistics) return <Waiting title={work.title} share={0} />;
  keepPage(await headers(), problems);
  const tables = statisticsTables(statistics);
  const words = await chartWords();
  return (
    <>
      <WorkHead work={work} page="/statistics" />
      <Problems problems={problems} />
      <div className="study">
        <section>
          <h2>{t('all')}</h2>
          <Figure
            work={slug}
            table={tables[0]}
            drawing={lengthChart(statistics.editions, words)}
            note={t('all-note')}
          />
        </section>
        {statistics.groups.map((group) => (
          <Group
            key={group.language}
            work={slug}
            group={group}
            words={words}
            tables={tables.filter(({ name }) => name.endsWith(`-${group.language}`))}
          />
        ))}
        {statistics.groups.length === 0 && <p className="nothing">{t('none')}</p>}
      </div>
    </>
  );
}

async function chartWords(): Promise<ChartWords> {
  const t = await getTranslations('statistics');
  const kinds = await getTranslations('kinds');
  const editions = await getTranslations('editions');
  return {
    distance: t('axis-distance'),
    letters: t('axis-letters'),
    times: t('axis-times'),
    percent: (share) => editions('percent', { percent: Math.round(share * 100) }),
    kind: (kind) => kinds(kind),
  };
}

function Group({
  work,
  group,
  words: chart,
  tables,
}: {
  work: string;
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
        work={work}
        table={table('similarity')}
        drawing={similarityChart(group, chart)}
        note={t('similarity-note')}
      />
      {group.tree && (
        <Figure
          work={work}
          table={table('tree')}
          drawing={treeChart(group.tree, group.sigla, chart)}
          note={t('tree-note')}
        />
      )}
      <Figure
        work={work}
        table={table('kinds')}
        drawing={kindsChart(group, chart)}
        note={t('kinds-note')}
      />
      <Figure work={work} table={table('variable')} />
      <p className="quiet">
        <Link href={`/works/${work}/collation?only=differences`}>{t('read')}</Link>
      </p>
      <Figure work={work} table={table('unique')}>
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
