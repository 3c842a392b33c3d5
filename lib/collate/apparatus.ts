import type { Collation, CollationToken } from './collation';
import type { DifferenceKind } from './kinds';
import { textOfTokens } from './witness';

/** A reading: what some witnesses have in a place. Empty text: they have nothing there. */
export interface Reading {
  text: string;
  /** White space before and after the words in the first of its witnesses. */
  space: { before: string; after: string };
  sigla: string[];
  /** How it differs from the lemma. */
  kind: DifferenceKind;
}

/** An apparatus entry (TEI P5, chapter 12): a lemma, and the readings that differ from it. */
export interface ApparatusEntry {
  /** The base's words; empty where it has none. */
  lemma: string;
  /** White space before and after the lemma in the base. */
  space: { before: string; after: string };
  /** The witnesses that agree with the base, itself included. */
  sigla: string[];
  readings: Reading[];
  /** First and last column, the last excluded. */
  columns: [from: number, to: number];
}

/** The base text in order: stretches on which all agree, and entries. */
export type ApparatusPart = { shared: string } | { entry: ApparatusEntry };

type Classify = (base: string, reading: string) => DifferenceKind;

/**
 * The critical apparatus of a collation under one of its witnesses.
 *
 * Columns that differ and stand together are one place; within it, witnesses that have the same
 * words (compared by `n`) are one reading. Joining the shared stretches and the lemmata, each with
 * its space, gives the base's text to the letter.
 *
 * @param base index of the witness that is the text.
 * @param hidden kinds of difference to leave out; witnesses that differ so agree with the lemma.
 */
export function apparatus(
  { witnesses, columns }: Collation,
  base: number,
  classify: Classify,
  hidden: ReadonlySet<DifferenceKind> = new Set(),
): ApparatusPart[] {
  const parts: ApparatusPart[] = [];
  let shared = '';
  const flush = () => {
    if (shared !== '') parts.push({ shared });
    shared = '';
  };
  for (let at = 0; at < columns.length; ) {
    if (agreed(columns[at])) {
      shared += columns[at][base]?.t ?? '';
      at++;
      continue;
    }
    let to = at + 1;
    while (to < columns.length && !agreed(columns[to])) to++;
    const entry = entryOf(witnesses, columns, base, at, to, classify, hidden);
    if (entry.readings.length === 0) {
      for (let k = at; k < to; k++) shared += columns[k][base]?.t ?? '';
    } else {
      flush();
      parts.push({ entry });
    }
    at = to;
  }
  flush();
  return parts;
}

/**
 * Whether all witnesses have the same in a column. A token of which folding leaves nothing (a
 * comma, where punctuation does not count) is as good as none.
 */
export function agreed(column: readonly (CollationToken | null)[]): boolean {
  const first = column[0]?.n ?? '';
  return column.every((token) => (token?.n ?? '') === first);
}

function entryOf(
  witnesses: readonly string[],
  columns: Collation['columns'],
  base: number,
  from: number,
  to: number,
  classify: Classify,
  hidden: ReadonlySet<DifferenceKind>,
): ApparatusEntry {
  const wordsOf = (w: number) => columns.slice(from, to).flatMap((column) => column[w] ?? []);
  const key = (tokens: CollationToken[]) =>
    tokens
      .map(({ n }) => n)
      .filter(Boolean)
      .join('\u0000');
  const own = wordsOf(base);
  const lemma = textOfTokens(own);
  const entry: ApparatusEntry = {
    lemma,
    space: spaceAround(own),
    sigla: [],
    readings: [],
    columns: [from, to],
  };
  const byWords = new Map<string, Reading>();
  witnesses.forEach((siglum, w) => {
    const tokens = wordsOf(w);
    const words = key(tokens);
    if (words === key(own)) {
      entry.sigla.push(siglum);
      return;
    }
    const text = textOfTokens(tokens);
    const kind = classify(lemma, text);
    if (hidden.has(kind)) {
      entry.sigla.push(siglum);
      return;
    }
    const known = byWords.get(words);
    if (known) known.sigla.push(siglum);
    else {
      const reading = { text, space: spaceAround(tokens), sigla: [siglum], kind };
      byWords.set(words, reading);
      entry.readings.push(reading);
    }
  });
  return entry;
}

/** White space at the ends of tokens; all of it before where they are nothing else. */
function spaceAround(tokens: readonly CollationToken[]): { before: string; after: string } {
  const written = tokens.map(({ t }) => t).join('');
  const words = written.trim();
  if (words === '') return { before: written, after: '' };
  const at = written.indexOf(words);
  return { before: written.slice(0, at), after: written.slice(at + words.length) };
}

/** The number an entry has in its place: footnote letters would run out. */
export function numberEntries(
  parts: readonly ApparatusPart[],
): { part: ApparatusPart; n: number }[] {
  let n = 0;
  return parts.map((part) => ({ part, n: 'entry' in part ? ++n : 0 }));
}
