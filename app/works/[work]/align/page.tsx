import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { openCorrecting } from '../../../../lib/compare/correcting';
import { InputError } from '../../../../lib/core/errors';
import { correctedUnits } from '../../../../lib/edition/sentence-ids';
import { findEdition } from '../../../../lib/works/load';
import { WriteNotice } from '../../../components/account';
import { AlignEditor } from '../../../components/align/editor';
import { EditionField } from '../../../components/edition-field';
import { Problem, Problems } from '../../../components/problem';
import { faceOf } from '../../../components/reading/faces';
import { SelectField } from '../../../components/select-field';
import { list, readViewState, type SearchParams, viewQuery } from '../../../components/view-state';
import { WorkHead } from '../../../components/work-head';
import { attemptLater, openWork } from '../../../server/open-work';
import { pageTitle } from '../../../server/page-title';

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
    const sides = [findEdition(work, a), findEdition(work, b)];
    return { sides, correcting: await openCorrecting(slug, a, b, unit) };
  });
  return (
    <>
      <WorkHead work={work} page="/align" query={viewQuery({ ...state, page: 1 })} />
      <Problems problems={problems} />
      <WriteNotice act="edit" work={slug} back={`/works/${slug}/align`} />
      <form method="get" className="plain-form">
        <EditionField label={t('left')} name="a" value={a} editions={work.editions} />
        <EditionField label={t('right')} name="b" value={b} editions={work.editions} />
        <SelectField
          label={t('unit')}
          name="unit"
          value={unit}
          options={correctedUnits.map((each) => [each, t(`units.${each}`)] as const)}
        />
        <button type="submit" className="button">
          {t('show')}
        </button>
      </form>
      {opened instanceof InputError ? (
        <Problem title={t('need-two')} error={opened} inline />
      ) : (
        <AlignEditor
          key={`${a}:${b}:${unit}`}
          work={slug}
          sides={[faceOf(opened.sides[0]), faceOf(opened.sides[1])]}
          ids={[
            opened.sides[0].segments.map(({ id }) => id),
            opened.sides[1].segments.map(({ id }) => id),
          ]}
          initial={opened.correcting}
        />
      )}
    </>
  );
}
