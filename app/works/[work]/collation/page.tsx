import type { Metadata } from 'next';
import Link from 'next/link';
import { InputError } from '../../../../lib/edition/errors';
import { chooseEditions } from '../../../../lib/library/choose-editions';
import { type CollatedRow, collatable, collateWork } from '../../../../lib/library/collation';
import { loadWork } from '../../../../lib/library/library';
import { ApparatusView } from '../../../components/collation/apparatus-view';
import { GraphView } from '../../../components/collation/graph-view';
import { InlineView } from '../../../components/collation/inline-view';
import { TableView } from '../../../components/collation/table-view';
import { DifferenceKeys } from '../../../components/difference-keys';
import { EditionPicker } from '../../../components/edition-picker';
import { Minimap } from '../../../components/minimap';
import { attempt, attemptLater, openWork } from '../../../components/open-work';
import { Problem, Problems } from '../../../components/problem';
import { list, readViewState, type SearchParams, viewQuery } from '../../../components/view-state';
import { WorkHead } from '../../../components/work-head';

const views = {
  apparatus: 'Apparatus',
  inline: 'One text',
  table: 'Table',
  graph: 'Graph',
} as const;
type View = keyof typeof views;

/** Graphs are large: so many places on a page; of the other views as many as the comparison. */
const rowsOnPage: Record<View, number> = { apparatus: 100, inline: 100, table: 60, graph: 12 };

interface Props {
  params: Promise<{ work: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  try {
    return { title: `Collation of ${loadWork((await params).work).work.title}` };
  } catch {
    return { title: 'Collation' };
  }
}

/** The editions of one language collated: apparatus, one text, alignment table, variant graph. */
export default async function CollationPage({ params, searchParams }: Props) {
  const slug = (await params).work;
  const query = await searchParams;
  const state = readViewState(query);
  const asked = list(query.view)[0];
  const view: View = asked !== undefined && asked in views ? (asked as View) : 'apparatus';
  const found = openWork(slug);
  if (found instanceof InputError) {
    return <Problem title="This work cannot be read" error={found} />;
  }
  const { work, problems } = found;
  const chosen = attempt(() => chooseEditions(work, state));
  if (chosen instanceof InputError) {
    return <Problem title="These editions cannot be shown" error={chosen} />;
  }
  const { base } = chosen;
  const editions = state.editions ? chosen.editions : collatable(work, base);
  const collation = await attemptLater(() => collateWork(work, editions, base, state.ignore));
  const head = (
    <WorkHead work={work} page="/collation" query={viewQuery({ ...state, page: 1 })}>
      <EditionPicker
        work={work}
        action={`/works/${slug}/collation`}
        shown={editions}
        base={base}
        state={state}
        hidden={{ view }}
        marks={false}
      />
    </WorkHead>
  );
  if (collation instanceof InputError) {
    return (
      <>
        {head}
        <Problem title="There is nothing to collate" error={collation} inline />
      </>
    );
  }
  const kept = state.only ? collation.rows.filter(({ variance }) => variance > 0) : collation.rows;
  const pages = Math.max(1, Math.ceil(kept.length / rowsOnPage[view]));
  const page = Math.min(state.page, pages);
  const rows = kept.slice((page - 1) * rowsOnPage[view], page * rowsOnPage[view]);
  const address = (to: Partial<typeof state>, other: View = view) =>
    `/works/${slug}/collation${viewQuery({ ...state, ...to }, { view: other === 'apparatus' ? undefined : other })}`;
  return (
    <>
      {head}
      <Problems problems={problems} />
      <nav className="views" aria-label="Views of the collation">
        {Object.entries(views).map(([name, title]) => (
          <Link
            key={name}
            href={address({ page: 1 }, name as View)}
            aria-current={name === view ? 'true' : undefined}
          >
            {title}
          </Link>
        ))}
        <span className="quiet">
          {collation.editions.map(({ siglum }) => siglum).join(', ')} on the text of {base.siglum}:
          keys n and p lead through the differences
        </span>
      </nav>
      <Minimap places={rows} />
      <div className="collation">
        {rows.map((row) => (
          <section key={row.number} id={`row-${row.number}`} className="place">
            <h2>
              <a href={`/works/${slug}${viewQuery({ ...state, page: 1 })}#row-${row.number}`}>
                {row.number}
              </a>
            </h2>
            <div className="place-body">
              <RowView row={row} view={view} lang={base.language} />
            </div>
          </section>
        ))}
        {rows.length === 0 && <p className="nothing">These editions differ nowhere.</p>}
      </div>
      {pages > 1 && (
        <nav className="pager" aria-label="Pages">
          {page > 1 && <Link href={address({ page: page - 1 })}>← Previous</Link>}
          <span>
            Page {page} of {pages}
          </span>
          {page < pages && <Link href={address({ page: page + 1 })}>Next →</Link>}
        </nav>
      )}
      <DifferenceKeys selector=".collation .difference" />
    </>
  );
}

function RowView({ row, view, lang }: { row: CollatedRow; view: View; lang: string }) {
  switch (view) {
    case 'apparatus':
      return <ApparatusView row={row.number} parts={row.parts} lang={lang} />;
    case 'inline':
      return <InlineView parts={row.parts} lang={lang} />;
    case 'table':
      return <TableView row={row.number} collation={row.collation} lang={lang} />;
    case 'graph':
      return <GraphView row={row.number} collation={row.collation} lang={lang} />;
  }
}
