import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { attempt, InputError } from '../lib/core/errors';
import { listWorks } from '../lib/works/load';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('library'))('not-found') };
}

export const dynamic = 'force-dynamic';

/** Works that are named at most. */
const maxListed = 50;

export default async function NotFound() {
  const t = await getTranslations('library');
  // Without a list, or with one too long to help, the way home stands.
  const all = attempt(() => listWorks());
  const slugs = all instanceof InputError || all.length > maxListed ? [] : all;
  return (
    <div className="library">
      <h1>{t('not-found')}</h1>
      <p>{t('not-found-text')}</p>
      {slugs.length > 0 && (
        <>
          <p>{t('works')}</p>
          <ul className="plain">
            {slugs.map((slug) => (
              <li key={slug}>
                <Link href={`/works/${slug}`}>{slug}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        <Link href="/">{t('back')}</Link>
      </p>
    </div>
  );
}
