import { useEffect } from 'react';

/**
 * Lights a sentence's counterparts under the pointer and the keyboard's cursor.
 *
 * The sentences are already on the page; this only listens. One of them is a tab stop; from
 * there, up and down go to the neighbouring sentence, left and right to the counterpart in the
 * neighbouring edition.
 *
 * @param sigla the editions shown, in order.
 */
export function useSentenceLinks(sigla: readonly string[]): void {
  useEffect(() => {
    const table = document.querySelector<HTMLElement>('.comparison');
    if (!table) return;
    let lit: HTMLElement[] = [];
    const light = (sentence: HTMLElement | null) => {
      for (const each of lit) each.classList.remove('lit', 'lit-here');
      lit = [];
      if (!sentence) return;
      lit = [...counterpartsOf(sentence), sentence];
      for (const each of lit) each.classList.add('lit');
      sentence.classList.add('lit-here');
    };
    const sentenceAt = (event: Event) =>
      event.target instanceof Element ? event.target.closest<HTMLElement>('.sentence') : null;

    const over = (event: Event) => light(sentenceAt(event) ?? focusedSentence());
    const leave = () => light(focusedSentence());
    const focusIn = (event: Event) => {
      const sentence = sentenceAt(event);
      if (!sentence) return;
      for (const each of table.querySelectorAll('.sentence[tabindex="0"]'))
        each.setAttribute('tabindex', '-1');
      sentence.setAttribute('tabindex', '0');
      light(sentence);
    };
    const move = (event: KeyboardEvent) => {
      const from = focusedSentence();
      if (!from || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const next = neighbour(from, event.key, sigla);
      if (!next) return;
      event.preventDefault();
      focusSentence(next);
    };

    table.querySelector('.sentence')?.setAttribute('tabindex', '0');
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
  }, [sigla]);
}

export function focusedSentence(): HTMLElement | null {
  return document.activeElement?.closest<HTMLElement>('.comparison .sentence') ?? null;
}

export function focusSentence(sentence: HTMLElement): void {
  sentence.setAttribute('tabindex', '-1');
  sentence.focus();
}

function linksOf(sentence: HTMLElement): string[] {
  return (sentence.dataset.links ?? '').split(' ').filter(Boolean);
}

/** The sentences that one corresponds to, of other rows too: people link across paragraphs. */
export function counterpartsOf(sentence: HTMLElement): HTMLElement[] {
  const table = sentence.closest('.comparison');
  const found = linksOf(sentence).flatMap((link) => [
    ...(table?.querySelectorAll<HTMLElement>(`.sentence[data-links~="${CSS.escape(link)}"]`) ?? []),
  ]);
  return [...new Set(found)].filter((each) => each !== sentence);
}

export function sentencesIn(place: Element | null | undefined): HTMLElement[] {
  return [...(place?.querySelectorAll<HTMLElement>('.sentence') ?? [])];
}

const siglumOf = (sentence: HTMLElement) =>
  sentence.closest<HTMLElement>('.segment')?.dataset.siglum ?? '';

/** Where an arrow key leads from a sentence, or null where it leads nowhere. */
function neighbour(from: HTMLElement, key: string, sigla: readonly string[]): HTMLElement | null {
  const row = from.closest('tr');
  const siglum = siglumOf(from);
  const here = sentencesIn(row);
  if (key === 'ArrowDown' || key === 'ArrowUp') {
    const step = key === 'ArrowDown' ? 1 : -1;
    const own = here.filter((each) => siglumOf(each) === siglum);
    const beside = own[own.indexOf(from) + step];
    if (beside) return beside;
    // Rows in which the edition has nothing are passed over.
    for (let next = rowBeside(row, step); next; next = rowBeside(next, step)) {
      const there = sentencesIn(next).filter((each) => siglumOf(each) === siglum);
      if (there.length > 0) return there.at(step === 1 ? 0 : -1) ?? null;
    }
    return null;
  }
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return null;
  const links = new Set(linksOf(from));
  const step = key === 'ArrowRight' ? 1 : -1;
  for (let at = sigla.indexOf(siglum) + step; at >= 0 && at < sigla.length; at += step) {
    const there = here.filter((each) => siglumOf(each) === sigla[at]);
    const linked = there.find((each) => linksOf(each).some((link) => links.has(link)));
    if (linked ?? there[0]) return linked ?? there[0];
  }
  return null;
}

/** The next or previous row, over the edge of a section too. */
export function rowBeside(row: Element | null, step: 1 | -1): Element | null {
  if (!row) return null;
  const beside = step === 1 ? row.nextElementSibling : row.previousElementSibling;
  if (beside) return beside;
  const section = row.closest('tbody');
  const next = step === 1 ? section?.nextElementSibling : section?.previousElementSibling;
  const rows = next?.matches('tbody[data-section]') ? next.querySelectorAll('tr') : [];
  return [...rows].at(step === 1 ? 0 : -1) ?? null;
}
