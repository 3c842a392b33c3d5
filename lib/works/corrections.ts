import type { Bead } from '../align/bead';
import { isRun } from '../align/revise';
import { libraryFolder } from '../core/config';
import { InputError } from '../core/errors';
import { correctionsSchema } from '../edition/corrections';
import type { Correction, Edition, Work } from '../edition/model';
import { segmentIndex } from '../edition/segments';
import { type Revised, readJsonFile, writeJsonFile } from '../store/json-file';

/** What of a work's corrections bears on two editions. */
export interface PairCorrections {
  /** Settled beads, `a` of the first edition, by index. */
  beads: Bead[];
  /** Corrections that name a segment which is not in its edition any more, or a run broken up. */
  lost: Correction[];
}

const fileOf = (slug: string) => `${slug}/corrections.json`;

/** All corrections of a work, with the revision that a writer must know. */
export function readCorrections(slug: string, folder = libraryFolder()): Revised<Correction[]> {
  const { value, revision } = readJsonFile(folder, fileOf(slug), correctionsSchema, {
    corrections: [],
  });
  return { value: value.corrections, revision };
}

/** The corrections between two editions, either way round, by the segments there are now. */
export function correctionsBetween(
  corrections: readonly Correction[],
  a: Edition,
  b: Edition,
): PairCorrections {
  const found: PairCorrections = { beads: [], lost: [] };
  const indices = [segmentIndex(a), segmentIndex(b)];
  const used = [new Set<number>(), new Set<number>()];
  for (const correction of corrections) {
    const sides = sidesOf(correction, a, b);
    if (!sides) continue;
    const [inA, inB] = sides.map((ids, k) => ids.map((id) => indices[k].get(id) ?? -1));
    const sound = [inA, inB].every(
      (side, k) => isRun(side) && side.every((s) => s >= 0 && !used[k].has(s)),
    );
    if (!sound) {
      found.lost.push(correction);
      continue;
    }
    inA.forEach((s) => {
      used[0].add(s);
    });
    inB.forEach((s) => {
      used[1].add(s);
    });
    found.beads.push({ a: inA, b: inB, score: 1, origin: 'confirmed' });
  }
  return found;
}

/** A correction's ids as a's and b's; null where it is of other editions. */
function sidesOf(
  { editions: [first, second], a, b }: Correction,
  x: Pick<Edition, 'siglum'>,
  y: Pick<Edition, 'siglum'>,
): [string[], string[]] | null {
  if (first === x.siglum && second === y.siglum) return [a, b];
  if (first === y.siglum && second === x.siglum) return [b, a];
  return null;
}

/** Ids of what one bead settles. */
export interface SettledBead {
  a: string[];
  b: string[];
}

/**
 * Puts `beads` in place of all that was settled between two editions. Corrections whose segments
 * are gone are kept as they are: their text may come back, and nobody asked to drop them.
 *
 * @param expected the revision that the writer read.
 * @returns the new revision.
 * @throws ConflictError when someone saved meanwhile; InputError for beads that cannot be.
 */
export async function saveCorrections(
  work: Work,
  a: Edition,
  b: Edition,
  beads: readonly SettledBead[],
  expected: string,
  folder = libraryFolder(),
): Promise<string> {
  const before = readCorrections(work.slug, folder).value;
  const keyOf = (inA: readonly string[], inB: readonly string[]) => `${inA}:${inB}`;
  const known = new Map(
    before.flatMap((each) => {
      const sides = sidesOf(each, a, b);
      return sides ? [[keyOf(...sides), each] as const] : [];
    }),
  );
  const now = new Date().toISOString();
  // What was settled before keeps its date, and the way round it was written.
  const settled = beads.map(
    (bead): Correction =>
      known.get(keyOf(bead.a, bead.b)) ?? {
        editions: [a.siglum, b.siglum],
        a: bead.a,
        b: bead.b,
        date: now,
      },
  );
  const { lost } = correctionsBetween(settled, a, b);
  if (lost.length > 0) {
    throw new InputError(
      `the segments ${[...lost[0].a, ...lost[0].b].join(', ')} cannot be settled as one bead`,
      { remedy: 'choose neighbouring segments that no other settled bead has; reload the page' },
    );
  }
  const gone = new Set(correctionsBetween(before, a, b).lost);
  const others = before.filter((each) => !sidesOf(each, a, b) || gone.has(each));
  const corrections = [...others, ...settled];
  return writeJsonFile(folder, fileOf(work.slug), { corrections }, expected);
}

/** What is lost among a work's corrections, in words. */
export function lostCorrections(work: Work): InputError[] {
  const bySiglum = new Map(work.editions.map((edition) => [edition.siglum, edition]));
  const name = fileOf(work.slug);
  const remedy =
    'settle that place again; the correction is kept in the file until you take it out';
  return work.corrections.flatMap((correction) => {
    const [first, second] = correction.editions.map((siglum) => bySiglum.get(siglum));
    const called = `a correction between “${correction.editions.join('” and “')}”`;
    if (!first || !second) {
      return [
        new InputError(`${called} names an edition that is not here`, { file: name, remedy }),
      ];
    }
    const { lost } = correctionsBetween([correction], first, second);
    if (lost.length === 0) return [];
    return [
      new InputError(
        `${called} names a segment whose text has changed or gone (${[...correction.a, ...correction.b].join(', ')})`,
        { file: name, remedy },
      ),
    ];
  });
}
