import { useLocale, useTranslations } from 'next-intl';
import { languageName } from '../names';
import type { EditionFace } from './faces';

/** Which edition is to be read aloud. */
export function AloudPart({
  editions,
  onRead,
}: {
  editions: readonly EditionFace[];
  onRead: (edition: EditionFace) => void;
}) {
  const t = useTranslations('aloud');
  const locale = useLocale();
  return (
    <section aria-label={t('title')}>
      <p className="quiet">
        {t('title')}
        {t('from-here')}
      </p>
      <p className="cite-row">
        {editions.map((edition) => (
          <button
            key={edition.siglum}
            type="button"
            className="button"
            onClick={() => onRead(edition)}
          >
            <span className="siglum" lang="en">
              {edition.siglum}
            </span>{' '}
            {languageName(edition.language, locale)}
          </button>
        ))}
      </p>
    </section>
  );
}
