'use client';

import { useEffect } from 'react';

/**
 * Lights a sentence's counterparts under the pointer and the keyboard's cursor.
 *
 * The sentences are already on the page; this only listens. One of them is a tab stop; from
 * there, up and down go to the neighbouring sentence, left and right to the counterpart in the
 * neighbouring column.
 */
export function SentenceLinks() {
  useEffect(() => {
    const table = document.querySelector<HTMLElement>('.comparison');
    if (!table) return;
    const all = () => [...table.querySelectorAll<HTMLElement>('.sentence')];
    const linksOf = (sentence: HTMLElement) =>
      (sentence.dataset.links ?? '').split(' ').filter(Boolean);
    let lit: HTMLElement[] = [];

    const light = (sentence: HTMLElement | null) => {
      for (const each of lit) each.classList.remove('lit', 'lit-here');
      lit = [];
      if (!sentence) return;
      const links = new Set(linksOf(sentence));
      const row = sentence.closest('tr');
      lit = [...(row?.querySelectorAll<HTMLElement>('.sentence') ?? [])].filter((each) =>
        linksOf(each).some((link) => links.has(link)),
      );
      if (!lit.includes(sentence)) lit.push(sentence);
      for (const each of lit) each.classList.add('lit');
      sentence.classList.add('lit-here');
    };
    const sentenceAt = (event: Event) =>
      event.target instanceof Element ? event.target.closest<HTMLElement>('.sentence') : null;
    const focused = () =>
      document.activeElement?.classList.contains('sentence')
        ? (document.activeElement as HTMLElement)
        : null;

    const over = (event: Event) => light(sentenceAt(event) ?? focused());
    const leave = () => light(focused());
    const focusIn = (event: Event) => {
      const sentence = sentenceAt(event);
      if (!sentence) return;
      for (const each of table.querySelectorAll('.sentence[tabindex="0"]'))
        each.setAttribute('tabindex', '-1');
      sentence.setAttribute('tabindex', '0');
      light(sentence);
    };
    const move = (event: KeyboardEvent) => {
      const from = focused();
      if (!from || event.altKey || event.ctrlKey || event.metaKey) return;
      const next = neighbour(from, event.key, all);
      if (!next) return;
      event.preventDefault();
      next.setAttribute('tabindex', '-1');
      next.focus();
    };

    all()[0]?.setAttribute('tabindex', '0');
    table.addEventListener('pointerover', over);
    table.addEventListener('pointerleave', leave);
    table.addEventListener('focusin', focusIn);
    table.addEventListener('focusout', leave);
    table.addEventListener('keydown', move);
    return () => {
      table.removeEventListener('pointerover', over);
      table.removeEventListener('pointerleave', leave);
      table.removeEventListener('focusin', focusIn);
      table.removeEventListener('focusout', leave);
      table.removeEventListener('keydown', move);
    };
  }, []);
  return null;
}

/** Where an arrow key leads from a sentence, or null where it leads nowhere. */
function neighbour(from: HTMLElement, key: string, all: () => HTMLElement[]): HTMLElement | null {
  const cell = from.closest('td');
  const row = from.closest('tr');
  if (!cell || !row) return null;
  const cells = [...row.querySelectorAll('td')];
  const column = cells.indexOf(cell);
  if (key === 'ArrowDown' || key === 'ArrowUp') {
    const inColumn = all().filter((each) => {
      const its = each.closest('td');
      return its && [...(its.parentElement?.querySelectorAll('td') ?? [])].indexOf(its) === column;
    });
    return inColumn[inColumn.indexOf(from) + (key === 'ArrowDown' ? 1 : -1)] ?? null;
  }
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return null;
  const links = new Set((from.dataset.links ?? '').split(' '));
  const step = key === 'ArrowRight' ? 1 : -1;
  for (let at = column + step; at >= 0 && at < cells.length; at += step) {
    const there = [...cells[at].querySelectorAll<HTMLElement>('.sentence')];
    const linked = there.find((each) =>
      (each.dataset.links ?? '').split(' ').some((link) => link && links.has(link)),
    );
    if (linked ?? there[0]) return linked ?? there[0];
  }
  return null;
}
