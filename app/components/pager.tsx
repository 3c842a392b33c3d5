import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';

/** The way from section to section of a long work, or through a long list; each has its address. */
export function Pager({
  page,
  pages,
  of = 'sections',
  href,
}: {
  page: number;
  pages: number;
  of?: 'sections' | 'works';
  href: (page: number) => string;
}) {
  const t = useTranslations('view');
  if (pages <= 1) return null;
  return (
    <nav className="pager" aria-label={t(of)}>
      {page > 1 ? (
        <a href={href(page - 1)} rel="prev">
          <ChevronLeft aria-hidden size={16} /> {t('previous')}
        </a>
      ) : (
        <span />
      )}
      <span className="quiet">
        {t(of === 'works' ? 'page-of' : 'section-of', { number: page, count: pages })}
      </span>
      {page < pages ? (
        <a href={href(page + 1)} rel="next">
          {t('next')} <ChevronRight aria-hidden size={16} />
        </a>
      ) : (
        <span />
      )}
    </nav>
  );
}
