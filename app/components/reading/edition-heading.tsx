import { ArrowLeft, ArrowRight, Target, X } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { direction } from '../../../lib/edition/model';
import { dateName, languageName } from '../names';
import type { EditionFace } from './faces';

/** Where the column's own commands lead; absent where there is nothing to do. */
export interface ColumnLinks {
  left?: string;
  right?: string;
  base?: string;
  remove?: string;
}

/** The head of a column: which edition this is, by whom, from where, and what can be done. */
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
    : [kinds(kind), author].filter(Boolean).join(', ');
  return (
    <div className="edition-heading">
      <div className="edition-line">
        <span className="siglum">{siglum}</span>
        {isBase && <span className="badge">{t('base')}</span>}
        {similarity !== null && (
          <span className="quiet" title={t('shared-title')}>
            {t('shared', { percent: Math.round(similarity * 100) })}
          </span>
        )}
        <span className="column-tools">
          <Tool href={links.left} label={t('left', { siglum })} icon={ArrowLeft} />
          <Tool href={links.right} label={t('right', { siglum })} icon={ArrowRight} />
          <Tool
            href={links.base}
            label={t('make-base', { siglum })}
            icon={Target}
            command="editions"
          />
          <Tool href={links.remove} label={t('remove', { siglum })} icon={X} command="editions" />
        </span>
      </div>
      {title !== siglum && (
        <cite className="edition-title" lang={language} dir={direction(language)}>
          {title}
        </cite>
      )}
      <div className="quiet edition-facts">
        {[languageName(language, locale), by, date && dateName(date, locale)]
          .filter(Boolean)
          .join(', ')}
      </div>
      <Provenance edition={edition} />
    </div>
  );
}

function Tool({
  href,
  label,
  icon: Icon,
  command,
}: {
  href?: string;
  label: string;
  icon: typeof X;
  command?: string;
}) {
  if (!href) return null;
  return (
    <a
      href={href}
      title={label}
      aria-label={label}
      data-command={command}
      data-command-name={label}
    >
      <Icon aria-hidden size={14} />
    </a>
  );
}

/** Where the text is from; folded away until asked for. */
function Provenance({ edition }: { edition: EditionFace }) {
  const t = useTranslations('editions');
  const { siglum, source, url, licence, basedOn, description } = edition;
  if (!source && !licence && !description && !basedOn) return null;
  return (
    <details className="provenance">
      <summary className="quiet">{t('about', { siglum })}</summary>
      <div className="provenance-body">
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
    </details>
  );
}
