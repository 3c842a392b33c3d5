import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { libraryFolder } from '../../../../lib/core/config';
import { InputError } from '../../../../lib/core/errors';
import { storeOf } from '../../../../lib/store/open';
import { fileRevision } from '../../../../lib/works/file-revision';
import { workHistory } from '../../../../lib/works/history';
import { earlierStates } from '../../../../lib/works/undo';
import { WriteNotice } from '../../../components/account';
import { editionFields } from '../../../components/editing/edition-fields';
import { HistoryList } from '../../../components/editing/history-list';
import { WorkEditor } from '../../../components/editing/work-editor';
import { Problem, Problems } from '../../../components/problem';
import { WorkHead } from '../../../components/work-head';
import { openWork } from '../../../server/open-work';
import { pageTitle } from '../../../server/page-title';

export const dynamic = 'force-dynamic';

interface Props {
  params: Promise<{ work: string }>;
}

export function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle(params, 'edit');
}

/** Earlier states that are listed, at most. */
const maxStates = 100;

/** A work and its editions renamed, put in order, described, taken out, and put back as they were. */
export default async function EditPage({ params }: Props) {
  const slug = (await params).work;
  const found = await openWork(slug);
  if (found instanceof InputError) {
    return <Problem title={(await getTranslations('work'))('unreadable')} error={found} />;
  }
  const t = await getTranslations('editing');
  const { work, problems } = found;
  const folder = libraryFolder();
  const now = new Map(
    (await (await storeOf(folder)).list()).map(({ path, revision }) => [path, revision]),
  );
  const states = earlierStates(await workHistory(slug, folder, true), now).slice(0, maxStates);
  return (
    <>
      <WorkHead work={work} page="/edit" />
      <Problems problems={problems} />
      <div className="edit-page">
        <WriteNotice act="edit" work={slug} back={`/works/${slug}/edit`} />
        <WorkEditor
          key={JSON.stringify([...now])}
          work={{
            slug,
            title: work.title,
            author: work.author ?? '',
            date: work.date ?? '',
            description: work.description ?? '',
            base: work.base,
            editions: work.editions.map((edition) => ({
              fields: Object.fromEntries(
                editionFields.map((name) => [name, edition[name] ?? '']),
              ) as Record<(typeof editionFields)[number], string>,
              revision: fileRevision(edition) ?? null,
            })),
          }}
        />
        <h2>{t('history')}</h2>
        <HistoryList work={slug} states={states} />
      </div>
    </>
  );
}
