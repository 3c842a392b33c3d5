import { useLocale, useTranslations } from 'next-intl';
import type { SlipReason } from '../../../lib/collate/slips';
import { languageAttributes } from '../../../lib/edition/language-attributes';
import type { Edition } from '../../../lib/edition/model';
import type { PlacedSlip } from '../../../lib/studies/check-list';
import { languageName } from '../names';
import { listed } from '../separators';
import type { PlaceAddress } from './place-address';

/** Likely slips of one translation, each linked to its place. */
export function CheckList({
  base,
  other,
  slips,
  placeAddress,
}: {
  base: Edition;
  other: Edition;
  slips: readonly PlacedSlip[];
  placeAddress: PlaceAddress;
}) {
  const t = useTranslations('renderings');
  const kinds = useTranslations('slips');
  const locale = useLocale();
  const address = ({ base: inBase, here }: PlacedSlip) =>
    here
      ? placeAddress({ siglum: other.siglum, segment: here }, base.siglum)
      : placeAddress({ siglum: base.siglum, segment: inBase ?? '' }, other.siglum);
  return (
    <section className="check-list">
      <h2>
        <span className="siglum">{other.siglum}</span>{' '}
        <small className="quiet">
          {t('to-look-at', {
            language: languageName(other.language, locale),
            count: slips.length,
          })}
        </small>
      </h2>
      {slips.length === 0 && <p className="nothing">{t('clean')}</p>}
      <ol>
        {slips.map((slip) => (
          <li
            key={`${slip.kind}-${slip.reason.name}-${slip.base}-${slip.here}-${slip.baseText.slice(0, 20)}`}
          >
            <a href={address(slip)} className={`slip slip-${slip.kind}`}>
              {kinds(slip.kind)}
            </a>{' '}
            <Reason reason={slip.reason} />
            <blockquote>
              {slip.baseText && <p {...languageAttributes(base.language)}>{slip.baseText}</p>}
              {slip.hereText && <p {...languageAttributes(other.language)}>{slip.hereText}</p>}
            </blockquote>
          </li>
        ))}
      </ol>
    </section>
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
