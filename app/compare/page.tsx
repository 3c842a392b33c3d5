import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { examplesOf } from '../components/compare/examples-of';
import { ComparePanes } from '../components/compare/panes';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('compare'))('title') };
}

/** An unsaved comparison: texts that are in this browser alone. */
export default async function ComparePage() {
  const t = await getTranslations('compare');
  return (
    <div className="compare-page">
      <h1>{t('title')}</h1>
      <ComparePanes examples={await examplesOf()} />
      <noscript>
        <p className="problem">{t('no-script')}</p>
      </noscript>
    </div>
  );
}
