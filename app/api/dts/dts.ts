import { readResourceId } from '../../../lib/api/dts';
import type { Edition, Work } from '../../../lib/edition/model';
import { findEdition, loadWork } from '../../../lib/works/load';
import { addressOf } from '../../server/address';

export const ldJson = { 'content-type': 'application/ld+json; charset=utf-8' };

/** Where the endpoints are, by the address a request came to. */
export function dtsAddress(request: Request): string {
  return new URL('/api/dts', addressOf(request)).href;
}

/** The edition that `resource` names. */
export async function resourceIn(
  query: URLSearchParams,
): Promise<{ work: Work; edition: Edition }> {
  const { slug, siglum } = readResourceId(query.get('resource') ?? '');
  const { work } = await loadWork(slug);
  return { work, edition: findEdition(work, siglum) };
}

/** The passage that `ref`, or `start` and `end`, name. */
export function passageIn(query: URLSearchParams) {
  const given = (name: string) => query.get(name) ?? undefined;
  return { ref: given('ref'), start: given('start'), end: given('end'), down: given('down') };
}
