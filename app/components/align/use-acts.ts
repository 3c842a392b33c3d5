import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Bead } from '../../../lib/align/bead';
import {
  type Confirmed,
  confirm,
  link,
  merge,
  shiftEdge,
  split,
  unconfirm,
  unlink,
} from '../../../lib/align/revise';
import { followCuts } from '../../../lib/edition/follow-cuts';
import type { SentenceCut } from '../../../lib/edition/model';
import { sentencePlace } from '../../../lib/edition/sentence-ids';
import type { Decided } from './steps';
import type { Ids, useCorrecting } from './use-correcting';

export type Acts = ReturnType<typeof useActs>;

/** What can be done with the beads of two editions, by their numbers. */
export function useActs(
  sigla: readonly [string, string],
  { current, ids, decided, confirmed, change, save }: ReturnType<typeof useCorrecting>,
  /** Called with each change that is on its way. */
  onChange: (done: Promise<void>) => void,
) {
  const t = useTranslations('align');
  const [picked, setPicked] = useState<[number[], number[]]>([[], []]);
  const [cutting, setCutting] = useState<{ side: 0 | 1; index: number } | null>(null);
  const [said, setSaid] = useState('');
  const { beads, unit } = current;

  const apply = (next: readonly Confirmed[] | null) => {
    setSaid(next ? '' : t(`not-neighbours.${unit}`));
    if (next) onChange(change(confirm(confirmed, next)));
  };
  const recut = (side: 0 | 1, cut: SentenceCut) => {
    setCutting(null);
    setPicked([[], []]);
    onChange(save(decidedAfter(decided, sigla, side, ids, cut)));
  };
  return {
    picked,
    cutting,
    said,
    confirm: (list: readonly Bead[]) => apply(list),
    unconfirm: (k: number) => onChange(change(unconfirm(confirmed, beads[k]))),
    merge: (k: number) => {
      const next = beads[k + 1];
      const joined = next && merge(beads[k], next);
      apply(joined ? [joined] : null);
    },
    split: (k: number) => apply(split(beads[k])),
    unlink: (k: number) => apply(unlink(beads[k])),
    shift: (k: number, side: 0 | 1, step: 1 | -1) => {
      const next = beads[k + step];
      apply(next ? shiftEdge(beads[k], next, side === 0 ? 'a' : 'b') : null);
    },
    pick: (side: 0 | 1, index: number) =>
      setPicked((now) => {
        const mine = now[side].includes(index)
          ? now[side].filter((s) => s !== index)
          : [...now[side], index];
        return side === 0 ? [mine, now[1]] : [now[0], mine];
      }),
    linkPicked: () => {
      const bead = link(...picked);
      if (bead) setPicked([[], []]);
      apply(bead ? [bead] : null);
    },
    /** Links what is dragged, with all that is picked beside it, to what it is dropped on. */
    drop: (side: 0 | 1, dragged: number, onto: number) => {
      const own = picked[side].includes(dragged) ? picked[side] : [dragged];
      const there = picked[1 - side].includes(onto) ? picked[1 - side] : [onto];
      const bead = side === 0 ? link(own, there) : link(there, own);
      if (bead) setPicked([[], []]);
      apply(bead ? [bead] : null);
    },
    startCutting: (side: 0 | 1, index: number) => setCutting({ side, index }),
    stopCutting: () => {
      setCutting(null);
      onChange(Promise.resolve());
    },
    /** @param at UTF-16 offset in the sentence. */
    cut: (side: 0 | 1, index: number, at: number) => {
      const place = sentencePlace(ids[side][index]);
      if (!place) return;
      const [edition, { segment }] = [sigla[side], place];
      recut(side, { edition, segment, at: place.at + at, kind: 'cut' });
    },
    joinNext: (side: 0 | 1, index: number) => {
      const [here, next] = [index, index + 1].map((k) => sentencePlace(ids[side][k] ?? ''));
      if (!here || here.segment !== next?.segment) setSaid(t('no-next-sentence'));
      else recut(side, { edition: sigla[side], ...next, kind: 'join' });
    },
  };
}

/** What is decided once a sentence is cut or joined: links have the words that they had. */
function decidedAfter(
  { beads, cuts }: Decided,
  sigla: readonly [string, string],
  side: 0 | 1,
  ids: Ids,
  cut: SentenceCut,
): Decided {
  const before = ids[side].flatMap((id) => {
    const place = sentencePlace(id);
    return place?.segment === cut.segment ? [place.at] : [];
  });
  const now =
    cut.kind === 'cut'
      ? [...before, cut.at].sort((x, y) => x - y)
      : before.filter((at) => at !== cut.at);
  const links = beads.map(({ a, b }) => ({ editions: [...sigla] as [string, string], a, b }));
  const moved = followCuts(links, sigla[side], { segment: cut.segment, before, now });
  const isOther = ({ edition, segment, at }: SentenceCut) =>
    edition !== cut.edition || segment !== cut.segment || at !== cut.at;
  return {
    beads: moved.map(({ a, b }) => ({ a, b })),
    cuts: [...cuts.filter(isOther), cut],
  };
}
