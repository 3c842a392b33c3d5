import type { Collation, CollationToken } from './collation';
import { type Column, tokensIn } from './witness';

/** A token of a witness, by their places in a collation: both count from 0. */
export interface TokenIndex {
  witness: number;
  token: number;
}

/**
 * What a person has decided of some tokens: that they stand in one column (the first goes to where the
 * second stands, and so on), or that the first stands in a column of its own.
 */
export interface HandEdit {
  kind: 'together' | 'apart';
  tokens: TokenIndex[];
}

/**
 * A collation as it is after changes by hand. Each witness keeps its tokens in their order: those that
 * stand in the way of one that is moved go along, beside the same word where there is one.
 */
export function applyHandEdits(
  { witnesses, columns }: Collation,
  edits: readonly HandEdit[],
): Collation {
  let now: Column[] = columns.map((column) => [...column]);
  // Tokens are known by themselves: their columns change.
  const tokens = witnesses.map((_, w) => tokensIn(columns, w));
  const columnOf = ({ witness, token }: TokenIndex) =>
    now.findIndex((column) => column[witness] === tokens[witness][token]);
  for (const { kind, tokens: edited } of edits) {
    if (kind === 'apart') {
      now = setApart(now, edited[0].witness, columnOf(edited[0]));
      continue;
    }
    for (const index of edited.slice(1).reverse()) {
      const from = columnOf(edited[0]);
      now = moved(now, edited[0].witness, from, columnOf(index));
    }
  }
  return { witnesses, columns: now.filter((column) => column.some(Boolean)) };
}

function setApart(columns: Column[], witness: number, at: number): Column[] {
  if (at < 0 || columns[at].filter(Boolean).length < 2) return columns;
  return columns.flatMap((column, c) =>
    c === at
      ? [
          column.map((token, w) => (w === witness ? null : token)),
          alone(column[witness], witness, column.length),
        ]
      : [column],
  );
}

/** A column that holds a token of one witness only. */
const alone = (token: CollationToken | null, witness: number, witnesses: number) =>
  Array.from({ length: witnesses }, (_, w) => (w === witness ? token : null));

function moved(columns: Column[], witness: number, from: number, to: number): Column[] {
  if (from < 0 || to < 0 || from === to) return columns;
  if (from < to) return movedOn(columns, witness, from, to);
  const last = columns.length - 1;
  return movedOn([...columns].reverse(), witness, last - from, last - to).reverse();
}

/** Moves a token to a later column, and those of its witness that stand between behind it. */
function movedOn(columns: Column[], witness: number, from: number, to: number): Column[] {
  const pushed = tokensIn(columns, witness, [from + 1, to + 1]);
  const next = columns.findIndex((column, c) => c > to && column[witness] !== null);
  const end = next < 0 ? columns.length : next;
  const out = columns.map((column, c) =>
    column.map((token, w) => {
      if (w !== witness || c < from || c > to) return token;
      return c === to ? columns[from][witness] : null;
    }),
  );
  // Columns to be put in, by the column that they follow.
  const added = new Map<number, Column[]>();
  let at = to;
  for (const token of pushed) {
    const same = out.findIndex(
      (column, c) => c > at && c < end && column.some((each) => each?.n === token.n),
    );
    if (same >= 0) {
      out[same][witness] = token;
      at = same;
    } else {
      added.set(at, [...(added.get(at) ?? []), alone(token, witness, columns[0].length)]);
    }
  }
  return out.flatMap((column, c) => [column, ...(added.get(c) ?? [])]);
}
