import {
  ArrowDownToLine,
  ArrowUpToLine,
  Check,
  CheckCheck,
  FoldVertical,
  ListChecks,
  type LucideIcon,
  RotateCcw,
  Scissors,
  UnfoldVertical,
  Unlink,
  WrapText,
  X,
} from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import type { Bead } from '../../../lib/align/bead';
import type { CorrectedUnit } from '../../../lib/edition/sentence-ids';
import { useRoving } from '../roving';
import type { BeadNames } from './bead-names';
import type { Acts } from './use-acts';
import type { useCursor } from './use-cursor';

/** What can be done with the bead that the keyboard or the pointer has reached: one stop of the Tab key. */
export function BeadTools({
  unit,
  beads,
  names: { name },
  at,
  acts,
  confirmHere,
}: {
  unit: CorrectedUnit;
  beads: readonly Bead[];
  names: BeadNames;
  at: ReturnType<typeof useCursor>;
  acts: Acts;
  confirmHere: () => void;
}) {
  const t = useTranslations('align');
  const bar = useRef<HTMLDivElement>(null);
  useRoving(bar, ':scope > button');
  const { cursor, range } = at;
  const { bead: k, side } = cursor;
  const bead = beads[k];
  if (!bead) return null;
  const own = (side === 0 ? bead.a : bead.b)[cursor.at];
  const count = range ? range.high - range.low + 1 : 1;
  const tool = (label: string, Icon: LucideIcon, act: () => void, disabled = false) => (
    <button
      type="button"
      className="button icon-button"
      aria-label={label}
      title={label}
      aria-disabled={disabled}
      onClick={disabled ? undefined : act}
    >
      <Icon aria-hidden size={16} />
    </button>
  );
  return (
    <div ref={bar} className="bead-tools" role="toolbar" aria-label={t('tools', { n: name(k) })}>
      <span className="bead-number" aria-hidden="true">
        {range ? `${name(range.low)}–${name(range.high)}` : name(k)}
      </span>
      {range && (
        <button type="button" className="button primary-button" onClick={confirmHere}>
          <CheckCheck aria-hidden size={16} /> {t('confirm-range', { count })}
        </button>
      )}
      {range && tool(t('end-range'), X, at.endRange)}
      {!range &&
        (bead.origin === 'confirmed'
          ? tool(t('unconfirm'), RotateCcw, () => acts.unconfirm(k))
          : tool(t('confirm'), Check, confirmHere))}
      {!range && tool(t('begin-range'), ListChecks, at.beginRange)}
      {tool(t('merge'), FoldVertical, () => acts.merge(k), k + 1 >= beads.length)}
      {tool(t('split'), UnfoldVertical, () => acts.split(k), bead.a.length + bead.b.length < 2)}
      {tool(t('unlink'), Unlink, () => acts.unlink(k), bead.a.length === 0 || bead.b.length === 0)}
      {tool(t(`move-up.${unit}`), ArrowUpToLine, () => acts.shift(k, side, -1), k === 0)}
      {tool(
        t(`move-down.${unit}`),
        ArrowDownToLine,
        () => acts.shift(k, side, 1),
        k + 1 >= beads.length,
      )}
      {unit === 'sentence' &&
        tool(t('join-next'), WrapText, () => acts.joinNext(side, own), own === undefined)}
      {unit === 'sentence' &&
        tool(t('cut'), Scissors, () => acts.startCutting(side, own), own === undefined)}
    </div>
  );
}
