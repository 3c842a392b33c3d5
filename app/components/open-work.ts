import { notFound } from 'next/navigation';
import { attempt, type InputError } from '../../lib/edition/errors';
import { slugPattern } from '../../lib/edition/metadata';
import { type FoundWork, listWorks, loadWork } from '../../lib/library/library';

export { attempt, attemptLater } from '../../lib/edition/errors';

/** The work a page is of; not found where there is none, and the error where it is faulty. */
export function openWork(slug: string): FoundWork | InputError {
  if (!slugPattern.test(slug) || !listWorks().includes(slug)) notFound();
  return attempt(() => loadWork(slug));
}
