import { useTranslations } from 'next-intl';
import { listOrders } from '../../lib/works/library-list';
import { SelectField } from './select-field';
import type { WorkChoice } from './work-choice';

/** Finds works of a large library by name, and sets their order. */
export function WorkFilter({ choice, count }: { choice: WorkChoice; count: number }) {
  const t = useTranslations('library');
  return (
    <form className="search-form" action="/">
      <input
        type="search"
        name="find"
        defaultValue={choice.query}
        aria-label={t('find')}
        placeholder={t('find')}
        autoComplete="off"
        maxLength={200}
      />
      <button type="submit" className="button">
        {t('show')}
      </button>
      <p className="search-filters">
        <SelectField
          label={t('order')}
          name="sort"
          value={choice.order}
          options={listOrders.map((order) => [order, t(`by-${order}`)] as const)}
        />
        <span className="quiet">{t('count', { count })}</span>
      </p>
    </form>
  );
}
