import { type ListOrder, listOrders } from '../../lib/works/library-list';
import type { SearchParams } from './view-state';

/** Which works of a large library are listed, as the address says. */
export interface WorkChoice {
  query: string;
  order: ListOrder;
  /** From 1. */
  page: number;
}

const longestQuery = 200;

export function readChoice(given: SearchParams): WorkChoice {
  const one = (name: string) => [given[name] ?? ''].flat()[0];
  return {
    query: one('find').trim().slice(0, longestQuery),
    order: listOrders.find((order) => order === one('sort')) ?? listOrders[0],
    page: Math.max(1, Math.trunc(Number(one('page'))) || 1),
  };
}

export function choiceAddress({ query, order, page }: WorkChoice): string {
  const address = new URLSearchParams();
  if (query) address.set('find', query);
  if (order !== listOrders[0]) address.set('sort', order);
  if (page > 1) address.set('page', String(page));
  return address.size > 0 ? `/?${address}` : '/';
}
