'use client';

import {
  ArrowDownToLine,
  ArrowUpToLine,
  Check,
  FoldVertical,
  RotateCcw,
  UnfoldVertical,
  Unlink,
} from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Bead } from '../../../lib/align/bead';
import { languageAttributes } from '../../../lib/edition/language-attributes';
import { spacedLabel } from '../label';
import type { EditionFace } from '../reading/faces';
import type { ShownSegment } from './use-texts';

export interface BeadActs {
  confirm: (k: number) => void;
  unconfirm: (k: number) => void;
  merge: (k: number) => void;
  split: (k: number) => void;
  unlink: (k: number) => void;
  shift: (k: number, side: 'a' | 'b', step: 1 | -1) => void;
  pick: (side: 0 | 1, segment: number) => void;
}

/** A bead: the paragraphs of both sides, how sure it is, and what can be done with it. */
export function BeadRow({
  number,
  bead,
  sides,
  texts,
  doubtful,
  current,
  picked,
  acts,
  last,
  onFocus,
}: {
  /** Its index among all beads. */
  number: number;
  bead: Bead;
  sides: readonly [EditionFace, EditionFace];
  texts: readonly [
    (index: number) => ShownSegment | undefined,
    (index: number) => ShownSegment | undefined,
  ];
  doubtful: boolean;
  /** Where the keyboard is in it, if it is. */
  current: { side: 0 | 1; at: number } | null;
  picked: readonly [number[], number[]];
  acts: BeadActs;
  last: boolean;
  onFocus: (side: 0 | 1, at: number) => void;
}) {
  const t = useTranslations('align');
  const confirmed = bead.origin === 'confirmed';
  const percent = Math.round(bead.score * 100);
  const tool = (
    label: string,
    icon: React.ReactNode,
    act: () => void,
    disabled = false,
  ): React.ReactNode => (
    <button
      type="button"
      className="button icon-button"
      // The keys do the same: tabbing goes from bead to bead.
      tabIndex={current ? 0 : -1}
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={act}
    >
      {icon}
    </button>
  );
  return (
    <li
      className={`bead${doubtful ? ' doubtful' : ''}${confirmed ? ' confirmed' : ''}${current ? ' current' : ''}`}
      aria-label={t('bead', { n: number + 1 })}
    >
      <div className="bead-facts">
        <span className="bead-number">{number + 1}</span>
        {confirmed ? (
          <span className="bead-state">
            <Check aria-hidden size={13} /> {t('confirmed')}
          </span>
        ) : (
          <span className="bead-state" style={{ '--score': bead.score } as React.CSSProperties}>
            {t('score', { percent })}
          </span>
        )}
        {bead.transposition && <span className="bead-state">{t('moved')}</span>}
      </div>
      {([0, 1] as const).map((side) => {
        const indices = side === 0 ? bead.a : bead.b;
        const { siglum, language } = sides[side];
        return (
          <div key={siglum} className="bead-side" data-side={siglum}>
            {indices.map((index, at) => {
              const segment = texts[side](index);
              const here = current?.side === side && current.at === at;
              return (
                <button
                  key={index}
                  type="button"
                  className="bead-segment"
                  data-segment={index}
                  {...languageAttributes(language)}
                  tabIndex={here ? 0 : -1}
                  aria-pressed={picked[side].includes(index)}
                  onFocus={() => onFocus(side, at)}
                  onClick={() => acts.pick(side, index)}
                >
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
                tabIndex={current?.side === side ? 0 : -1}
                onFocus={() => onFocus(side, 0)}
              >
                {t('no-counterpart')}
              </button>
            )}
          </div>
        );
      })}
      <div className="bead-tools">
        {confirmed
          ? tool(t('unconfirm'), <RotateCcw aria-hidden size={14} />, () => acts.unconfirm(number))
          : tool(t('confirm'), <Check aria-hidden size={14} />, () => acts.confirm(number))}
        {tool(t('merge'), <FoldVertical aria-hidden size={14} />, () => acts.merge(number), last)}
        {tool(
          t('split'),
          <UnfoldVertical aria-hidden size={14} />,
          () => acts.split(number),
          bead.a.length + bead.b.length < 2,
        )}
        {tool(
          t('unlink'),
          <Unlink aria-hidden size={14} />,
          () => acts.unlink(number),
          bead.a.length === 0 || bead.b.length === 0,
        )}
        {tool(
          t('move-up'),
          <ArrowUpToLine aria-hidden size={14} />,
          () => acts.shift(number, current?.side === 1 ? 'b' : 'a', -1),
          number === 0,
        )}
        {tool(
          t('move-down'),
          <ArrowDownToLine aria-hidden size={14} />,
          () => acts.shift(number, current?.side === 1 ? 'b' : 'a', 1),
          last,
        )}
      </div>
    </li>
  );
}
