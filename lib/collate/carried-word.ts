import type { CollationToken } from './collation';
import { hasWords, opens } from './mark-sides';

/**
 * The word with which an entry about marks is printed, as “home. ] home, B”: all its witnesses have it,
 * beside the marks.
 */
export interface CarriedWord {
  text: string;
  /** White space between it and the marks in the base. */
  gap: string;
  side: 'before' | 'after';
}

/** What the word of an entry is found by. */
interface Beside {
  columns: readonly (readonly (CollationToken | null)[])[];
  /** Index of the witness that is the text. */
  base: number;
  isAbsent: (witness: number, column: number) => boolean;
}

/**
 * The word that an entry needs: before it where its lemma, or a reading of a lemma, begins with a mark that
 * closes, or where it is about such marks alone; after it where its marks open.
 *
 * @param own the tokens of the lemma.
 * @param others those of each reading.
 */
export function carriedWord(
  beside: Beside,
  [from, to]: readonly [number, number],
  own: readonly CollationToken[],
  others: readonly (readonly CollationToken[])[],
): CarriedWord | undefined {
  const all = [own, ...others].filter((tokens) => tokens.length > 0);
  const marksOnly = (tokens: readonly CollationToken[]) => !tokens.some(({ t }) => hasWords(t));
  const about = all.every(marksOnly) || (own.length > 0 && marksOnly(own));
  const closes = all.some(([{ t }]) => !hasWords(t) && !opens(t));
  if (closes && (about || own.length > 0)) return before(beside, from);
  return about && !closes ? after(beside, to) : undefined;
}

function before(beside: Beside, from: number): CarriedWord | undefined {
  let written = '';
  for (let c = from - 1; c >= 0; c--) {
    const token = agreedToken(beside, c);
    if (token === undefined) return undefined;
    written = (token?.t ?? '') + written;
    if (/\n[^\S\n]*\n/.test(written)) return undefined;
    if (!token || !hasWords(token.t)) continue;
    const text = written.trim();
    return { text, gap: written.slice(written.lastIndexOf(text) + text.length), side: 'before' };
  }
  return undefined;
}

function after(beside: Beside, to: number): CarriedWord | undefined {
  let written = '';
  for (let c = to; c < beside.columns.length; c++) {
    const token = agreedToken(beside, c);
    if (token === undefined) return undefined;
    written += token?.t ?? '';
    if (token && hasWords(token.t)) return { text: written.trim(), gap: '', side: 'after' };
  }
  return undefined;
}

/** What the base has in a column, if all witnesses that have text there agree; undefined where they differ. */
function agreedToken(
  { columns, base, isAbsent }: Beside,
  c: number,
): CollationToken | null | undefined {
  const own = columns[c][base];
  const agree = columns[c].every(
    (token, w) => isAbsent(w, c) || (token?.n ?? '') === (own?.n ?? ''),
  );
  return agree ? own : undefined;
}

/** Words of an entry as they are printed, with the word that it carries. */
export function withCarried(text: string, carried: CarriedWord | undefined): string {
  if (!carried) return text;
  if (carried.side === 'after') return text + carried.text;
  return text === '' ? carried.text : carried.text + gapBefore(text, carried.gap) + text;
}

/** The space of the base, but none before a stop that another witness has there, and one before a bracket. */
function gapBefore(text: string, gap: string): string {
  if (gap === ' ' && /^[\p{Pe}\p{Pf}.,;:!?…'"]/u.test(text)) return '';
  return gap === '' && /^[([{“‘]/.test(text) ? ' ' : gap;
}
