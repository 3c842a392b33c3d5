'use client';

import { useTranslations } from 'next-intl';
import { startTransition, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { ReadRow } from '../../../lib/compare/reading';
import { bringToTop } from './bring-to-top';
import type { EditionFace } from './faces';
import { takePlace } from './kept-place';
import { Row, type RowView } from './row';
import { SectionLoader } from './section-loader';

export interface SectionsProps {
  editions: readonly EditionFace[];
  view: RowView;
  /** Lines of text in each section, about: how high it will be. */
  heights: number[];
  /** The row that was asked for by its name. */
  target?: number;
  /** The heading that each section stands under, shown until its rows are here. */
  titles?: readonly (string | undefined)[];
  /** The section the page came with, and its rows. */
  open: number;
  rows: ReadRow[];
  /** Where the rows of a section are found: this, and its number from 1. */
  source: string;
  /** Where the links between words of a section are found; likewise. */
  words: string;
}

/** What an address leads to: by its hash, the row's name, or `at`, a row or `siglum.segment`. */
function askedFor(named: number | undefined, at: string | null): HTMLElement | null {
  const linked = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  // Next writes a hash twice for an address that it has come to before.
  if (linked) return linked;
  const row = document.getElementById(`row-${named ?? at}`);
  return row ?? (at ? document.getElementById(at.replace('.', '-')) : null);
}

/** Sections are opened this far ahead of the view, in pixels. */
const ahead = 1600;
/** Sections further away than this are put away again. */
const farAway = 3;

/**
 * A long work, of which only the sections near the view are in the page. The others hold their
 * place by height alone, and are opened as the reader comes near.
 */
export function Sections({
  editions,
  view,
  heights,
  titles = [],
  target: named,
  open,
  rows,
  source,
  words,
}: SectionsProps) {
  const [loaded, setLoaded] = useState<ReadonlyMap<number, ReadRow[]>>(new Map([[open, rows]]));
  const [failed, setFailed] = useState<ReadonlySet<number>>(new Set());
  // A jump to another part of the work brings its rows along.
  const [came, setCame] = useState(rows);
  if (came !== rows) {
    setCame(rows);
    setLoaded((known) => new Map(known).set(open, rows));
  }
  const first = useRef<HTMLTableSectionElement>(null);
  const [awake, setAwake] = useState(false);

  // The page came with one section; those before it push it down, and the view goes along.
  useEffect(() => setAwake(heights.length > 1), [heights.length]);
  const kept = useRef<ReturnType<typeof takePlace>>(null);
  const settled = useRef<readonly ReadRow[] | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the view decides how high rows are.
  useLayoutEffect(() => {
    kept.current = takePlace() ?? kept.current;
    if (kept.current) {
      const { number, offset } = kept.current;
      settled.current = came;
      // Sections before it are still to come.
      if (awake || heights.length === 1) kept.current = null;
      return bringToRow(number, offset);
    }
    const isWhole = heights.length === 1;
    if ((!awake && !isWhole && named === undefined) || settled.current === came) return;
    const jumped = settled.current !== null;
    // The sections before a place that was asked for by its name are still to push it down.
    if (awake || isWhole) settled.current = came;
    const at = new URLSearchParams(location.search).get('at');
    if (named === undefined && (isWhole ? jumped || !at : !jumped && open === 0 && !at)) return;
    const target = askedFor(named, at);
    if (target) return bringToTop(target);
    if (isWhole || !first.current) return;
    const before = first.current.offsetTop - (first.current.parentElement?.offsetTop ?? 0);
    const head = first.current.parentElement?.querySelector('thead')?.offsetHeight ?? 0;
    window.scrollBy({ top: before - head, behavior: 'instant' });
  }, [awake, open, came, view, heights.length, named]);

  const loader = useMemo(
    () =>
      new SectionLoader<ReadRow[]>(
        async (at, signal) => {
          const response = await fetch(`${source}${at + 1}`, { signal });
          if (!response.ok) throw new Error(String(response.status));
          return (await response.json()).rows;
        },
        // Rendered in slices of time, so that scrolling goes on meanwhile.
        (at, found) =>
          startTransition(() =>
            setLoaded((known) => {
              const next = new Map(known).set(at, found);
              for (const each of next.keys()) {
                if (Math.abs(each - at) > farAway && each !== open) next.delete(each);
              }
              return next;
            }),
          ),
        (at) => setFailed((known) => new Set(known).add(at)),
      ),
    [source, open],
  );
  useEffect(() => () => loader.stop(), [loader]);
  return heights.map((lines, at) => {
    const here = loaded.get(at);
    if (here) {
      return (
        <tbody
          // biome-ignore lint/suspicious/noArrayIndexKey: sections of a fixed text never change places.
          key={at}
          role="rowgroup"
          ref={at === open ? first : undefined}
          data-section={at + 1}
          data-words={`${words}${at + 1}`}
        >
          {here.map((row) => (
            <Row key={row.number} row={row} editions={editions} view={view} />
          ))}
        </tbody>
      );
    }
    return (
      awake && (
        <Placeholder
          // biome-ignore lint/suspicious/noArrayIndexKey: sections of a fixed text never change places.
          key={at}
          lines={lines}
          title={titles[at]}
          failed={failed.has(at)}
          onPlace={(element, near) => loader.place(at, element, near)}
          onRetry={() => {
            setFailed((known) => new Set([...known].filter((each) => each !== at)));
            loader.retry(at);
          }}
        />
      )
    );
  });
}

/** Brings a row back to where it was, or the next that there is. */
function bringToRow(number: number, offset: number): (() => void) | undefined {
  const rows = [...document.querySelectorAll('tbody[data-section] > tr')];
  const exact = document.getElementById(`row-${number}`);
  const target = exact ?? rows.find((row) => Number(row.id.slice(4)) >= number) ?? rows.at(-1);
  return target ? bringToTop(target, exact ? offset : 0) : undefined;
}

/** Room for a section that is not in the page. */
function Placeholder({
  lines,
  title,
  failed,
  onPlace,
  onRetry,
}: {
  lines: number;
  title?: string;
  failed: boolean;
  /** Called when it comes near the view, and when it leaves it. */
  onPlace: (element: Element, near: boolean) => void;
  onRetry: () => void;
}) {
  const t = useTranslations('view');
  const element = useRef<HTMLTableSectionElement>(null);
  const place = useRef(onPlace);
  place.current = onPlace;
  useEffect(() => {
    const here = element.current!;
    const watcher = new IntersectionObserver(
      (entries) => place.current(here, entries.at(-1)?.isIntersecting ?? false),
      { rootMargin: `${ahead}px 0px` },
    );
    watcher.observe(here);
    return () => {
      watcher.disconnect();
      place.current(here, false);
    };
  }, []);
  return (
    <tbody
      ref={element}
      role="rowgroup"
      className="section-waiting"
      style={{ '--lines': lines } as React.CSSProperties}
    >
      <tr role="row" className="row">
        <td role="cell">
          {failed
            ? t.rich('failed', {
                retry: (text) => (
                  <button type="button" className="button" onClick={onRetry}>
                    {text}
                  </button>
                ),
              })
            : (title ?? t('loading'))}
        </td>
      </tr>
    </tbody>
  );
}
