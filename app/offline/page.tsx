import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { KeptList } from '../components/offline/kept-list';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('offline'))('page-title') };
}

/** What can be read without the network; kept with the first work that is. */
export default async function OfflinePage() {
  const t = await getTranslations('offline');
  return (
    <>
      <h1>{t('page-title')}</h1>
      <p>{t('page-text')}</p>
      <KeptList />
    </>
  );
}
