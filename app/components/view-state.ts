import type { ComparedRow, Comparison } from '../../lib/library/comparison';

/** The comparison page's state, all of it, as it stands in the URL. */
export interface ViewState {
  editions?: string[];
  base?: string;
  /** Page of rows, from 1. */
  page: number;
  /** Whether differences are marked. */
  marks: boolean;
}

export type SearchParams = Record<string, string | string[] | undefined>;

const list = (value: string | string[] | undefined): string[] =>
  [value ?? []]
    .flat()
    .flatMap((part) => part.split(','))
    .map((part) => part.trim())
    .filter(Boolean);

/** Reads a query: `editions=zh,en` or `editions=zh&editions=en`, `base=en`, `marks=off`, `page=2`. */
export function readViewState(query: SearchParams): ViewState {
  const editions = list(query.editions);
  const page = Number(list(query.page)[0] ?? 1);
  return {
    editions: editions.length > 0 ? editions : undefined,
    base: list(query.base)[0],
    marks: list(query.marks)[0] !== 'off',
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

/** The address of a view. Commas are kept readable; they are legal in a query. */
export function viewAddress(work: string, { editions, base, page, marks }: ViewState): string {
  const parts: string[] = [];
  if (editions) parts.push(`editions=${editions.map(encodeURIComponent).join(',')}`);
  if (base) parts.push(`base=${encodeURIComponent(base)}`);
  if (!marks) parts.push('marks=off');
  if (page > 1) parts.push(`page=${page}`);
  return `/works/${work}${parts.length > 0 ? `?${parts.join('&')}` : ''}`;
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
