import { readResourceId } from '../../../lib/api/dts';
import { InputError } from '../../../lib/core/errors';
import type { Edition, Work } from '../../../lib/edition/model';
import { findEdition, loadWork } from '../../../lib/works/load';
import { addressOf } from '../../server/address';

export const ldJson = { 'content-type': 'application/ld+json; charset=utf-8' };

/** Where the endpoints are, by the address a request came to. */
export function dtsAddress(request: Request): string {
  return new URL('/api/dts', addressOf(request)).href;
}

/** The edition that `work:siglum` names. */
export async function resourceOf(id: string): Promise<{ work: Work; edition: Edition }> {
  const { slug, siglum } = readResourceId(id);
  const { work } = await loadWork(slug);
  return { work, edition: findEdition(work, siglum) };
}

/** @throws InputError for a citation tree by a name: each text has one, without a name. */
export function refuseTree(tree: string | undefined): void {
  if (tree === undefined || tree === '') return;
  throw new InputError(`there is no citation tree “${tree.slice(0, 60)}”`, {
    code: 'not-found',
    remedy: 'leave “tree” out',
  });
}
