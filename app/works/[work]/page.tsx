import type { Metadata } from 'next';
import { headers } from 'next/headers';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { basesOf } from '../../../lib/compare/bases';
import { openReading, profile, type ReadRow } from '../../../lib/compare/reading';
import { InputError } from '../../../lib/core/errors';
import { type Edition, languageFamily } from '../../../lib/edition/model';
import { chooseEditions } from '../../../lib/works/choose';
import { notedSegments } from '../../../lib/works/notes';
import { DifferenceKeys } from '../../components/difference-keys';
import { Downloads } from '../../components/downloads';
import { EditionPicker } from '../../components/edition-picker';
import { GoTo } from '../../components/go-to';
import { MarksMenu } from '../../components/marks-menu';
import { Minimap } from '../../components/minimap';
import { PageFaces } from '../../components/page-faces';
import { Pager } from '../../components/pager';
import { Problem, Problems } from '../../components/problem';
import { AidsMenu } from '../../components/reading/aids-menu';
import { faceOf } from '../../components/reading/faces';
import { Reader } from '../../components/reading/reader';
import {
  columnLinks,
  outlineLinks,
  sectionHeights,
  sectionTitles,
} from '../../components/reading/views';
import { Outline, ViewBar } from '../../components/view-bar';
import {
  fromStart,
  plainView,
  readViewState,
  type SearchParams,
  viewAddress,
  viewQuery,
} from '../../components/view-state';
import { Waiting } from '../../components/waiting';
import { WorkHead } from '../../components/work-head';
import { keepPage } from '../../server/kept-pages';
import { loadedWork } from '../../server/loaded';
import { attempt, openWork } from '../../server/open-work';

/** How long a reader waits for the page itself before progress is shown, in milliseconds. */
const timeoutMs = 1500;
/** Links of the map of a long work, at most. */
const mapPlaces = 200;

interface Props {
  params: Promise<{ work: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  try {
    return { title: (await loadedWork((await params).work)).work.title };
  } catch {
    // Without one of its own the page has the site's.
    return {};
  }
}

const named = ({ language, title }: Edition) => ({ language, text: title });

const wordsOf = (rows: readonly ReadRow[], editions: readonly Edition[]) =>
  rows.flatMap(({ cells }) =>
    cells.flatMap(({ segments }, at) =>
      segments.map(({ segment: { label = '', text } }) => ({
        language: editions[at].language,
        text: label + text,
      })),
    ),
  );

/** The comparison: two to five editions, aligned by row. */
export default async function ComparisonPage({ params, searchParams }: Props) {
  const slug = (await params).work;
  const state = readViewState(await searchParams);
  if (state.mode === 'merged') {
    redirect(
      `/works/${slug}/collation${viewQuery({ ...state, mode: 'columns' }, { view: 'inline' })}`,
    );
  }
  const t = await getTranslations('work');
  const found = await openWork(slug);
  if (found instanceof InputError) return <Problem title={t('unreadable')} error={found} />;
  const { work, notes, problems } = found;
  const chosen = attempt(() => chooseEditions(work, state));
  if (chosen instanceof InputError) {
    return (
      <>
        <Problem title={t('not-shown')} error={chosen} />
        <Problems problems={problems} />
        <p className="problem-page">
          <Link href={viewAddress(slug, plainView)}>{t('plain')}</Link>
        </p>
      </>
    );
  }
  const { editions, base, bases } = chosen;
  const opened = await openReading(work, editions, base, { ...state, bases }, timeoutMs);
  if (opened.state === 'pending') return <Waiting title={work.title} share={opened.share} />;
  const reading = opened.value;
  const { layout, sections, open, rows, summary, kept } = reading;
  if (summary) keepPage(await headers(), problems);
  const start = fromStart(state);
  const sectionAddress = (page: number) => viewAddress(slug, { ...start, page });
  const placeAddress = (number: number) =>
    sections.length > 1
      ? `${viewAddress(slug, { ...start, at: String(number) })}#row-${number}`
      : `#row-${number}`;
  const headings = reading.outline.map(({ row, level, text }) => ({
    number: kept[row].number,
    level,
    text,
  }));
  const source = `/api/works/${slug}/`;
  const query = viewQuery(start);
  // What the rows depend on; the rest is a matter of how they are set.
  const dataQuery = viewQuery({
    ...start,
    mode: 'columns',
    marks: 'notable',
    free: 'shared',
    faint: false,
    vertical: false,
  });
  const section = `${dataQuery ? `${dataQuery}&` : '?'}page=`;
  const compared = layout.against.filter((column) => column !== null);
  const groupBases = basesOf(editions, layout.against).map(({ siglum }) => siglum);
  return (
    <>
      <PageFaces words={[...work.editions.map(named), ...wordsOf(rows, editions)]} />
      <WorkHead work={work} page="" query={query} />
      <Problems problems={problems} />
      <ViewBar
        work={slug}
        state={state}
        mode={state.mode}
        chinese={editions.some(({ language }) => languageFamily(language) === 'zh')}
      >
        <Outline
          entries={outlineLinks(reading, base, sectionAddress, placeAddress)}
          lang={base.language}
        />
        <GoTo
          action={`/works/${slug}`}
          hidden={Object.fromEntries(new URLSearchParams(query))}
          headings={headings}
          missing={reading.found === null ? state.ref : undefined}
        />
        {compared.length > 0 && (
          <MarksMenu
            work={slug}
            state={state}
            base={groupBases.join(' / ')}
            several={compared.length > groupBases.length}
          />
        )}
        <EditionPicker
          work={work}
          action={`/works/${slug}`}
          shown={editions}
          base={base}
          state={state}
          hidden={{
            mode: state.mode === 'columns' ? undefined : state.mode,
            marks: state.marks === 'notable' ? undefined : state.marks,
            free: state.free === 'shared' ? undefined : state.free,
          }}
        />
        <AidsMenu
          work={slug}
          title={work.title}
          pages={sections.map((_, k) => viewAddress(slug, { ...start, page: k + 1 }))}
          editions={editions.map(faceOf)}
        />
        <Downloads work={slug} editions={editions} base={base.siglum} />
      </ViewBar>
      {rows.length === 0 && <p className="nothing">{t('same')}</p>}
      <Reader
        key={dataQuery}
        work={slug}
        query={viewQuery({
          ...plainView,
          editions: editions.map((e) => e.siglum),
          bases: bases.map((e) => e.siglum),
        })}
        editions={editions.map(faceOf)}
        bases={[base.siglum, ...groupBases]}
        similarity={summary?.similarity ?? editions.map(() => null)}
        columns={columnLinks(slug, start, editions, bases)}
        headings={headings}
        view={{
          mode: state.mode,
          strength: state.marks,
          free: state.free,
          bases: layout.against,
          faint: state.faint,
          vertical: state.vertical,
        }}
        heights={sectionHeights(reading)}
        titles={sectionTitles(reading)}
        target={reading.found ?? undefined}
        open={open}
        rows={rows}
        source={`${source}rows${section}`}
        words={`${source}words${section}`}
        noted={notedSegments(work, notes)}
      />
      <Minimap places={profile(kept, summary, mapPlaces)} href={placeAddress} />
      <Pager page={open + 1} pages={sections.length} href={sectionAddress} />
      <DifferenceKeys selector=".comparison :is(.difference, .omission)" />
    </>
  );
}
