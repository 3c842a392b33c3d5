'use client';

import { ArrowDown, ArrowUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useRef } from 'react';
import type { Bead } from '../../../lib/align/bead';
import type { Correcting } from '../../../lib/compare/correcting';
import type { SegmentNames } from '../../../lib/compare/segment-names';
import { languageAttributes } from '../../../lib/edition/language-attributes';
import type { EditionFace } from '../reading/faces';
import { AlignBar } from './align-bar';
import { useBeadNames } from './bead-names';
import { BeadRow } from './bead-row';
import { BeadTools } from './bead-tools';
import { ConflictView } from './conflict-view';
import { DoubtList } from './doubt-list';
import { LostList } from './lost-list';
import { useActs } from './use-acts';
import { useClicksInTurn } from './use-clicks-in-turn';
import { type Ids, useCorrecting } from './use-correcting';
import { useCursor } from './use-cursor';
import { useDragging } from './use-dragging';
import { useKeysInTurn } from './use-keys-in-turn';
import { useShown } from './use-texts';

/** Beads shown at once. */
const windowSize = 120;

/** The links between two editions, corrected by keyboard, pointer and touch. */
export function AlignEditor({
  work,
  sides,
  ids: segmentIds,
  names: segmentNames,
  initial,
  start = 0,
}: {
  work: string;
  sides: [EditionFace, EditionFace];
  /** Ids of the segments of both. */
  ids: Ids;
  names: [SegmentNames, SegmentNames];
  initial: Correcting;
  /** The bead that the page was asked for at. */
  start?: number;
}) {
  const t = useTranslations('align');
  const [a, b] = [sides[0].siglum, sides[1].siglum];
  const correcting = useCorrecting(work, a, b, segmentIds, initial);
  const { current, ids, confirmed, state, conflict, undo, redo, resolve } = correcting;
  const { beads, doubts, lost, unit } = current;
  const list = useRef<HTMLOListElement>(null);
  const at = useCursor(list, beads, start);
  const { cursor, range } = at;
  const names = useBeadNames(beads, segmentIds, ids, segmentNames);
  const acts = useActs([a, b], correcting, at.keepFocus);
  useDragging(list, acts.drop);

  const from = Math.max(0, Math.min(cursor.bead - windowSize / 2, beads.length - windowSize));
  const shown = beads.slice(from, from + windowSize);
  const needed = (side: 'a' | 'b') => shown.flatMap((bead) => bead[side]);
  const texts = [
    useShown(work, a, segmentIds[0], ids[0], needed('a')),
    useShown(work, b, segmentIds[1], ids[1], needed('b')),
  ] as const;
  // Texts that come above what the keyboard has reached push it away.
  const isHere = (['a', 'b'] as const).every((side, k) =>
    (beads[cursor.bead]?.[side] ?? []).every((index) => texts[k](index)),
  );
  useEffect(() => {
    if (isHere && cursor.bead > 0) at.show();
  }, [isHere, cursor.bead, at.show]);
  const reasons = useMemo(
    () => new Map(doubts.map((doubt) => [doubt.bead, doubt.reasons])),
    [doubts],
  );
  const confirmHere = () => {
    const chosen = range ? beads.slice(range.low, range.high + 1) : [beads[cursor.bead]];
    at.endRange();
    acts.confirm(chosen.filter(Boolean));
  };
  const nextDoubt = (step: 1 | -1) => {
    const here = doubts.findIndex(({ bead }) => bead === cursor.bead);
    const next = here < 0 ? doubts[0] : doubts.at((here + step) % doubts.length);
    if (next) at.goTo(next.bead);
  };
  const step = (take: (() => Promise<void>) | null) => take && (() => at.keepFocus(take()));
  const pressed = {
    beads,
    sentences: unit === 'sentence',
    at,
    acts,
    undo: () => step(undo)?.(),
    redo: () => step(redo)?.(),
    confirmHere,
    nextDoubt,
  };
  const press = useKeysInTurn(state, pressed);
  const keepClick = useClicksInTurn(state);
  const said =
    acts.said ||
    {
      idle: '',
      failed: '',
      saving: t('saving'),
      stale: t('stale'),
      saved: t('saved', { count: confirmed.length }),
    }[state.kind];
  return (
    <section className="align-editor" aria-label={t('heading')} onClickCapture={keepClick}>
      <p className="quiet align-intro">{t(`intro.${unit}`)}</p>
      <details className="align-keys quiet">
        <summary>{t('keys-title')}</summary>
        <p>
          {t('keys')} {unit === 'sentence' && t('keys-of-sentences')}
        </p>
      </details>
      <AlignBar
        undo={step(undo)}
        redo={step(redo)}
        doubts={doubts.length}
        onDoubt={nextDoubt}
        picked={[acts.picked[0].length, acts.picked[1].length]}
        onLink={acts.linkPicked}
        said={said}
      >
        <BeadTools
          unit={unit}
          beads={beads}
          names={names}
          at={at}
          acts={acts}
          confirmHere={confirmHere}
        />
      </AlignBar>
      <DoubtList
        beads={beads}
        doubts={doubts}
        names={names}
        here={cursor.bead}
        onGo={(bead) => at.goTo(bead)}
      />
      {state.kind === 'failed' && (
        <p className="problem" role="alert">
          {t('failed', { error: state.error })}
        </p>
      )}
      {conflict && (
        <ConflictView
          work={work}
          sides={sides}
          segmentIds={segmentIds}
          conflict={conflict}
          onResolve={resolve}
        />
      )}
      <LostList lost={lost} />
      <div className="align-heads" aria-hidden="true">
        <span />
        {sides.map(({ siglum, title, language }) => (
          <span key={siglum}>
            <span className="siglum">{siglum}</span>{' '}
            <cite {...languageAttributes(language)}>{title}</cite>
          </span>
        ))}
      </div>
      <ol className={`beads of-${unit}s`} ref={list} onKeyDown={press} start={from + 1}>
        {shown.map((bead, k) => (
          <BeadRow
            key={beadKey(bead)}
            name={names.name(from + k)}
            bead={bead}
            sides={sides}
            texts={texts}
            reasons={reasons.get(from + k)}
            current={from + k === cursor.bead ? cursor : null}
            inRange={range !== null && from + k >= range.low && from + k <= range.high}
            picked={acts.picked}
            cutting={isIn(bead, acts.cutting) ? acts.cutting : null}
            acts={acts}
            onFocus={(side, place, extend) => at.move({ bead: from + k, side, at: place }, extend)}
          />
        ))}
      </ol>
      {beads.length > windowSize && (
        <p className="pager">
          <button
            type="button"
            className="button"
            aria-label={t('earlier')}
            disabled={from === 0}
            onClick={() => at.goTo(Math.max(0, cursor.bead - windowSize))}
          >
            <ArrowUp aria-hidden size={15} />
          </button>
          <span className="quiet">
            {from + 1}–{from + shown.length} / {beads.length}
          </span>
          <button
            type="button"
            className="button"
            aria-label={t('later')}
            disabled={from + shown.length >= beads.length}
            onClick={() => at.goTo(Math.min(beads.length - 1, cursor.bead + windowSize))}
          >
            <ArrowDown aria-hidden size={15} />
          </button>
        </p>
      )}
    </section>
  );
}

function beadKey({ a, b }: Bead): string {
  return `${a}:${b}`;
}

const isIn = (bead: Bead, cutting: { side: 0 | 1; index: number } | null): boolean =>
  cutting !== null && (cutting.side === 0 ? bead.a : bead.b).includes(cutting.index);
