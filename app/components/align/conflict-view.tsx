'use client';

import { useTranslations } from 'next-intl';
import { type Confirmed, confirm } from '../../../lib/align/revise';
import { languageAttributes } from '../../../lib/edition/language-attributes';
import type { EditionFace } from '../reading/faces';
import { shorten } from '../shorten';
import { byIndex, type Conflict, type Ids, idsOf } from './use-correcting';
import { useShown } from './use-texts';

/** Someone else has saved meanwhile: both are shown, and the writer chooses. */
export function ConflictView({
  work,
  sides,
  segmentIds,
  conflict,
  onResolve,
}: {
  work: string;
  sides: readonly [EditionFace, EditionFace];
  segmentIds: Ids;
  conflict: Conflict;
  onResolve: (next: Confirmed[] | null) => void;
}) {
  const t = useTranslations('align');
  const ids = idsOf(conflict.theirs, segmentIds);
  const [before, mine, theirs] = [
    conflict.before.beads,
    conflict.mine.beads,
    conflict.theirs.confirmed,
  ].map((beads) => byIndex(beads, ids));
  const added = (now: readonly Confirmed[]) => now.filter((bead) => !has(before, bead));
  const [yours, others] = [added(mine), added(theirs)];
  const all = [...yours, ...others];
  const texts = [
    useShown(
      work,
      sides[0].siglum,
      segmentIds[0],
      ids[0],
      all.flatMap(({ a }) => a),
    ),
    useShown(
      work,
      sides[1].siglum,
      segmentIds[1],
      ids[1],
      all.flatMap(({ b }) => b),
    ),
  ];
  // Mine over theirs where they touch; what I took back and they left alone stays taken back.
  const gone = before.filter((bead) => !has(mine, bead));
  const both = confirm(
    theirs.filter((bead) => !has(gone, bead)),
    yours,
  );
  const show = (beads: readonly Confirmed[]) => (
    <ul>
      {beads.map((bead) => (
        <li key={`${bead.a}:${bead.b}`}>
          {[bead.a, bead.b].map((list, side) => (
            <span key={sides[side].siglum} {...languageAttributes(sides[side].language)}>
              <span className="siglum" lang="en">
                {sides[side].siglum}
              </span>{' '}
              {list
                .map((index) => shorten(texts[side](index)?.text ?? `¶ ${index + 1}`))
                .join(' / ') || t('nothing')}
            </span>
          ))}
        </li>
      ))}
      {beads.length === 0 && <li>{t('nothing')}</li>}
    </ul>
  );
  return (
    <section className="problem conflict" role="alert">
      <h2>{t('conflict')}</h2>
      <p>{t('conflict-text')}</p>
      <div className="conflict-sides">
        <div>
          <h3>{t('yours')}</h3>
          {show(yours)}
        </div>
        <div>
          <h3>{t('theirs')}</h3>
          {show(others)}
        </div>
      </div>
      <p className="cite-row">
        <button type="button" className="button primary-button" onClick={() => onResolve(both)}>
          {t('save-both')}
        </button>
        <button type="button" className="button" onClick={() => onResolve(null)}>
          {t('keep-theirs')}
        </button>
      </p>
    </section>
  );
}

function has(list: readonly Confirmed[], { a, b }: Confirmed): boolean {
  return list.some((each) => String(each.a) === String(a) && String(each.b) === String(b));
}
