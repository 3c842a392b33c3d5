import { useTranslations } from 'next-intl';
import type { ListedWork } from '../../../lib/works/library-list';
import { languageName } from '../names';

/** What there is to choose from. */
export interface Offered {
  works: ListedWork[];
  sigla: string[];
  languages: string[];
}

/** A list of more works than this helps nobody to choose, and is slow to send. */
export const maxListed = 200;

function WorkField({ works, chosen }: { works: readonly ListedWork[]; chosen?: string }) {
  const t = useTranslations('search');
  if (works.length > maxListed) {
    return (
      <label>
        {t('work')} <input name="work" defaultValue={chosen} placeholder={t('slug')} />
      </label>
    );
  }
  return (
    <label>
      {t('work')}
      <select name="work" defaultValue={chosen ?? ''}>
        <option value="">{t('all')}</option>
        {works.map(({ slug, title }) => (
          <option key={slug} value={slug}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}

export function SearchForm({
  offered: { works, sigla, languages },
  query,
  chosen,
  locale,
}: {
  offered: Offered;
  query: string;
  chosen: { work?: string; edition?: string; language?: string };
  locale: string;
}) {
  const t = useTranslations('search');
  return (
    <form className="search-form" action="/search">
      <input
        type="search"
        name="q"
        defaultValue={query}
        aria-label={t('query')}
        placeholder={t('placeholder')}
        autoComplete="off"
        maxLength={500}
      />
      <button type="submit" className="button primary-button">
        {t('go')}
      </button>
      <p className="search-filters">
        <WorkField works={works} chosen={chosen.work} />
        <label>
          {t('language')}
          <select name="language" defaultValue={chosen.language ?? ''}>
            <option value="">{t('all')}</option>
            {languages.map((language) => (
              <option key={language} value={language}>
                {languageName(language, locale)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('edition')}
          <select name="edition" defaultValue={chosen.edition ?? ''}>
            <option value="">{t('all')}</option>
            {sigla.map((siglum) => (
              <option key={siglum} value={siglum}>
                {siglum}
              </option>
            ))}
          </select>
        </label>
      </p>
    </form>
  );
}
