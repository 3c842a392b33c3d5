import { useEffect } from 'react';
import { onCommand } from '../commands/list';
import { openBeside } from './open-sections';
import { focusedSentence, focusSentence, rowBeside, sentencesIn } from './sentence-links';

/** `j` and `k` lead from place to place: the first sentence of the row takes the focus. */
export function useRowKeys(): void {
  useEffect(
    () =>
      onCommand(async (name) => {
        if (name !== 'next-row' && name !== 'previous-row') return;
        const step = name === 'next-row' ? 1 : -1;
        const from = focusedSentence()?.closest('tr');
        let row = from ? rowBeside(from, step) : topRow();
        // A row may have no sentence at all.
        while (row && sentencesIn(row).length === 0) row = rowBeside(row, step);
        if (!row && from && (await openBeside(from, step))) row = rowBeside(from, step);
        const sentence = sentencesIn(row)[0];
        if (!row || !sentence) return;
        focusSentence(sentence);
        row.scrollIntoView({ block: 'nearest' });
      }),
    [],
  );
}

/** What stays at the top of the window while the text is scrolled. */
const stays = '.view-bar, .edition-tabs, .comparison .heads';

/** Where that ends, in the window; what is read stands below. */
export function headsBottom(): number {
  let bottom = 0;
  for (const each of document.querySelectorAll(stays)) {
    if (getComputedStyle(each).position !== 'sticky') continue;
    bottom = Math.max(bottom, each.getBoundingClientRect().bottom);
  }
  return bottom;
}

/** The first row whose top is in view; rows are those of the comparison or the places of another page. */
export function topRow(): Element | null {
  const top = headsBottom();
  return (
    [...document.querySelectorAll('tbody[data-section] > tr, .place[id^="row-"]')].find(
      (row) => row.getBoundingClientRect().top >= top - 1,
    ) ?? null
  );
}
