import { libraryFolder } from '../core/config';
import { InputError } from '../core/errors';
import { contentHash } from '../core/hash';
import { comparedLanguage } from '../edition/model';
import { maxTerms, type Term, termsSchema } from '../edition/terms';
import type { Revised } from '../store/json-file';
import { listFile, removedMeanwhile, without } from './list-file';
import type { ChangedFile } from './undo';

const file = listFile('terms.json', 'terms', termsSchema);

/** The terms of a work, with the revision of their file. */
export const readTerms = (slug: string, folder = libraryFolder()): Revised<Term[]> =>
  file.read(slug, folder);

/** One term of a language has one entry, however it is capitalised. */
const identity = ({ term, language }: Term): string =>
  `${comparedLanguage(language)}\t${term.normalize('NFC').toLowerCase()}`;

/** Known to other programs by its words. */
export const termId = (term: Term): string => contentHash(identity(term), 'revision');

export interface IdentifiedTerm extends Term {
  id: string;
}

export const identifyTerms = (terms: readonly Term[]): IdentifiedTerm[] =>
  terms.map((term) => ({ id: termId(term), ...term }));

/**
 * Adds terms. One that the work has already takes on the renderings that are given, and keeps others.
 *
 * @returns what undoes it.
 * @throws InputError where the work would have too many.
 */
export function addTerms(
  slug: string,
  terms: readonly Term[],
  folder = libraryFolder(),
): Promise<ChangedFile[]> {
  const date = new Date().toISOString();
  return file.change(slug, folder, (known) => {
    const all = new Map(known.map((term) => [identity(term), term]));
    for (const term of terms) {
      const before = all.get(identity(term));
      const renderings = { ...before?.renderings, ...term.renderings };
      all.set(identity(term), { ...before, ...term, renderings, date });
    }
    if (all.size <= maxTerms) return [...all.values()];
    throw new InputError(`the work would have ${all.size} terms, and ${maxTerms} is the limit`, {
      code: 'too-large',
      remedy: 'leave out those that are not needed',
    });
  });
}

/** Takes a term out. @throws InputError `not-found` where there is none of that id. */
export function removeTerm(
  slug: string,
  id: string,
  folder = libraryFolder(),
): Promise<ChangedFile[]> {
  return file.change(slug, folder, (terms) =>
    without(
      terms,
      (each) => termId(each) === id,
      () => new InputError('there is no such term', removedMeanwhile),
    ),
  );
}
