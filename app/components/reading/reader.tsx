'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { onCommand } from '../commands/list';
import { comeBack } from './come-back';
import { NotedContext } from './noted';
import type { Picked } from './picked';
import { openAt, useHashOutsidePage, usePlaceInUrl } from './place-in-url';
import { useRowKeys } from './row-keys';
import { focusedSentence, useSentenceLinks } from './sentence-links';
import { ComparisonTable, type TableProps } from './table';
import { selectedWords } from './text-places';
import type { Word } from './word-index';
import { useWordLinks } from './word-links';

const DetailsPanel = dynamic(() => import('./details-panel').then((module) => module.DetailsPanel));

export interface ReaderProps extends TableProps {
  work: string;
  /** The query that says which editions are compared with which. */
  query: string;
  /** How many notes each segment has, by its key. */
  noted: Record<string, number>;
}

/** The text, and what can be asked of it: counterparts under the pointer, words looked up. */
export function Reader({ work, query, noted, ...table }: ReaderProps) {
  const t = useTranslations('details');
  const sigla = useMemo(() => table.editions.map(({ siglum }) => siglum), [table.editions]);
  const status = useRef<HTMLParagraphElement>(null);
  const reached = useRef<Word | null>(null);
  const [picked, setPicked] = useState<Picked | null>(null);
  const [writing, setWriting] = useState(false);
  const [counts, setCounts] = useState(noted);
  const came = useRef<HTMLElement | null>(null);
  useSentenceLinks(sigla);
  useWordLinks(status, reached);
  useRowKeys();
  usePlaceInUrl();
  useHashOutsidePage(sigla);
  useEffect(comeBack, []);

  const lookUp = useCallback((write = false): boolean => {
    const found = selectedWords() ?? wordOf(reached.current) ?? sentenceOf(focusedSentence());
    if (!found) return false;
    came.current = document.activeElement as HTMLElement | null;
    const { siglum, segment, end } = found;
    setPicked({ siglum, segment, start: 'offset' in found ? found.offset : found.start, end });
    setWriting(write);
    return true;
  }, []);
  const close = useCallback(() => {
    setPicked(null);
    came.current?.focus();
  }, []);

  useEffect(
    () =>
      onCommand((name) => {
        if (name === 'look-up') lookUp();
        if (name === 'note') lookUp(true);
      }),
    [lookUp],
  );
  useEffect(() => {
    const area = document.querySelector<HTMLElement>('.comparison');
    if (!area) return;
    const enter = (event: KeyboardEvent) => {
      if (event.key !== 'Enter') return;
      const target = event.target as HTMLElement;
      if (target.matches('.difference, .omission')) {
        event.preventDefault();
        target.click();
        return;
      }
      if (target !== focusedSentence()) return;
      if (lookUp()) event.preventDefault();
    };
    const click = (event: MouseEvent) => {
      const target = event.target as Element;
      const button = target.closest<HTMLElement>('button[data-notes]');
      const segment = button?.closest<HTMLElement>('.segment')?.dataset;
      if (button && segment) {
        came.current = button;
        setWriting(false);
        const text = button.closest('.segment');
        const last = [...(text?.querySelectorAll<HTMLElement>('.sentence') ?? [])].at(-1);
        setPicked({
          siglum: segment.siglum ?? '',
          segment: segment.segment ?? '',
          start: 0,
          end: Number(last?.dataset.end ?? 1),
        });
        return;
      }
      const link = target.closest<HTMLAnchorElement>('a[data-note]');
      // A footnote in a section that is not in the page: the page is opened there.
      if (link && !document.getElementById(decodeURIComponent(link.hash.slice(1)))) {
        event.preventDefault();
        const siglum = link.closest<HTMLElement>('.segment')?.dataset.siglum;
        if (siglum && link.dataset.note) openAt(siglum, link.dataset.note);
      }
    };
    area.addEventListener('keydown', enter);
    area.addEventListener('click', click);
    return () => {
      area.removeEventListener('keydown', enter);
      area.removeEventListener('click', click);
    };
  }, [lookUp]);

  const notedMap = useMemo(() => new Map(Object.entries(counts)), [counts]);
  return (
    <NotedContext value={notedMap}>
      <ComparisonTable {...table} />
      <SelectionButton label={t('look-up')} onPress={() => lookUp()} hidden={picked !== null} />
      {picked && (
        <DetailsPanel
          key={`${picked.siglum}-${picked.segment}-${picked.start}-${picked.end}`}
          work={work}
          query={query}
          picked={picked}
          writing={writing}
          onClose={close}
          onNoted={(key, change) =>
            setCounts((known) => ({ ...known, [key]: Math.max(0, (known[key] ?? 0) + change) }))
          }
        />
      )}
      <p ref={status} className="visually-hidden" role="status" />
    </NotedContext>
  );
}

function wordOf(word: Word | null): Picked | null {
  if (!word) return null;
  const [segment, start, end] = word.place;
  return { siglum: word.siglum, segment, start, end };
}

function sentenceOf(sentence: HTMLElement | null): Picked | null {
  const segment = sentence?.closest<HTMLElement>('.segment')?.dataset;
  if (!sentence || !segment) return null;
  return {
    siglum: segment.siglum ?? '',
    segment: segment.segment ?? '',
    start: Number(sentence.dataset.start),
    end: Number(sentence.dataset.end),
  };
}

/** Where words are selected by pointer, a button beside them looks them up. */
function SelectionButton({
  label,
  hidden,
  onPress,
}: {
  label: string;
  hidden: boolean;
  onPress: () => void;
}) {
  const [place, setPlace] = useState<{ top: number; left: number } | null>(null);
  useEffect(() => {
    const look = () => {
      if (!selectedWords()) return setPlace(null);
      const boxes = window.getSelection()?.getRangeAt(0).getClientRects();
      const box = boxes?.[boxes.length - 1];
      if (box) setPlace({ top: box.bottom + window.scrollY, left: box.right + window.scrollX });
    };
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, []);
  if (!place || hidden) return null;
  return (
    <button
      type="button"
      className="button selection-button"
      style={{ top: place.top, left: place.left }}
      // The selection must outlive the press.
      onPointerDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      {label}
    </button>
  );
}
