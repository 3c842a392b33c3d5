import { InputError } from '../core/errors';
import { type Term, termSchema } from '../edition/terms';
import type { GivenFile } from '../formats/document';
import { readTermsCsv } from '../formats/terms/csv';
import { readTermsTbx } from '../formats/terms/tbx';
import { boundedKind, runBounded } from '../jobs/bounded';

export const readTermsJob = boundedKind<GivenFile, never, Term[]>('read-terms', 'upload');

/**
 * The terms of a TBX file or of a table.
 *
 * @throws InputError with the place, for what is neither or holds no terms.
 */
export function readTermsFile({ bytes, name }: GivenFile): Term[] {
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const isXml = /\.(tbx|xml)$/i.test(name) || /^(?:\xef\xbb\xbf)?\s*</.test(start);
  const terms = isXml ? readTermsTbx(bytes, name) : readTermsCsv(bytes, name);
  if (terms.length === 0) {
    throw new InputError('the file holds no terms', {
      file: name,
      remedy: 'give TBX, or a table with a column a language',
    });
  }
  const tooLong = terms.find((term) => !termSchema.safeParse(term).success);
  if (!tooLong) return terms;
  throw new InputError(`“${tooLong.term.slice(0, 60)}” is too long for a term`, {
    file: name,
    remedy: 'terms have at most 200 letters, notes 2000',
  });
}

/** The same, in a process of its own that is ended where it takes too much. */
export const readTermsSafely = (file: GivenFile): Promise<Term[]> => runBounded(readTermsJob, file);
