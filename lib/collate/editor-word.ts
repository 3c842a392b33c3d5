import type { ApparatusEntry, Reading } from './apparatus-entry';
import { hasWords } from './mark-sides';

/** What editors write before a reading, or in place of one. */
export type EditorWord = 'add.' | 'def.' | 'inc.' | 'om.' | 'transp.';

/** The word for what a witness leaves out. */
export const omitted = 'om.' satisfies EditorWord;

/**
 * The word for a reading: added, omitted, or standing elsewhere; or that a witness is not preserved from here on
 * (`def.`, deficit) or begins here (`inc.`, incipit). Null for other words than those of the lemma.
 */
export function editorWord(
  { text, move }: Pick<Reading, 'text' | 'move'>,
  { lemma, lacuna }: Pick<ApparatusEntry, 'lemma' | 'lacuna'>,
): EditorWord | null {
  if (lacuna?.kind === 'omitted') return omitted;
  if (lacuna) return lacuna.edge === 'from' ? 'def.' : 'inc.';
  if (move !== undefined) return 'transp.';
  if (text === '') return omitted;
  return hasWords(lemma) ? null : 'add.';
}
