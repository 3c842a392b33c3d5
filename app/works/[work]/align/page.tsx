import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { beadAt } from '../../../../lib/compare/bead-at';
import { type Correcting, openCorrecting } from '../../../../lib/compare/correcting';
import { layOutSoon } from '../../../../lib/compare/layout';
import { segmentNames } from '../../../../lib/compare/segment-names';
import { InputError } from '../../../../lib/core/errors';
import { soon } from '../../../../lib/core/soon';
import type { Edition, Work } from '../../../../lib/edition/model';
import { correctedUnits } from '../../../../lib/edition/sentence-ids';
import { chooseEditions } from '../../../../lib/works/choose';
import { findEdition } from '../../../../lib/works/load';
import { WriteNotice } from '../../../components/account';
import { AlignEditor } from '../../../components/align/editor';
import { EditionField } from '../../../components/edition-field';
import { Problem, Problems } from '../../../components/problem';
import { faceOf } from '../../../components/reading/faces';
import { SelectField } from '../../../components/select-field';
import {
  list,
  readViewState,
  type SearchParams,
  type ViewState,
  viewQuery,
} from '../../../components/view-state';
import { Waiting } from '../../../components/waiting';
import { WorkHead } from '../../../components/work-head';
import { attempt, attemptLater, openWork } from '../../../server/open-work';
import { pageTitle } from '../../../server/page-title';

/**
 * How long the links are waited for before progress is shown, in milliseconds, and then the place of the
 * reader; where that is not found, links begin at the first.
 */
const timeoutMs = 1500;

interface Props {
  params: Promise<{ work: string }>;
  searchParams: Promise<SearchParams>;
}

export function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle(params, 'align');
}

/** Which paragraphs or sentences of two editions correspond, to be corrected by hand. */
export default async function AlignPage({ params, searchParams }: Props) {
  const slug = (await params).work;
  const query = await searchParams;
  const state = readViewState(query);
  const t = await getTranslations('align');
  const found = await openWork(slug);
  if (found instanceof InputError) {
    return <Problem title={(await getTranslations('work'))('unreadable')} error={found} />;
  }
  const { work, problems } = found;
  const asked = [list(query.a)[0], list(query.b)[0]];
  const usual = [
    ...new Set([state.bases?.[0] ?? work.base, ...(state.editions ?? []), ...work.order]),
  ];
  const a = asked[0] ?? usual.find((siglum) => siglum !== asked[1]) ?? '';
  const b = asked[1] ?? usual.find((siglum) => siglum !== a) ?? '';
  const unit = correctedUnits.find((each) => each === list(query.unit)[0]) ?? 'paragraph';
  const opened = await attemptLater(async () => {
    if (!b || a === b) {
      throw new InputError('the work has fewer than two editions to link', {
        remedy: work.editions.length < 2 ? 'add another edition' : 'choose two different ones',
      });
    }
    const sides = [findEdition(work, a), findEdition(work, b)] as const;
    const correcting = await soon(`links/${slug}:${a}:${b}:${unit}`, timeoutMs, (progress) =>
      openCorrecting(slug, a, b, unit, progress),
    );
    if (correcting.state === 'pending') return correcting;
    const start = await startOf(work, state, sides, correcting.value);
    return { state: correcting.state, sides, correcting: correcting.value, start };
  });
  if (!(opened instanceof InputError) && opened.state === 'pending') {
    return <Waiting title={work.title} share={opened.share} />;
  }
  return (
    <>
      <WorkHead work={work} page="/align" query={viewQuery({ ...state, page: 1 })} />
      <Problems problems={problems} />
      <WriteNotice act="edit" work={slug} back={`/works/${slug}/align`} />
      <form method="get" action={`/works/${slug}/align`} className="plain-form" data-place="stay">
        {[...new URLSearchParams(viewQuery({ ...state, page: 1, at: undefined }))].map(
          ([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ),
        )}
        <EditionField label={t('left')} name="a" value={a} editions={work.editions} />
        <EditionField label={t('right')} name="b" value={b} editions={work.editions} />
        <SelectField
          label={t('unit')}
          name="unit"
          value={unit}
          options={correctedUnits.map((each) => [each, t(`units.${each}`)] as const)}
        />
        <noscript>
          <button type="submit" className="button">
            {t('show')}
          </button>
        </noscript>
      </form>
      {opened instanceof InputError ? (
        <Problem title={t('need-two')} error={opened} inline />
      ) : (
        <AlignEditor
          key={`${a}:${b}:${unit}:${state.at ?? ''}`}
          work={slug}
          sides={[faceOf(opened.sides[0]), faceOf(opened.sides[1])]}
          ids={[
            opened.sides[0].segments.map(({ id }) => id),
            opened.sides[1].segments.map(({ id }) => id),
          ]}
          names={[segmentNames(opened.sides[0]), segmentNames(opened.sides[1])]}
          initial={opened.correcting}
          start={opened.start}
        />
      )}
    </>
  );
}

/** The bead at the place that the address names. */
async function startOf(
  work: Work,
  state: ViewState,
  sides: readonly [Edition, Edition],
  correcting: Correcting,
): Promise<number> {
  const chosen = attempt(() => chooseEditions(work, state));
  if (state.at === undefined || chosen instanceof InputError) return 0;
  const { editions, base, bases } = chosen;
  const layout = await layOutSoon(work, editions, base, timeoutMs, bases);
  return layout.state === 'pending' ? 0 : beadAt(correcting, sides, layout.value, state.at);
}
