import { useFormatter, useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Dismissal } from '../../../lib/edition/dismissals';
import { languageAttributes } from '../../../lib/edition/language-attributes';
import type { Edition } from '../../../lib/edition/model';
import type { SlipReason } from '../../../lib/edition/slips';
import type { ReviewedSlip } from '../../../lib/studies/review-slips';
import { languageName } from '../names';
import { listed } from '../separators';
import type { PlaceAddress } from './place-address';

interface Shown {
  base: Edition;
  other: Edition;
  placeAddress: PlaceAddress;
  /** What a reader who may edit does with a finding: dismisses it, or takes that back. */
  decide?: (slip: ReviewedSlip) => ReactNode;
}

/** Likely slips of one translation, each linked to its place; what is dismissed stands at the end. */
export function CheckList({ slips, ...shown }: Shown & { slips: readonly ReviewedSlip[] }) {
  const t = useTranslations('renderings');
  const dismissals = useTranslations('dismissals');
  const locale = useLocale();
  const { other } = shown;
  const dismissed = slips.filter(({ dismissal }) => dismissal);
  const open = slips.filter(({ dismissal }) => !dismissal);
  return (
    <section className="check-list">
      <h2>
        <span className="siglum">{other.siglum}</span>{' '}
        <small className="quiet">
          {t('to-look-at', {
            language: languageName(other.language, locale),
            count: open.length,
          })}
        </small>
      </h2>
      {open.length === 0 && <p className="nothing">{t('clean')}</p>}
      <Findings slips={open} {...shown} />
      {dismissed.length > 0 && (
        <details className="dismissed">
          <summary>{dismissals('title', { count: dismissed.length })}</summary>
          <Findings slips={dismissed} {...shown} />
        </details>
      )}
    </section>
  );
}

function Findings({
  base,
  other,
  slips,
  placeAddress,
  decide,
}: Shown & { slips: readonly ReviewedSlip[] }) {
  const t = useTranslations('dismissals');
  const kinds = useTranslations('slips');
  const address = ({ base: inBase, here }: ReviewedSlip) =>
    here
      ? placeAddress({ siglum: other.siglum, segment: here }, base.siglum)
      : placeAddress({ siglum: base.siglum, segment: inBase ?? '' }, other.siglum);
  return (
    <ol>
      {slips.map((slip) => (
        <li key={slip.id}>
          <a href={address(slip)} className={`slip slip-${slip.kind}`}>
            {kinds(slip.kind)}
          </a>{' '}
          <Reason reason={slip.reason} />
          <blockquote>
            {slip.baseText && <p {...languageAttributes(base.language)}>{slip.baseText}</p>}
            {slip.hereText && <p {...languageAttributes(other.language)}>{slip.hereText}</p>}
          </blockquote>
          {slip.outdated && (
            <p className="quiet">{t('outdated', { reason: slip.outdated.reason })}</p>
          )}
          {slip.dismissal ? (
            <Dismissed dismissal={slip.dismissal}>{decide?.(slip)}</Dismissed>
          ) : (
            decide?.(slip)
          )}
        </li>
      ))}
    </ol>
  );
}

/** Why a finding is not a slip, who said so, and when. */
function Dismissed({ dismissal, children }: { dismissal: Dismissal; children: ReactNode }) {
  const format = useFormatter();
  const { reason, author, date } = dismissal;
  const day = date && new Date(date);
  return (
    <p className="dismissal">
      <span dir="auto">{reason}</span>{' '}
      <small className="quiet">
        {author && <bdi>{author.name}</bdi>}{' '}
        {day && !Number.isNaN(day.getTime()) && (
          <time dateTime={date}>{format.dateTime(day, { dateStyle: 'medium' })}</time>
        )}
      </small>{' '}
      {children}
    </p>
  );
}

function Reason({ reason }: { reason: SlipReason }) {
  const t = useTranslations('reasons');
  const locale = useLocale();
  switch (reason.name) {
    case 'only-base':
    case 'only-here':
      return t(reason.name, { values: listed(locale, reason.values.map(String)) });
    case 'other-numbers':
      return t(reason.name, {
        values: listed(locale, reason.values.map(String)),
        here: listed(locale, reason.here.map(String)),
      });
    case 'unnamed':
    case 'not-preferred':
      return t(reason.name, { word: reason.word, rendering: reason.rendering });
    default:
      return t(reason.name);
  }
}
