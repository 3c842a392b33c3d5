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

/** Where the heads of the columns end, in the window; what is read stands below. */
export function headsBottom(): number {
  return Math.max(0, document.querySelector('.heads')?.getBoundingClientRect().bottom ?? 0);
}

/** The first row whose top is in view. */
export function topRow(): Element | null {
  const top = headsBottom();
  return (
    [...document.querySelectorAll('tbody[data-section] > tr')].find(
      (row) => row.getBoundingClientRect().top >= top - 1,
    ) ?? null
  );
}
