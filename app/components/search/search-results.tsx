import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { createElement, type ReactNode } from 'react';
import { placeName } from '../../../lib/compare/place-name';
import { spaced } from '../../../lib/edition/labels';
import { languageAttributes } from '../../../lib/edition/language-attributes';
import { excerpt } from '../../../lib/search/excerpt';
import type { FoundEdition, Hit } from '../../../lib/search/hits';
import type { SearchResult } from '../../../lib/search/search';

/** Hits that a page shows. */
export const hitsOfPage = 20;
/** Characters around what was found; other editions show so much of their text. */
const around = 180;

/** What was found, place by place, with the ways to the pages before and after. */
export function SearchResults({
  found: { hits, total, complete, renewing },
  page,
  address: addressOf,
}: {
  found: SearchResult;
  page: number;
  address: (page: number) => string;
}) {
  const t = useTranslations('search');
  const pages = Math.ceil(total / hitsOfPage);
  // A place that several editions were found at is shown once, with all of them.
  const places = hits.filter(
    ({ work, row }, k) => work !== hits[k - 1]?.work || row !== hits[k - 1].row,
  );
  return (
    <>
      <p className="search-count" role="status">
        {t('count', { count: total })}
        {!complete && ` ${t('partly')}`}
        {renewing !== null && ` ${t('renewing')}`}
      </p>
      <ol className="hits">
        {places.map((hit) => (
          <li key={`${hit.work} ${hit.row}`}>
            <HitEntry hit={hit} />
          </li>
        ))}
      </ol>
      {pages > 1 && (
        <nav className="search-pages" aria-label={t('pages')}>
          {page > 1 && (
            <Link href={addressOf(page - 1)} rel="prev" prefetch={false}>
              {t('previous')}
            </Link>
          )}
          <span>{t('page', { page, pages })}</span>
          {page < pages && (
            <Link href={addressOf(page + 1)} rel="next" prefetch={false}>
              {t('next')}
            </Link>
          )}
        </nav>
      )}
    </>
  );
}

function HitEntry({ hit: { work, title, row, siglum, segment, editions } }: { hit: Hit }) {
  const t = useTranslations('search');
  // The edition it was found in comes first.
  const ordered = [...editions].sort(
    (x, y) => Number(y.siglum === siglum) - Number(x.siglum === siglum),
  );
  const name = placeName(
    row,
    editions.flatMap(({ segments }) => segments),
  );
  const place = `/works/${work}?at=${encodeURIComponent(`${siglum}.${segment}`)}#row-${row}`;
  return (
    <article className="hit">
      <h2>
        <Link href={place} prefetch={false}>
          {title} <span className="quiet">{name === String(row) ? t('place', { row }) : name}</span>
        </Link>
      </h2>
      <div className="hit-editions">
        {ordered.map((edition) => (
          <HitEdition key={edition.siglum} edition={edition} />
        ))}
      </div>
    </article>
  );
}

function HitEdition({ edition: { siglum, language, segments } }: { edition: FoundEdition }) {
  return (
    <div className="hit-edition">
      <p className="siglum">{siglum}</p>
      <div {...languageAttributes(language)}>
        {segments.map(({ id, label, text, matches }) => {
          const { parts, cut } = excerpt(text, matches, around);
          return (
            <p key={id}>
              {label && !cut.before && <span className="label">{spaced(label)}</span>}
              {cut.before && '… '}
              {marked(parts)}
              {cut.after && ' …'}
            </p>
          );
        })}
      </div>
    </div>
  );
}

/** Every second part is what was found. */
function marked(parts: readonly string[]): ReactNode[] {
  return parts.map((part, k) =>
    k % 2 === 1 ? createElement('mark', { key: `${k} ${part}`, className: 'found' }, part) : part,
  );
}
