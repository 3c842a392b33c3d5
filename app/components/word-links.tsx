'use client';

import { useEffect, useRef } from 'react';
import type { PairWordLinks, WordPlace } from '../../lib/library/word-links';
import { offsetOf, rangeOf } from './text-places';

interface Word {
  siglum: string;
  place: WordPlace;
  others: Word[];
}

/** Words by the id of the segment's element, in the order of the text. */
type Words = Map<string, Word[]>;

/**
 * Lights the words that render the one under the pointer, in every edition shown, and the one the
 * keyboard has reached: in a focused sentence Shift and an arrow step from word to word. Words
 * are painted with the CSS Custom Highlight API, so the page's elements stay as they are; where a
 * browser lacks it sentences light all the same.
 *
 * @param source address of the links; fetched when first needed.
 */
export function WordLinks({ source }: { source: string }) {
  const status = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    const table = document.querySelector<HTMLElement>('.comparison');
    if (!table || !('highlights' in CSS)) return;
    const here = new Highlight();
    const there = new Highlight();
    CSS.highlights.set('word-here', here);
    CSS.highlights.set('word-there', there);
    let words: Words | null = null;
    let loading: Promise<void> | null = null;
    let current: Word | null = null;
    const load = () => {
      loading ??= fetch(source)
        .then((response) => (response.ok ? response.json() : Promise.reject(response.status)))
        .then((found: { base: string; pairs: PairWordLinks[] }) => {
          words = index(found.base, found.pairs);
          table.dataset.words = 'ready';
        })
        .catch(() => {
          loading = null;
        });
    };

    const light = (word: Word | null, tell = false) => {
      if (word === current) return;
      current = word;
      here.clear();
      there.clear();
      if (!word) return;
      paint(here, word);
      const counterparts = counterpartsOf(word);
      for (const each of counterparts) paint(there, each);
      if (tell && status.current) {
        status.current.textContent = [word, ...counterparts]
          .map((each) => `${each.siglum}: ${textOf(each)}`)
          .join('; ');
      }
    };
    const wordAt = (segment: Element, offset: number): Word | null =>
      words
        ?.get(segment.id)
        ?.find(({ place: [, start, end] }) => start <= offset && offset < end) ?? null;

    const move = (event: PointerEvent) => {
      load();
      if (!words) return;
      const segment = event.target instanceof Element ? event.target.closest('.segment') : null;
      const place = segment && caretAt(event.clientX, event.clientY);
      const offset = place && offsetOf(segment, place.node, place.offset);
      light(offset === null || offset === undefined ? null : wordAt(segment!, offset));
    };
    const leave = () => light(null);
    const step = (event: KeyboardEvent) => {
      const sentence = document.activeElement?.closest('.sentence');
      const segment = sentence?.closest('.segment');
      if (!segment || !event.shiftKey || !/^Arrow(Left|Right)$/.test(event.key)) return;
      event.preventDefault();
      event.stopPropagation();
      load();
      loading?.then(() => {
        const inside = wordsIn(sentence!, words?.get(segment.id) ?? []);
        const at = current ? inside.indexOf(current) : -1;
        const forward = event.key === 'ArrowRight';
        light(inside[forward ? at + 1 : at < 0 ? inside.length - 1 : at - 1] ?? null, true);
      });
    };
    table.addEventListener('pointermove', move);
    table.addEventListener('pointerleave', leave);
    table.addEventListener('focusin', load);
    table.addEventListener('focusout', leave);
    table.addEventListener('keydown', step, true);
    return () => {
      table.removeEventListener('pointermove', move);
      table.removeEventListener('pointerleave', leave);
      table.removeEventListener('focusin', load);
      table.removeEventListener('focusout', leave);
      table.removeEventListener('keydown', step, true);
      CSS.highlights.delete('word-here');
      CSS.highlights.delete('word-there');
    };
  }, [source]);
  return <p ref={status} className="visually-hidden" role="status" />;
}

function index(base: string, pairs: readonly PairWordLinks[]): Words {
  const words: Words = new Map();
  const known = new Map<string, Word>();
  const wordOf = (siglum: string, place: WordPlace): Word => {
    const segment = `${siglum}-${place[0]}`;
    const key = `${segment}:${place[1]}:${place[2]}`;
    let word = known.get(key);
    if (!word) {
      word = { siglum, place, others: [] };
      known.set(key, word);
      const list = words.get(segment);
      if (list) list.push(word);
      else words.set(segment, [word]);
    }
    return word;
  };
  for (const { siglum, links } of pairs) {
    for (const [inBase, inOther] of links) {
      const [a, b] = [wordOf(base, inBase), wordOf(siglum, inOther)];
      a.others.push(b);
      b.others.push(a);
    }
  }
  for (const list of words.values()) list.sort((x, y) => x.place[1] - y.place[1]);
  return words;
}

/** Words linked with a word, through the base where the two are both other editions. */
function counterpartsOf(word: Word): Word[] {
  const found = new Set(word.others);
  for (const other of word.others) for (const each of other.others) found.add(each);
  found.delete(word);
  // The word's own edition comes back through the base as well: that is no counterpart.
  return [...found].filter(({ siglum }) => siglum !== word.siglum);
}

function rangeOfWord({ siglum, place: [segment, start, end] }: Word): Range | null {
  const element = document.getElementById(`${siglum}-${segment}`);
  return element && rangeOf(element, start, end);
}

function paint(highlight: Highlight, word: Word): void {
  const range = rangeOfWord(word);
  if (range) highlight.add(range);
}

function textOf(word: Word): string {
  return rangeOfWord(word)?.toString() ?? '';
}

function wordsIn(sentence: Element, words: readonly Word[]): Word[] {
  return words.filter((word) => {
    const range = rangeOfWord(word);
    return range && sentence.contains(range.startContainer);
  });
}

/** The place in the text under a point; browsers name this differently. */
function caretAt(x: number, y: number): { node: Node; offset: number } | null {
  if ('caretPositionFromPoint' in document) {
    const caret = document.caretPositionFromPoint(x, y);
    return caret && { node: caret.offsetNode, offset: caret.offset };
  }
  const range = (document as Document).caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : null;
}
