import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { InputError } from '../../../lib/edition/errors';
import { slugPattern } from '../../../lib/edition/metadata';
import { type Comparison, chooseEditions, compareSoon } from '../../../lib/library/comparison';
import { type FoundWork, listWorks, loadWork } from '../../../lib/library/library';
import { ComparisonTable } from '../../components/comparison-table';
import { EditionPicker } from '../../components/edition-picker';
import { Legend } from '../../components/legend';
import { dateName } from '../../components/names';
import { Pager } from '../../components/pager';
import { Problem, Problems } from '../../components/problem';
import { SentenceLinks } from '../../components/sentence-links';
import {
  readViewState,
  type SearchParams,
  viewAddress,
  wordsAddress,
} from '../../components/view-state';
import { Waiting } from '../../components/waiting';
import { WordLinks } from '../../components/word-links';

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
  if (!slugPattern.test(slug) || !listWorks().includes(slug)) notFound();
  const state = readViewState(await searchParams);
  let found: FoundWork;
  let comparison: Comparison;
  try {
    found = loadWork(slug);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return <Problem title="This work cannot be read" error={error} />;
  }
  const { work, problems } = found;
  try {
    const { editions, base } = chooseEditions(work, state);
    const soon = await compareSoon(work, editions, base, patience);
    if (typeof soon === 'number') return <Waiting title={work.title} share={soon} />;
    comparison = soon;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return (
      <>
        <Problem title="These editions cannot be shown" error={error} />
        <Problems problems={problems} />
        <p className="problem-page">
          <Link href={viewAddress(slug, { page: 1, marks: true })}>Show the work as it comes</Link>
        </p>
      </>
    );
  }
  const pages = Math.max(1, Math.ceil(comparison.rows.length / rowsOnPage));
  const page = Math.min(state.page, pages);
  const rows = comparison.rows.slice((page - 1) * rowsOnPage, page * rowsOnPage);
  const current = { ...state, page };
  const comparedCount = comparison.compared.filter(Boolean).length;
  return (
    <>
      <header className="work-head">
        <div>
          <h1>{work.title}</h1>
          <p className="byline">
            {[work.author, work.date && dateName(work.date)].filter(Boolean).join(', ')}
          </p>
        </div>
        <EditionPicker work={work} comparison={comparison} marks={state.marks} />
      </header>
      <Problems problems={problems} />
      {state.marks && comparedCount > 0 && (
        <Legend base={comparison.base.siglum} several={comparedCount > 1} />
      )}
      <Pager work={slug} state={current} pages={pages} />
      <ComparisonTable comparison={comparison} rows={rows} marks={state.marks} />
      <Pager work={slug} state={current} pages={pages} />
      <SentenceLinks />
      <WordLinks source={wordsAddress(slug, comparison, rows)} />
    </>
  );
}
