import { notFound } from 'next/navigation';
import { InputError } from '../../lib/edition/errors';
import { slugPattern } from '../../lib/edition/metadata';
import { type FoundWork, listWorks, loadWork } from '../../lib/library/library';

/** The work a page is of; not found where there is none, and the error where it is faulty. */
export function openWork(slug: string): FoundWork | InputError {
  if (!slugPattern.test(slug) || !listWorks().includes(slug)) notFound();
  return attempt(() => loadWork(slug));
}

/** The result, or the error where the input is at fault; other errors are ours and go on. */
export function attempt<T>(read: () => T): T | InputError {
  try {
    return read();
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
}

export async function attemptLater<T>(read: () => Promise<T>): Promise<T | InputError> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
}
