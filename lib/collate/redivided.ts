import type { Collation, CollationToken } from './collation';
import { alikeForms, letterForm } from './likeness';
import { hasWords } from './mark-sides';

/** First and last column, the last excluded. */
export type Stretch = [from: number, to: number];

/** Columns that are looked at for one word, at most: “in so far as”. */
export const maxColumnsOfWord = 6;

/** What the base and a witness have in a column, as letters; empty for none, and for marks. */
interface Cell {
  column: number;
  own: string;
  other: string;
}

/**
 * Where witnesses divide the words of the base otherwise, or join them, and some have other words: “any body”
 * where one has “anybody” and another “any one”. What they have there is one thing, in however many columns.
 *
 * @param isAbsent whether a witness has no text in a column that could agree or differ.
 */
export function redividedWords(
  { columns }: Pick<Collation, 'columns'>,
  base: number,
  isAbsent: (witness: number, column: number) => boolean,
): Stretch[] {
  const forms = new Map<string, string>();
  const formOf = (token: CollationToken | null): string => {
    if (!token || !hasWords(token.t)) return '';
    const form = forms.get(token.n) ?? letterForm(token.n).replace(hyphens, '');
    forms.set(token.n, form);
    return form;
  };
  const found: Stretch[] = [];
  for (const w of (columns[0] ?? []).keys()) {
    if (w === base) continue;
    let run: Cell[] = [];
    const flush = () => {
      found.push(...stretchesOf(run));
      run = [];
    };
    columns.forEach((column, c) => {
      const [own, other] = [column[base], column[w]];
      if (!own && !other) return;
      if (isAbsent(w, c) || own?.n === other?.n) flush();
      else run.push({ column: c, own: formOf(own), other: formOf(other) });
    });
    flush();
  }
  return found;
}

const hyphens = /[-‐‑¬⸗]/gu;

/** The shortest stretches of columns, more than one each, whose words are the same when they are joined. */
function stretchesOf(run: readonly Cell[]): Stretch[] {
  const found: Stretch[] = [];
  for (let at = 0; at < run.length; at++) {
    if (run[at].own + run[at].other === '') continue;
    for (let to = at + 1; to <= Math.min(run.length, at + maxColumnsOfWord); to++) {
      const cells = run.slice(at, to);
      if (!isSameJoined(cells)) continue;
      // The same words in other columns are not divided otherwise.
      if (wordsOf(cells, 'own').join(' ') !== wordsOf(cells, 'other').join(' '))
        found.push([cells[0].column, cells[cells.length - 1].column + 1]);
      at = to - 1;
      break;
    }
  }
  return found;
}

const wordsOf = (cells: readonly Cell[], side: 'own' | 'other'): string[] =>
  cells.map((cell) => cell[side]).filter(Boolean);

/** Whether two have the same letters, or one has a word more like all the other has than any part of it. */
function isSameJoined(cells: readonly Cell[]): boolean {
  const [own, other] = [wordsOf(cells, 'own'), wordsOf(cells, 'other')];
  const [x, y] = [own.join(''), other.join('')];
  if (x === '' || y === '') return false;
  if (x === y) return true;
  if ((own.length === 1) === (other.length === 1)) return false;
  const [whole, of] = own.length === 1 ? [x, other] : [y, own];
  const like = alikeForms(x, y);
  return like > 0 && of.every((part) => alikeForms(part, whole) < like);
}
