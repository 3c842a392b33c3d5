import { InputError } from '../core/errors';
import type { Edition, Work } from '../edition/model';
import { findEdition } from './load';

export const fewestEditions = 2;
export const maxEditions = 5;

/** What the reader asked for; absent parts are chosen. */
export interface ComparisonRequest {
  editions?: string[];
  /** The base that the others are aligned with, then those of other languages. */
  bases?: string[];
}

export interface ChosenEditions {
  editions: Edition[];
  /** What the others are aligned with. */
  base: Edition;
  /** The bases that were asked for; `base` first. */
  bases: Edition[];
}

/**
 * Chooses the editions and base of a comparison.
 * @throws InputError when the request names what is not there, or too few or too many.
 */
export function chooseEditions(work: Work, request: ComparisonRequest): ChosenEditions {
  const asked = [...new Set(request.editions ?? [])];
  if (asked.length > maxEditions) {
    throw new InputError(`${asked.length} editions are more than fit side by side`, {
      remedy: `choose at most ${maxEditions}`,
    });
  }
  const editions = asked.map((siglum) => findEdition(work, siglum));
  const bases = (request.bases ?? []).map((siglum) => findEdition(work, siglum));
  const [base] = bases;
  const absent = bases.find((each) => !editions.includes(each));
  if (absent && editions.length > 0) {
    throw new InputError(`the base “${absent.siglum}” is not among the editions shown`, {
      remedy: 'add it to the editions, or choose another base',
    });
  }
  if (editions.length === 0) {
    editions.push(...work.editions.slice(0, base ? maxEditions : 3));
    if (base && !editions.includes(base)) editions.unshift(base);
  }
  // The work's own base is the natural companion of an edition shown alone.
  for (const siglum of [work.base, ...work.order]) {
    if (editions.length >= Math.min(fewestEditions, work.editions.length)) break;
    const other = findEdition(work, siglum);
    if (!editions.includes(other)) editions.push(other);
  }
  if (editions.length === 0) {
    throw new InputError(`“${work.title}” has no edition that can be read`, {
      remedy: 'run “variorum check” to see why',
    });
  }
  const first = base ?? editions.find(({ siglum }) => siglum === work.base) ?? editions[0];
  return { editions, base: first, bases: [first, ...bases.filter((each) => each !== first)] };
}
