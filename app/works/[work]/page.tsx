import type { Metadata } from 'next';
import Link from 'next/link';
import { InputError } from '../../../lib/edition/errors';
import { chooseEditions } from '../../../lib/library/choose-editions';
import { compareSoon } from '../../../lib/library/comparison';
import { loadWork } from '../../../lib/library/library';
import { ComparisonTable } from '../../components/comparison-table';
import { DifferenceKeys } from '../../components/difference-keys';
import { EditionPicker } from '../../components/edition-picker';
import { Legend } from '../../components/legend';
import { Minimap } from '../../components/minimap';
import { attempt, openWork } from '../../components/open-work';
import { Pager } from '../../components/pager';
import { Problem, Problems } from '../../components/problem';
import { SentenceLinks } from '../../components/sentence-links';
import {
  plainView,
  readViewState,
  type SearchParams,
  viewAddress,
  viewQuery,
  wordsAddress,
} from '../../components/view-state';
import { Waiting } from '../../components/waiting';
import { WordLinks } from '../../components/word-links';
import { WorkHead } from '../../components/work-head';

const rowsOnPage = 200;
/** How long a reader waits for the page itself before being told of progress, in milliseconds. */
const patience = 1500;

interface Props {
  params: Promise<{ work: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  try {
    return { title: loadWork((await params).work).work.title };
  } catch {
    return { title: 'Comparison' };
  }
}

/** The comparison: two to five editions in columns, aligned by row. */
export default async function ComparisonPage({ params, searchParams }: Props) {
  const slug = (await params).work;
  const state = readViewState(await searchParams);
  const found = openWork(slug);
  if (found instanceof InputError) {
    return <Problem title="This work cannot be read" error={found} />;
  }
  const { work, problems } = found;
  const chosen = attempt(() => chooseEditions(work, state));
  if (chosen instanceof InputError) {
    return (
      <>
        <Problem title="These editions cannot be shown" error={chosen} />
        <Problems problems={problems} />
        <p className="problem-page">
          <Link href={viewAddress(slug, plainView)}>Show the work as it comes</Link>
        </p>
      </>
    );
  }
  const { editions, base } = chosen;
  const comparison = await compareSoon(work, editions, base, patience, state.ignore);
  if (typeof comparison === 'number') return <Waiting title={work.title} share={comparison} />;
  const kept = state.only
    ? comparison.rows.filter(({ variance }) => variance === null || variance > 0)
    : comparison.rows;
  const pages = Math.max(1, Math.ceil(kept.length / rowsOnPage));
  const page = Math.min(state.page, pages);
  const rows = kept.slice((page - 1) * rowsOnPage, page * rowsOnPage);
  const current = { ...state, page };
  const comparedCount = comparison.compared.filter(Boolean).length;
  return (
    <>
      <WorkHead work={work} page="" query={viewQuery({ ...state, page: 1 })}>
        <EditionPicker
          work={work}
          action={`/works/${slug}`}
          shown={editions}
          base={base}
          state={state}
        />
      </WorkHead>
      <Problems problems={problems} />
      {state.marks && comparedCount > 0 && (
        <Legend base={base.siglum} several={comparedCount > 1} />
      )}
      <Minimap places={rows} />
      <Pager work={slug} state={current} pages={pages} />
      {rows.length === 0 && <p className="nothing">These editions differ nowhere.</p>}
      <ComparisonTable
        comparison={comparison}
        rows={rows}
        marks={state.marks}
        faint={state.faint}
      />
      <Pager work={slug} state={current} pages={pages} />
      <SentenceLinks />
      <WordLinks source={wordsAddress(slug, comparison, rows)} />
      <DifferenceKeys selector=".comparison .difference" />
    </>
  );
}
