'use client';

import { ArrowDown, ArrowUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useRef, useState } from 'react';
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
import type { Correcting } from '../../../lib/compare/correcting';
import { languageAttributes } from '../../../lib/edition/language-attributes';
import type { EditionFace } from '../reading/faces';
import { AlignBar } from './align-bar';
import { BeadRow } from './bead-row';
import { ConflictView } from './conflict-view';
import { type Ids, useCorrecting } from './use-correcting';
import { useTexts } from './use-texts';

/** Beads shown at once. */
const windowSize = 120;
/** Beads less sure than this are put to the reviser. */
const doubtful = 0.8;

/** A segment that the keyboard has reached: its bead, side, and place within the side. */
interface Cursor {
  bead: number;
  side: 0 | 1;
  at: number;
}

/** The links between two editions, corrected by keyboard and pointer. */
export function AlignEditor({
  work,
  sides,
  ids,
  initial,
}: {
  work: string;
  sides: [EditionFace, EditionFace];
  ids: Ids;
  initial: Correcting;
}) {
  const t = useTranslations('align');
  const [a, b] = sides.map(({ siglum }) => siglum);
  const { beads, lost, confirmed, state, conflict, change, undo, redo, resolve } = useCorrecting(
    work,
    a,
    b,
    ids,
    initial,
  );
  const [place, setCursor] = useState<Cursor>({ bead: 0, side: 0, at: 0 });
  const [picked, setPicked] = useState<[number[], number[]]>([[], []]);
  const [said, setSaid] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const focus = useRef(false);

  // Beads may have become fewer under the cursor.
  const bead = Math.min(place.bead, Math.max(0, beads.length - 1));
  const length = beads[bead]?.[place.side === 0 ? 'a' : 'b'].length ?? 0;
  const cursor = { ...place, bead, at: Math.min(place.at, Math.max(0, length - 1)) };
  const from = Math.max(0, Math.min(cursor.bead - windowSize / 2, beads.length - windowSize));
  const shown = beads.slice(from, from + windowSize);
  const texts = [
    useTexts(
      work,
      a,
      shown.flatMap((bead) => bead.a),
    ),
    useTexts(
      work,
      b,
      shown.flatMap((bead) => bead.b),
    ),
  ] as const;
  const queue = useMemo(
    () =>
      beads.flatMap((bead, k) => (bead.origin !== 'confirmed' && bead.score < doubtful ? [k] : [])),
    [beads],
  );

  // The keyboard stays where it was, also when the beads around it have changed.
  useEffect(() => {
    if (!focus.current) return;
    focus.current = false;
    const item = list.current?.querySelector<HTMLElement>('[tabindex="0"][data-segment]');
    item?.focus();
    item?.scrollIntoView({ block: 'nearest' });
  });
  const go = (next: Cursor) => {
    focus.current = true;
    setCursor(next);
  };
  const goTo = (bead: number, side = cursor.side) => {
    if (bead >= 0 && bead < beads.length) go({ bead, side, at: 0 });
  };

  /** Gives the keyboard back to its bead once the list has changed. */
  const keepFocus = async (done: Promise<void> | undefined) => {
    await done;
    focus.current = true;
    setCursor((now) => ({ ...now }));
  };
  const apply = (next: Confirmed[] | null) => {
    if (!next) {
      setSaid(t('not-neighbours'));
      return;
    }
    setSaid('');
    keepFocus(change(confirm(confirmed, next)));
  };
  const acts = {
    confirm: (k: number) => apply([beads[k]]),
    unconfirm: (k: number) => change(unconfirm(confirmed, beads[k])),
    merge: (k: number) => {
      const next = beads[k + 1];
      const joined = next && merge(beads[k], next);
      apply(joined ? [joined] : null);
    },
    split: (k: number) => apply(split(beads[k])),
    unlink: (k: number) => apply(unlink(beads[k])),
    shift: (k: number, side: 'a' | 'b', step: 1 | -1) => {
      const next = beads[k + step];
      apply(next ? shiftEdge(beads[k], next, side) : null);
    },
    pick: (side: 0 | 1, segment: number) =>
      setPicked((now) => {
        const mine = now[side].includes(segment)
          ? now[side].filter((s) => s !== segment)
          : [...now[side], segment];
        return side === 0 ? [mine, now[1]] : [now[0], mine];
      }),
    linkPicked: () => {
      const bead = link(...picked);
      if (bead) setPicked([[], []]);
      apply(bead ? [bead] : null);
    },
  };
  const nextDoubt = (step: 1 | -1) => {
    const ahead =
      step === 1
        ? (queue.find((k) => k > cursor.bead) ?? queue[0])
        : (queue.findLast((k) => k < cursor.bead) ?? queue.at(-1));
    if (ahead !== undefined) goTo(ahead);
  };

  const press = (event: React.KeyboardEvent) => {
    const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
    const { bead: k, side } = cursor;
    const done = (act: () => void) => {
      event.preventDefault();
      event.stopPropagation();
      act();
    };
    if (ctrlKey || metaKey) {
      if (key.toLowerCase() === 'z') done(() => keepFocus(shiftKey ? redo?.() : undo?.()));
      else if (key.toLowerCase() === 'y') done(() => keepFocus(redo?.()));
      return;
    }
    const own = beads[k]?.[side === 0 ? 'a' : 'b'] ?? [];
    if (altKey) {
      if (key === 'ArrowDown') done(() => acts.shift(k, side === 0 ? 'a' : 'b', 1));
      if (key === 'ArrowUp') done(() => acts.shift(k, side === 0 ? 'a' : 'b', -1));
      return;
    }
    switch (key) {
      case 'ArrowDown':
        return done(() =>
          cursor.at + 1 < own.length ? go({ ...cursor, at: cursor.at + 1 }) : goTo(k + 1),
        );
      case 'ArrowUp':
        return done(() => {
          if (cursor.at > 0) go({ ...cursor, at: cursor.at - 1 });
          else if (k > 0) {
            const before = beads[k - 1][side === 0 ? 'a' : 'b'].length;
            go({ bead: k - 1, side, at: Math.max(0, before - 1) });
          }
        });
      case 'ArrowLeft':
        return done(() => go({ bead: k, side: 0, at: 0 }));
      case 'ArrowRight':
        return done(() => go({ bead: k, side: 1, at: 0 }));
      case 'Enter':
        return done(() => acts.confirm(k));
      case 'm':
        return done(() => acts.merge(k));
      case 's':
        return done(() => acts.split(k));
      case 'u':
        return done(() => acts.unlink(k));
      case 'l':
        return done(acts.linkPicked);
      case 'd':
        return done(() => nextDoubt(1));
      case 'D':
        return done(() => nextDoubt(-1));
      case ' ':
        return done(() => own[cursor.at] !== undefined && acts.pick(side, own[cursor.at]));
    }
  };

  return (
    <section className="align-editor" aria-label={t('heading')}>
      <p className="quiet align-intro">
        {t('intro')} {t('keys')}
      </p>
      <AlignBar
        undo={undo && (() => keepFocus(undo()))}
        redo={redo && (() => keepFocus(redo()))}
        doubts={queue.length}
        onDoubt={nextDoubt}
        picked={[picked[0].length, picked[1].length]}
        onLink={acts.linkPicked}
        said={
          said ||
          (state.kind === 'saving'
            ? t('saving')
            : state.kind === 'saved'
              ? t('saved', { count: confirmed.length })
              : '')
        }
      />
      {state.kind === 'failed' && (
        <p className="problem" role="alert">
          {t('failed', { error: state.error })}
        </p>
      )}
      {conflict && (
        <ConflictView work={work} sides={sides} ids={ids} conflict={conflict} onResolve={resolve} />
      )}
      {lost.length > 0 && (
        <details className="problem">
          <summary>{t('lost')}</summary>
          <p>{t('lost-kept')}</p>
          <ul>
            {lost.map((each) => (
              <li key={JSON.stringify(each)}>
                <code>
                  {each.editions[0]}: {each.a.join(', ') || '—'}; {each.editions[1]}:{' '}
                  {each.b.join(', ') || '—'}
                </code>
              </li>
            ))}
          </ul>
        </details>
      )}
      <div className="align-heads" aria-hidden="true">
        <span />
        {sides.map(({ siglum, title, language }) => (
          <span key={siglum}>
            <span className="siglum">{siglum}</span>{' '}
            <cite {...languageAttributes(language)}>{title}</cite>
          </span>
        ))}
      </div>
      <ol className="beads" ref={list} onKeyDown={press} start={from + 1}>
        {shown.map((bead, k) => (
          <BeadRow
            key={beadKey(bead)}
            number={from + k}
            bead={bead}
            sides={sides}
            texts={texts}
            doubtful={bead.origin !== 'confirmed' && bead.score < doubtful}
            current={from + k === cursor.bead ? cursor : null}
            picked={picked}
            acts={acts}
            last={from + k === beads.length - 1}
            onFocus={(side, at) => setCursor({ bead: from + k, side, at })}
          />
        ))}
      </ol>
      {beads.length > windowSize && (
        <p className="pager">
          <button
            type="button"
            className="button"
            disabled={from === 0}
            onClick={() => goTo(Math.max(0, cursor.bead - windowSize))}
          >
            <ArrowUp aria-hidden size={15} />
          </button>
          <span className="quiet">
            {from + 1}–{from + shown.length} / {beads.length}
          </span>
          <button
            type="button"
            className="button"
            disabled={from + shown.length >= beads.length}
            onClick={() => goTo(Math.min(beads.length - 1, cursor.bead + windowSize))}
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
