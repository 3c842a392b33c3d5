'use client';

import { Check, GripVertical } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Bead } from '../../../lib/align/bead';
import type { DoubtReason } from '../../../lib/align/doubts';
import { languageAttributes } from '../../../lib/edition/language-attributes';
import { spacedLabel } from '../label';
import type { EditionFace } from '../reading/faces';
import { CutText } from './cut-text';
import type { Acts } from './use-acts';
import type { Shown } from './use-texts';

/** The texts of one side, by number. */
export type TextOf = (index: number) => Shown | undefined;

/** A bead: the segments or sentences of both sides, how sure it is, and why it deserves a look. */
export function BeadRow({
  name,
  bead,
  sides,
  texts,
  reasons,
  current,
  inRange,
  picked,
  cutting,
  acts,
  onFocus,
}: {
  /** What it is called; see `BeadNames`. */
  name: string;
  bead: Bead;
  sides: readonly [EditionFace, EditionFace];
  texts: readonly [TextOf, TextOf];
  /** Why it deserves a look, where it does. */
  reasons: readonly DoubtReason[] | undefined;
  /** Where the keyboard is in it, if it is. */
  current: { side: 0 | 1; at: number } | null;
  /** Whether it is of the range to be confirmed. */
  inRange: boolean;
  picked: readonly [number[], number[]];
  /** The sentence that is being cut, if it is of this bead. */
  cutting: { side: 0 | 1; index: number } | null;
  acts: Acts;
  onFocus: (side: 0 | 1, at: number, extend: boolean) => void;
}) {
  const t = useTranslations('align');
  const confirmed = bead.origin === 'confirmed';
  const begins = [bead.a, bead.b].some(
    (own, side) => own[0] !== undefined && texts[side](own[0])?.begins,
  );
  const state = [
    'bead',
    reasons && 'doubtful',
    confirmed && 'confirmed',
    current && 'current',
    inRange && 'in-range',
    begins && 'begins',
  ];
  return (
    <li className={state.filter(Boolean).join(' ')} aria-label={t('bead', { n: name })}>
      <div className="bead-facts">
        <span className="bead-number">{name}</span>
        {confirmed ? (
          <span className="bead-state">
            <Check aria-hidden size={13} /> {t('confirmed')}
          </span>
        ) : (
          <span className="bead-state">
            {t('score', { percent: Math.round(bead.score * 100) })}
          </span>
        )}
        {reasons?.map((reason) => (
          <span key={reason} className="bead-reason">
            {t(`reasons.${reason}`)}
          </span>
        ))}
        {bead.transposition && !reasons?.includes('elsewhere') && (
          <span className="bead-state">{t('moved')}</span>
        )}
      </div>
      {([0, 1] as const).map((side) => (
        <BeadSide
          key={sides[side].siglum}
          side={side}
          edition={sides[side]}
          indices={side === 0 ? bead.a : bead.b}
          textOf={texts[side]}
          at={current?.side === side ? current.at : null}
          picked={picked[side]}
          cutting={cutting?.side === side ? cutting.index : null}
          acts={acts}
          onFocus={(at, extend) => onFocus(side, at, extend)}
        />
      ))}
    </li>
  );
}

function BeadSide({
  side,
  edition: { siglum, language },
  indices,
  textOf,
  at: here,
  picked,
  cutting,
  acts,
  onFocus,
}: {
  side: 0 | 1;
  edition: EditionFace;
  indices: readonly number[];
  textOf: TextOf;
  /** Where the keyboard is in this side. */
  at: number | null;
  picked: readonly number[];
  cutting: number | null;
  acts: Acts;
  onFocus: (at: number, extend: boolean) => void;
}) {
  const t = useTranslations('align');
  return (
    <div className="bead-side" data-side={siglum}>
      {indices.map((index, at) => {
        const segment = textOf(index);
        if (segment && cutting === index) {
          return (
            <CutText
              key={index}
              text={segment.text}
              language={language}
              onCut={(place) => acts.cut(side, index, place)}
              onClose={acts.stopCutting}
            />
          );
        }
        return (
          <button
            key={index}
            type="button"
            className="bead-segment"
            data-segment={index}
            data-place={side}
            {...languageAttributes(language)}
            tabIndex={here === at ? 0 : -1}
            aria-pressed={picked.includes(index)}
            onFocus={() => onFocus(at, false)}
            onClick={(event) => {
              if (event.shiftKey) onFocus(at, true);
              else acts.pick(side, index);
            }}
          >
            <span className="bead-handle" aria-hidden="true">
              <GripVertical size={16} />
            </span>
            {segment ? (
              <>
                {segment.label && <span className="label">{spacedLabel(segment)}</span>}
                {segment.text}
              </>
            ) : (
              '…'
            )}
          </button>
        );
      })}
      {indices.length === 0 && (
        <button
          type="button"
          className="bead-segment bead-empty"
          data-segment=""
          tabIndex={here !== null ? 0 : -1}
          onFocus={() => onFocus(0, false)}
          onClick={(event) => event.shiftKey && onFocus(0, true)}
        >
          {t('no-counterpart')}
        </button>
      )}
    </div>
  );
}
