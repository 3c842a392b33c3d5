import type { Metadata } from 'next';
import { headers } from 'next/headers';
import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { allWorks } from '../../../../lib/accounts/roles';
import { ruleSetsOf } from '../../../../lib/collate/rule-sets';
import { layOutSoon } from '../../../../lib/compare/layout';
import { outlineOf } from '../../../../lib/compare/outline';
import { profile, rowAsked } from '../../../../lib/compare/reading';
import { summaryOf } from '../../../../lib/compare/summary';
import { InputError } from '../../../../lib/core/errors';
import { within } from '../../../../lib/core/promises';
import { languageFamily } from '../../../../lib/edition/model';
import { chooseCollated, collateRows, collationGroups } from '../../../../lib/studies/collation';
import { createEntryPages } from '../../../../lib/studies/entry-pages';
import { chooseEditions } from '../../../../lib/works/choose';
import { placeEdits } from '../../../../lib/works/collation-edits';
import { placeRules } from '../../../../lib/works/regularisation';
import {
  CollationPlaces,
  type CollationViewName,
  collationViews,
  rowsOnPage,
} from '../../../components/collation/collation-places';
import { CollationWays } from '../../../components/collation/collation-ways';
import { EditorialList } from '../../../components/collation/editorial-list';
import { PageImagePanel } from '../../../components/collation/page-image-panel';
import { PanZoom } from '../../../components/collation/pan-zoom';
import { RegulariseDialog } from '../../../components/collation/regularise-dialog';
import { TableEditing } from '../../../components/collation/table-editing';
import { DifferenceKeys } from '../../../components/difference-keys';
import { EditionPicker } from '../../../components/edition-picker';
import { Minimap } from '../../../components/minimap';
import { languageName } from '../../../components/names';
import { Pager } from '../../../components/pager';
import { Problem, Problems } from '../../../components/problem';
import { listed } from '../../../components/separators';
import { ViewBar } from '../../../components/view-bar';
import { list, readViewState, type SearchParams, viewQuery } from '../../../components/view-state';
import { Waiting } from '../../../components/waiting';
import { WorkHead } from '../../../components/work-head';
import { keepPage } from '../../../server/kept-pages';
import { mayAct } from '../../../server/may-act';
import { attempt, openWork } from '../../../server/open-work';
import { pageTitle } from '../../../server/page-title';

/** How long a reader waits for the page itself, and for its figures, in milliseconds. */
const timeoutMs = 1500;
const summaryTimeoutMs = 100;
/** Links of the map of a long work, at most. */
const mapPlaces = 200;

interface Props {
  params: Promise<{ work: string }>;
  searchParams: Promise<SearchParams>;
}

export function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle(params, 'collation');
}

/** The editions of one language collated: apparatus, one text, alignment table, variant graph. */
export default async function CollationPage({ params, searchParams }: Props) {
  const slug = (await params).work;
  const query = await searchParams;
  const state = readViewState(query);
  const view = collationViews.find((name) => name === list(query.view)[0]) ?? 'apparatus';
  const t = await getTranslations('collation');
  const say = await getTranslations('work');
  const locale = await getLocale();
  const found = await openWork(slug);
  if (found instanceof InputError) {
    return <Problem title={say('unreadable')} error={found} />;
  }
  const { work, problems } = found;
  const chosen = attempt(() => chooseEditions(work, state));
  if (chosen instanceof InputError) {
    return <Problem title={say('not-shown')} error={chosen} />;
  }
  const shown = state.editions ? chosen.editions : work.editions;
  // A base that was not asked for is the work's own: any group may come first then.
  const groups = collationGroups(shown, state.bases ? chosen.bases : []);
  const [group] = groups;
  const base = group?.base ?? chosen.base;
  const editions = group?.editions ?? chosen.editions;
  const collated = group
    ? group.editions
    : attempt(() => chooseCollated(chosen.editions, chosen.base));
  const headWith = (ways: ReactNode) => (
    <>
      <WorkHead work={work} page="/collation" query={viewQuery({ ...state, page: 1 })} />
      <ViewBar
        work={slug}
        state={state}
        mode={view === 'inline' ? 'merged' : null}
        chinese={languageFamily(base.language) === 'zh'}
      >
        {ways}
        <EditionPicker
          work={work}
          action={`/works/${slug}/collation`}
          shown={editions}
          base={base}
          state={state}
          hidden={{ view }}
          reading={false}
        />
      </ViewBar>
    </>
  );
  if (collated instanceof InputError) {
    return (
      <>
        {headWith(null)}
        <Problem title={t('nothing')} error={collated} inline />
      </>
    );
  }
  const laidOut = await layOutSoon(work, collated, base, timeoutMs);
  if (laidOut.state === 'pending') return <Waiting title={work.title} share={laidOut.share} />;
  const layout = laidOut.value;
  const figures = summaryOf(work, layout, state.ignore);
  const summary = await within(figures, state.only ? timeoutMs : summaryTimeoutMs);
  if (state.only && !summary) return <Waiting title={work.title} share={1} />;
  figures.catch(() => {});
  const kept =
    state.only && summary
      ? layout.rows.filter((_, k) => (summary.variance[k] ?? 0) > 0)
      : layout.rows;
  const size = rowsOnPage[view];
  const pages = Math.max(1, Math.ceil(kept.length / size));
  // Headings in which nothing differs lead to what follows them.
  const outline = outlineOf(layout.editions, base, layout.rows);
  const asked = rowAsked(layout, layout.rows, outline, state);
  const from = layout.rows[asked.row]?.number;
  const place = from === undefined ? -1 : kept.findIndex(({ number }) => number >= from);
  const page = place >= 0 ? Math.floor(place / size) + 1 : Math.min(state.page, pages);
  const onPage = kept.slice((page - 1) * size, page * size);
  const rows = collateRows(work, layout, onPage, state.ignore);
  if (summary) keepPage(await headers(), problems);
  const canEdit = await mayAct('edit', slug);
  const canEditAll = canEdit && (await mayAct('edit', allWorks));
  const isEdited = canEdit && view === 'table' && list(query.edit)[0] === 'on';
  const rules = placeRules(work, work.rules ?? []);
  const libraryRules = placeRules(work, work.libraryRules ?? []);
  const edits = placeEdits(work, work.collationEdits ?? []);
  const hasImages = collated.some(({ images }) => images);
  const entryPages = createEntryPages(collated);
  // A place that was asked for by its name is kept by its number.
  const here = asked.found ? { ref: undefined, at: String(asked.found) } : { ref: undefined };
  const address = (
    to: Partial<typeof state>,
    other: CollationViewName = view,
    edit = isEdited && other === view,
  ) =>
    `/works/${slug}/collation${viewQuery({ ...state, ...here, ...to }, { view: other === 'apparatus' ? undefined : other, edit: edit ? 'on' : undefined })}`;
  const placeAddress = (number: number) =>
    pages > 1 ? `${address({ page: 1, at: String(number) })}#row-${number}` : `#row-${number}`;
  return (
    <>
      {headWith(
        <CollationWays
          work={slug}
          state={state}
          view={view}
          layout={layout}
          outline={outline}
          first={onPage[0]?.number ?? 0}
          last={onPage.at(-1)?.number ?? 0}
          place={kept[place]?.number}
          isMissing={asked.found === null}
          placeAddress={placeAddress}
        />,
      )}
      <Problems problems={problems} />
      <nav className="views" aria-label={t('views')}>
        {collationViews.map((name) => (
          <Link
            key={name}
            href={address({ page: 1 }, name)}
            aria-current={name === view ? 'true' : undefined}
          >
            {t(name)}
          </Link>
        ))}
        {groups.length > 1 &&
          groups.map((each) => (
            <Link
              key={each.language}
              href={address({ page: 1, at: undefined, bases: [each.base.siglum] })}
              aria-current={each === group ? 'true' : undefined}
            >
              {languageName(each.language, locale)}
            </Link>
          ))}
        {canEdit && view === 'table' && (
          <Link href={address({}, 'table', !isEdited)} aria-current={isEdited ? 'true' : undefined}>
            {t('edit-table')}
          </Link>
        )}
        <span className="quiet">
          {t('hint', {
            sigla: listed(
              locale,
              collated.map(({ siglum }) => siglum).filter((siglum) => siglum !== base.siglum),
            ),
            base: base.siglum,
          })}
        </span>
      </nav>
      {(rules.length + libraryRules.length + edits.length > 0 || canEdit) && (
        <EditorialList
          work={slug}
          lang={base.language}
          rules={rules}
          libraryRules={libraryRules}
          sets={work.ruleSets ?? []}
          offered={ruleSetsOf(base.language)}
          edits={edits}
          form={work.apparatus}
          canEdit={canEdit}
          canEditAll={canEditAll}
        />
      )}
      {isEdited && <TableEditing work={slug} />}
      {canEdit && view === 'apparatus' && (
        <RegulariseDialog
          work={slug}
          lang={base.language}
          base={base.siglum}
          canEditAll={canEditAll}
        />
      )}
      <Minimap places={profile(kept, summary, mapPlaces)} href={placeAddress} />
      <CollationPlaces
        rows={rows}
        view={view}
        lang={base.language}
        base={base.siglum}
        form={work.apparatus}
        graphFrame={PanZoom}
        isEditable={view === 'table' ? isEdited : canEdit}
        pagesOf={hasImages ? (row) => ({ work: slug, of: entryPages(row) }) : undefined}
        placeAddress={(number) =>
          `/works/${slug}${viewQuery({ ...state, page: 1, at: String(number) })}#row-${number}`
        }
      />
      <Pager page={page} pages={pages} href={(to) => address({ page: to, at: undefined })} />
      {hasImages && view === 'apparatus' && <PageImagePanel />}
      <DifferenceKeys selector=".collation .difference" />
    </>
  );
}
