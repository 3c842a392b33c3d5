import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { InputError } from '../../lib/edition/errors';
import { endings } from '../../lib/ingest/formats';
import { listWorks, loadWork } from '../../lib/library/library';
import { Importer } from '../components/importing/importer';
import { attempt } from '../components/open-work';
import { Problem } from '../components/problem';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('import'))('title') };
}

/** Adds texts to the library: they are read, shown, mended, and saved. */
export default async function ImportPage() {
  const t = await getTranslations('import');
  const slugs = attempt(() => listWorks());
  if (slugs instanceof InputError) {
    return <Problem title={(await getTranslations('library'))('unreadable')} error={slugs} />;
  }
  const works = slugs.flatMap((slug) => {
    const found = attempt(() => loadWork(slug));
    return found instanceof InputError ? [] : [{ slug, title: found.work.title }];
  });
  return (
    <div className="import-page">
      <h1>{t('title')}</h1>
      <p>{t('intro')}</p>
      <Importer works={works} endings={[...endings]} />
    </div>
  );
}
