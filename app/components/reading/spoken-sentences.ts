import { openBeside } from './open-sections';
import { headsBottom } from './row-keys';
import { focusedSentence } from './sentence-links';
import { added } from './text-places';

/** The sentences of an edition that are in the page, in order; its paragraphs where sentences are not marked. */
function sentencesOf(siglum: string): HTMLElement[] {
  const segment = `.comparison .segment[data-siglum="${CSS.escape(siglum)}"]`;
  const found = document.querySelectorAll<HTMLElement>(`${segment} .sentence`);
  return [...(found.length > 0 ? found : document.querySelectorAll<HTMLElement>(segment))];
}

/** Where reading begins: in the row of the sentence that the keyboard is in, or at the top of the view. */
export function firstSpoken(siglum: string): HTMLElement | null {
  const focused = focusedSentence();
  const all = sentencesOf(siglum);
  if (focused && all.includes(focused)) return focused;
  const row = focused?.closest('tr');
  const inRow = row && all.find((each) => row.contains(each));
  if (inRow) return inRow;
  const top = headsBottom();
  return all.find((each) => each.getBoundingClientRect().bottom > top + 8) ?? all.at(-1) ?? null;
}

/** The sentence after or before one; sections are opened on the way. */
export async function spokenBeside(
  siglum: string,
  sentence: HTMLElement,
  step: 1 | -1,
): Promise<HTMLElement | null> {
  const beside = () => {
    const all = sentencesOf(siglum);
    const at = all.indexOf(here(sentence));
    return at < 0 ? undefined : all[at + step];
  };
  const found = beside();
  if (found) return found;
  const row = here(sentence).closest('tr');
  if (!row || !(await openBeside(row, step))) return null;
  return beside() ?? null;
}

/** The same sentence where its row has been made anew. */
function here(sentence: HTMLElement): HTMLElement {
  if (sentence.isConnected) return sentence;
  const key = sentence.closest<HTMLElement>('.segment')?.dataset.key ?? '';
  return (
    document.querySelector<HTMLElement>(
      `.segment[data-key="${CSS.escape(key)}"] .sentence[data-start="${sentence.dataset.start}"]`,
    ) ?? sentence
  );
}

/** What is said of a sentence: its words, without what the page adds to them. */
export function spokenText(sentence: HTMLElement): string {
  const copy = sentence.cloneNode(true) as HTMLElement;
  for (const each of copy.querySelectorAll(`${added}, .visually-hidden`)) each.remove();
  return (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
}
