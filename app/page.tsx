import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { InputError } from '../lib/core/errors';
import { dateName } from '../lib/edition/date-name';
import { type FoundWork, listWorks } from '../lib/works/load';
import { examplesOf } from './components/compare/examples-of';
import { ComparePanes } from './components/compare/panes';
import { EditionNames } from './components/edition-names';
import { Problem, Problems } from './components/problem';
import { LastPlaceLink } from './components/reading/last-place';
import { inOneLine } from './components/separators';
import { loadedWork } from './server/loaded';

export const dynamic = 'force-dynamic';

/** The library: each work with its editions. */
export default async function LibraryPage() {
  const t = await getTranslations('library');
  const compare = await getTranslations('compare');
  let slugs: string[];
  try {
    slugs = listWorks();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return <Problem title={t('unreadable')} error={error} />;
  }
  return (
    <div className="library">
      <section className="home-compare">
        <h1>{compare('what')}</h1>
        <ComparePanes examples={await examplesOf()} />
        <noscript>
          <p className="problem">{compare('no-script')}</p>
        </noscript>
      </section>
      <h2 className="library-title">{t('title')}</h2>
      {slugs.length === 0 && (
        <p>
          {t('empty')} <Link href="/import">{t('add')}</Link>
        </p>
      )}
      <ul className="works">
        {slugs.map((slug) => (
          <li key={slug}>
            <WorkEntry slug={slug} />
          </li>
        ))}
      </ul>
    </div>
  );
}

async function WorkEntry({ slug }: { slug: string }) {
  const t = await getTranslations('library');
  const locale = await getLocale();
  let found: FoundWork;
  try {
    found = await loadedWork(slug);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return (
      <article className="work">
        <h3>{slug}</h3>
        <Problem title={t('work-unreadable')} error={error} inline />
      </article>
    );
  }
  const { work, problems } = found;
  return (
    <article className="work">
      <h3>
        <Link href={`/works/${slug}`} data-command="go">
          {work.title}
        </Link>
      </h3>
      <p className="byline">
        {inOneLine(locale, [work.author, work.date && dateName(work.date, locale)])}{' '}
        <LastPlaceLink work={slug} />
      </p>
      {work.description && <p className="description">{work.description}</p>}
      <EditionNames work={work} />
      <Problems problems={problems} />
    </article>
  );
}
