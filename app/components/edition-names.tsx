import { useLocale, useTranslations } from 'next-intl';
import { languageAttributes } from '../../lib/edition/language-attributes';
import type { Work } from '../../lib/edition/model';
import { languageName } from './names';
import { inOneLine } from './separators';

/** The editions of a work as a list of names. */
export function EditionNames({ work }: { work: Work }) {
  const t = useTranslations('library');
  const kinds = useTranslations('kind');
  const locale = useLocale();
  return (
    <ul className="edition-names" aria-label={t('editions-of', { title: work.title })}>
      {work.editions.map(({ siglum, title, language, kind }) => (
        <li key={siglum}>
          <span className="siglum">{siglum}</span>
          <cite {...languageAttributes(language)}>{title}</cite>
          <span className="quiet">
            {inOneLine(locale, [languageName(language, locale), kinds(kind)])}
          </span>
        </li>
      ))}
    </ul>
  );
}
