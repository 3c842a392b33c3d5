'use client';

import { ArrowLeft, ArrowRight, Columns2, X } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { CollationEdit } from '../../../lib/edition/collation-edits';
import type { NoteTarget } from '../../../lib/edition/notes';
import { offerUndo, send } from '../editing/undo';

/** A word of an alignment table, as its button stands in the page. */
interface ChosenWord {
  element: HTMLElement;
  word: string;
  siglum: string;
}

/**
 * Moves the words of alignment tables by hand: a word is chosen, then the word beside which it belongs,
 * a neighbouring column, or a column of its own.
 */
export function TableEditing({ work }: { work: string }) {
  const t = useTranslations('regularise');
  const router = useRouter();
  const [chosen, setChosen] = useState<ChosenWord | null>(null);
  const [error, setError] = useState('');
  const now = useRef<ChosenWord | null>(null);
  const choose = useCallback((next: ChosenWord | null) => {
    now.current?.element.setAttribute('aria-pressed', 'false');
    next?.element.setAttribute('aria-pressed', 'true');
    now.current = next;
    setChosen(next);
    setError('');
  }, []);
  const save = useCallback(
    async (edit: CollationEdit, said: string) => {
      try {
        const { changed } = await send(`/api/works/${work}/collation-edits`, 'POST', edit);
        choose(null);
        offerUndo({ work, said, changed });
        keepFocus(edit.places[0]);
        router.refresh();
      } catch (reason) {
        setError(t('failed', { error: reason instanceof Error ? reason.message : String(reason) }));
      }
    },
    [work, router, choose, t],
  );
  const setBeside = useCallback(
    (moved: ChosenWord, target: HTMLElement) => {
      // A word of the same edition that stands there makes way: the edit does not name it.
      const others = wordsOfColumn(target).filter((each) => rowOf(each) !== rowOf(moved.element));
      // The word that was meant comes first; the others hold the place where its edition is not shown.
      const places = [target, ...others.filter((each) => each !== target)].map(targetOf);
      const said = t('set-beside', { word: moved.word, beside: textOf(target) });
      return save({ kind: 'together', places: [targetOf(moved.element), ...places] }, said);
    },
    [save, t],
  );
  useEffect(() => {
    const click = (event: MouseEvent) => {
      const element = (event.target as Element).closest<HTMLElement>('button.token');
      if (!element) return;
      const before = now.current;
      if (before?.element === element) return choose(null);
      const isOther = before && rowOf(before.element) !== rowOf(element);
      if (isOther && tableOf(before.element) === tableOf(element)) {
        if (columnOf(before.element) !== columnOf(element)) setBeside(before, element);
        return;
      }
      choose({ element, word: textOf(element), siglum: targetOf(element).edition });
    };
    const press = (event: KeyboardEvent) => {
      const element = (event.target as Element).closest<HTMLElement>('button.token');
      if (event.key === 'Escape' && now.current) {
        event.preventDefault();
        choose(null);
      } else if (element) stepBy(event, element);
    };
    document.addEventListener('click', click);
    document.addEventListener('keydown', press, true);
    document.documentElement.dataset.editing = 'ready';
    return () => {
      delete document.documentElement.dataset.editing;
      document.removeEventListener('click', click);
      document.removeEventListener('keydown', press, true);
    };
  }, [choose, setBeside]);
  if (!chosen) return error ? <Failure error={error} /> : <p className="quiet">{t('edit-help')}</p>;
  const neighbour = (step: 1 | -1) => neighbourOf(chosen.element, step);
  const move = (step: 1 | -1) => {
    const target = neighbour(step);
    if (target) setBeside(chosen, target);
  };
  return (
    <section className="table-editing" aria-label={t('chosen')}>
      <span>
        <b>{chosen.word}</b> <span className="sigla">{chosen.siglum}</span>
      </span>
      <button type="button" className="button" disabled={!neighbour(-1)} onClick={() => move(-1)}>
        <ArrowLeft aria-hidden size={15} className="mirrored" /> {t('earlier')}
      </button>
      <button type="button" className="button" disabled={!neighbour(1)} onClick={() => move(1)}>
        {t('later')} <ArrowRight aria-hidden size={15} className="mirrored" />
      </button>
      <button
        type="button"
        className="button"
        disabled={wordsOfColumn(chosen.element).length < 2}
        onClick={() =>
          save(
            { kind: 'apart', places: [targetOf(chosen.element)] },
            t('set-apart', { word: chosen.word }),
          )
        }
      >
        <Columns2 aria-hidden size={15} /> {t('own-column')}
      </button>
      <span className="quiet">{t('or-choose')}</span>
      <button
        type="button"
        className="button quiet-button icon-button"
        aria-label={t('close')}
        onClick={() => choose(null)}
      >
        <X aria-hidden size={15} />
      </button>
      {error && <Failure error={error} />}
    </section>
  );
}

function Failure({ error }: { error: string }) {
  return (
    <p className="problem" role="alert">
      {error}
    </p>
  );
}

/** The longest that the page may take to come back with a change, in milliseconds. */
const longestWait = 10_000;

/** Gives the focus back to a word when the page comes with its new table: its button is another then. */
function keepFocus({ edition, segment, start }: NoteTarget): void {
  const selector = `button.token[data-edition="${CSS.escape(edition)}"][data-segment="${CSS.escape(segment)}"][data-start="${start}"]`;
  const before = document.querySelector(selector);
  const observer = new MutationObserver(() => {
    const now = document.querySelector<HTMLElement>(selector);
    if (!now || document.activeElement !== document.body) return;
    now.focus();
    observer.disconnect();
  });
  observer.observe(document.body, { childList: true, subtree: true });
  if (before instanceof HTMLElement) before.focus();
  setTimeout(() => observer.disconnect(), longestWait);
}

const textOf = (element: HTMLElement): string => element.textContent?.trim() ?? '';
const rowOf = (element: HTMLElement) => element.closest('tr');
const tableOf = (element: HTMLElement) => element.closest('table');
const columnOf = (element: HTMLElement): number => element.closest('td')?.cellIndex ?? -1;

/** The place of a word, as its button has it. */
function targetOf({ dataset }: HTMLElement): NoteTarget {
  const { edition = '', segment = '', start, end } = dataset;
  return { edition, segment, start: Number(start), end: Number(end) };
}

/** The words that stand in one column of a table. */
function wordsOfColumn(element: HTMLElement, column = columnOf(element)): HTMLElement[] {
  return [...(tableOf(element)?.rows ?? [])].flatMap((row) => {
    const word = row.cells[column]?.querySelector<HTMLElement>('button.token');
    return word ? [word] : [];
  });
}

/** A word of another witness in the next column that has one. */
function neighbourOf(element: HTMLElement, step: 1 | -1): HTMLElement | undefined {
  const last = rowOf(element)?.cells.length ?? 0;
  for (let column = columnOf(element) + step; column > 0 && column < last; column += step) {
    const other = wordsOfColumn(element, column).find((each) => rowOf(each) !== rowOf(element));
    if (other) return other;
  }
  return undefined;
}

/** Leads from word to word with the arrow keys, as the eye sees them. */
function stepBy(event: KeyboardEvent, element: HTMLElement): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const isRtl = getComputedStyle(tableOf(element) ?? element).direction === 'rtl';
  const [across, down] = {
    ArrowRight: [isRtl ? -1 : 1, 0],
    ArrowLeft: [isRtl ? 1 : -1, 0],
    ArrowDown: [0, 1],
    ArrowUp: [0, -1],
  }[event.key] ?? [0, 0];
  if (!across && !down) return;
  event.preventDefault();
  event.stopPropagation();
  const rows = [...(tableOf(element)?.rows ?? [])];
  let row = rows.indexOf(rowOf(element)!);
  let column = columnOf(element);
  for (;;) {
    row += down;
    column += across;
    const cell = rows[row]?.cells[column];
    if (!cell) return;
    const word = cell.querySelector<HTMLElement>('button.token');
    if (!word) continue;
    element.tabIndex = -1;
    word.tabIndex = 0;
    word.focus();
    return;
  }
}
