import { type DifferenceKind, differenceKinds } from '../../lib/collate/kinds';
import type { ComparedRow, Comparison } from '../../lib/library/comparison';

/** The state of a work's pages, all of it, as it stands in the URL. */
export interface ViewState {
  editions?: string[];
  base?: string;
  /** Page of rows, from 1. */
  page: number;
  /** Whether differences are marked. */
  marks: boolean;
  /** Kinds of difference left out of account. */
  ignore: DifferenceKind[];
  /** Whether those are shown all the same, faintly. */
  faint: boolean;
  /** Whether only places that differ are shown. */
  only: boolean;
}

export const plainView: ViewState = { page: 1, marks: true, ignore: [], faint: false, only: false };

export type SearchParams = Record<string, string | string[] | undefined>;

export const list = (value: string | string[] | undefined): string[] =>
  [value ?? []]
    .flat()
    .flatMap((part) => part.split(','))
    .map((part) => part.trim())
    .filter(Boolean);

/**
 * Reads a query: `editions=zh,en` or `editions=zh&editions=en`, `base=en`, `marks=off`, `page=2`,
 * `ignore=case,punctuation`, `faint=on`, `only=differences`.
 */
export function readViewState(query: SearchParams): ViewState {
  const editions = list(query.editions);
  const page = Number(list(query.page)[0] ?? 1);
  const ignore = list(query.ignore);
  return {
    editions: editions.length > 0 ? editions : undefined,
    base: list(query.base)[0],
    marks: list(query.marks)[0] !== 'off',
    page: Number.isInteger(page) && page > 0 ? page : 1,
    ignore: differenceKinds.filter((kind) => ignore.includes(kind)),
    faint: list(query.faint)[0] === 'on',
    only: list(query.only)[0] === 'differences',
  };
}

/** The query of a view, with its question mark; empty for the plain one. Commas stay readable. */
export function viewQuery(
  { editions, base, page, marks, ignore, faint, only }: ViewState,
  more: Record<string, string | undefined> = {},
): string {
  const parts: string[] = [];
  if (editions) parts.push(`editions=${editions.map(encodeURIComponent).join(',')}`);
  if (base) parts.push(`base=${encodeURIComponent(base)}`);
  if (!marks) parts.push('marks=off');
  if (ignore.length > 0) parts.push(`ignore=${ignore.join(',')}`);
  if (faint) parts.push('faint=on');
  if (only) parts.push('only=differences');
  if (page > 1) parts.push(`page=${page}`);
  for (const [name, value] of Object.entries(more)) {
    if (value) parts.push(`${name}=${encodeURIComponent(value)}`);
  }
  return parts.length > 0 ? `?${parts.join('&')}` : '';
}

/** The address of a view of the comparison. */
export function viewAddress(work: string, state: ViewState): string {
  return `/works/${work}${viewQuery(state)}`;
}

/** Where the word links of the rows on a page are found. */
export function wordsAddress(
  work: string,
  { editions, base }: Comparison,
  rows: readonly ComparedRow[],
): string {
  const sigla = editions.map(({ siglum }) => encodeURIComponent(siglum)).join(',');
  const column = editions.indexOf(base);
  const shown = rows.flatMap(({ cells }) => cells[column].segments.map(({ index }) => index));
  const from = Math.min(...shown, base.segments.length);
  const to = Math.max(...shown, -1) + 1;
  return `/api/works/${work}/words?editions=${sigla}&base=${encodeURIComponent(base.siglum)}&from=${from}&to=${to}`;
}
