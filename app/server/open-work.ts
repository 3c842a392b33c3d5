import { notFound } from 'next/navigation';
import { attemptLater, type InputError } from '../../lib/core/errors';
import { type FoundWork, hasWork } from '../../lib/works/load';

import { loadedWork } from './loaded';

export { attempt, attemptLater } from '../../lib/core/errors';

/** The work a page is of; not found where there is none, and the error where it is faulty. */
export async function openWork(slug: string): Promise<FoundWork | InputError> {
  if (!hasWork(slug)) notFound();
  return attemptLater(() => loadedWork(slug));
}
