import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { InputError } from '../../../../lib/core/errors';
import { within } from '../../../../lib/core/promises';
import { workStatistics } from '../../../../lib/studies/statistics';
import { Problem, Problems } from '../../../components/problem';
import { StatisticsView } from '../../../components/statistics/statistics-view';
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
  const found = await openWork(slug);
  if (found instanceof InputError) {
    return <Problem title={(await getTranslations('work'))('unreadable')} error={found} />;
  }
  const { work, problems } = found;
  const statistics = await within(workStatistics(work), timeoutMs);
  if (!statistics) return <Waiting title={work.title} share={0} />;
  keepPage(await headers(), problems);
  return (
    <>
      <WorkHead work={work} page="/statistics" />
      <Problems problems={problems} />
      {/* Without editions there is nothing to count: the problems say why. */}
      {work.editions.length > 0 && (
        <StatisticsView
          statistics={statistics}
          csv={(table) => `/api/works/${slug}/statistics?table=${encodeURIComponent(table)}`}
          collation={() => `/works/${slug}/collation?only=differences`}
        />
      )}
    </>
  );
}
