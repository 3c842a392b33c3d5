import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { InputError } from '../../lib/core/errors';
import { endings } from '../../lib/formats/registry';
import { listLibrary } from '../../lib/works/library-list';
import { WriteNotice } from '../components/account';
import { Importer } from '../components/importing/importer';
import { Problem } from '../components/problem';
import { attemptLater } from '../server/open-work';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('import'))('title') };
}

/** Adds texts to the library: they are read, shown, mended, and saved. */
export default async function ImportPage() {
  const t = await getTranslations('import');
  const library = await attemptLater(() => listLibrary());
  if (library instanceof InputError) {
    return <Problem title={(await getTranslations('library'))('unreadable')} error={library} />;
  }
  const works = library.map(({ slug, title, sigla }) => ({ slug, title, sigla }));
  return (
    <div className="import-page">
      <h1>{t('title')}</h1>
      <p>{t('intro')}</p>
      <WriteNotice back="/import" />
      <Importer works={works} endings={[...endings]} />
    </div>
  );
}
