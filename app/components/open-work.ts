import { notFound } from 'next/navigation';
import { attempt, type InputError } from '../../lib/core/errors';
import { slugPattern } from '../../lib/edition/metadata';
import { type FoundWork, listWorks, loadWork } from '../../lib/works/load';

export { attempt, attemptLater } from '../../lib/core/errors';

/** The work a page is of; not found where there is none, and the error where it is faulty. */
export function openWork(slug: string): FoundWork | InputError {
  if (!slugPattern.test(slug) || !listWorks().includes(slug)) notFound();
  return attempt(() => loadWork(slug));
}
