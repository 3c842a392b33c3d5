import { useLocale, useTranslations } from 'next-intl';
import { dateName } from '../../../lib/edition/date-name';
import { languageAttributes } from '../../../lib/edition/language-attributes';
import { direction } from '../../../lib/edition/model';
import { languageName } from '../names';
import { inOneLine } from '../separators';
import type { EditionFace } from './faces';

/** Where the column's own commands lead; absent where there is nothing to do. */
export interface ColumnLinks {
  left?: string;
  right?: string;
  base?: string;
  remove?: string;
}

/**
 * The head of a column, in one line: which edition this is. What else is known of it, and what can
 * be done with it, opens beneath.
 */
export function EditionHeading({
  edition,
  isBase,
  similarity,
  links,
}: {
  edition: EditionFace;
  isBase: boolean;
  similarity: number | null;
  links: ColumnLinks;
}) {
  const t = useTranslations('editions');
  const kinds = useTranslations('kind');
  const locale = useLocale();
  const { siglum, title, language, kind, translator, author, date } = edition;
  const by = translator
    ? t('by', { kind: kinds(kind), name: translator })
    : inOneLine(locale, [kinds(kind), author]);
  return (
    <details className="menu edition-heading" name="heads">
      {/* The head begins where the lines of its column begin. */}
      <summary className="edition-line" dir={direction(language)}>
        <span className="siglum">{siglum}</span>
        {isBase && <span className="badge">{t('base')}</span>}
        {title !== siglum && (
          <cite className="edition-title" {...languageAttributes(language)}>
            {title}
          </cite>
        )}
        {similarity !== null && (
          <bdi className="quiet similarity" title={t('shared-title')}>
            {t('percent', { percent: Math.round(similarity * 100) })}
          </bdi>
        )}
      </summary>
      <div className="menu-body edition-details">
        <cite {...languageAttributes(language)}>{title}</cite>
        <p className="quiet">
          {inOneLine(locale, [languageName(language, locale), by, date && dateName(date, locale)])}
        </p>
        {similarity !== null && (
          <p className="quiet">{t('shared', { percent: Math.round(similarity * 100) })}</p>
        )}
        <Provenance edition={edition} />
        <ul className="choices column-tools">
          <Tool href={links.base} label={t('make-base', { siglum })} command="editions" />
          <Tool href={links.left} label={t('left', { siglum })} />
          <Tool href={links.right} label={t('right', { siglum })} />
          <Tool href={links.remove} label={t('remove', { siglum })} command="editions" />
        </ul>
      </div>
    </details>
  );
}

function Tool({ href, label, command }: { href?: string; label: string; command?: string }) {
  if (!href) return null;
  return (
    <li>
      <a href={href} data-command={command} data-command-name={label} data-place="stay">
        {label}
      </a>
    </li>
  );
}

/** Where the text is from. */
function Provenance({ edition }: { edition: EditionFace }) {
  const t = useTranslations('editions');
  const { notice, source, url, licence, basedOn, description } = edition;
  if (!notice && !source && !licence && !description && !basedOn) return null;
  return (
    <div className="provenance">
      {notice && <p className="notice">{notice}</p>}
      {description && <p>{description}</p>}
      <dl>
        {source && (
          <div>
            <dt>{t('source')}</dt>
            <dd>{url ? <a href={url}>{source}</a> : source}</dd>
          </div>
        )}
        {basedOn && (
          <div>
            <dt>{t('based-on')}</dt>
            <dd className="siglum">{basedOn}</dd>
          </div>
        )}
        {licence && (
          <div>
            <dt>{t('licence')}</dt>
            <dd>{licence}</dd>
          </div>
        )}
      </dl>
    </div>
  );
}
