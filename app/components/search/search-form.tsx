import { useTranslations } from 'next-intl';
import type { ListedWork } from '../../../lib/works/library-list';
import { languageName } from '../names';
import { SelectField } from '../select-field';

/** Works, sigla and languages of a library. */
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
    <SelectField
      label={t('work')}
      name="work"
      value={chosen ?? ''}
      options={works.map(({ slug, title }) => [slug, title] as const)}
      none={t('all')}
    />
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
        <SelectField
          label={t('language')}
          name="language"
          value={chosen.language ?? ''}
          options={languages.map((tag) => [tag, languageName(tag, locale)] as const)}
          none={t('all')}
        />
        <SelectField
          label={t('edition')}
          name="edition"
          value={chosen.edition ?? ''}
          options={sigla.map((siglum) => [siglum, siglum] as const)}
          none={t('all')}
        />
      </p>
    </form>
  );
}
