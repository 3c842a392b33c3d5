import type { Bead } from '../align/bead';
import { isRun } from '../align/revise';
import { libraryFolder } from '../core/config';
import { InputError } from '../core/errors';
import { parseJson } from '../core/json';
import { type CorrectionsFile, correctionsSchema } from '../edition/corrections';
import type { Correction, Edition, Work } from '../edition/model';
import { segmentIndex } from '../edition/segments';
import { sentencePlace } from '../edition/sentence-ids';
import type { Revised } from '../store/json-file';
import { cutSegment, cutsIn } from './edition-sentences';
import { listFile } from './list-file';

/** What of a work's corrections bears on two editions. */
export interface PairCorrections {
  /** Confirmed beads, `a` of the first edition, by index. */
  beads: Bead[];
  /** Corrections that name a segment which is not in its edition any more, or a run broken up. */
  lost: Correction[];
}

const file = listFile('corrections.json', 'corrections', correctionsSchema);

/** Where a work's corrections are in its library. */
export const correctionsPath = file.path;

/** @throws InputError with file and line for what is not JSON or not of the schema. */
export function parseCorrections(content: Uint8Array | null, path: string): CorrectionsFile {
  if (!content) return { corrections: [] };
  return parseJson(Buffer.from(content).toString('utf8'), path, correctionsSchema);
}

/** All corrections of a work, with the revision that a writer must know. */
export const readCorrections = (slug: string, folder = libraryFolder()): Revised<CorrectionsFile> =>
  file.readWhole(slug, folder);

/** The segments of an edition, as far as corrections are concerned. */
export interface Identified {
  siglum: string;
  /** Ids of its segments, in order. */
  ids: readonly string[];
}

/** An edition by its segments. */
export const identified = ({ siglum, segments }: Edition): Identified => ({
  siglum,
  ids: segments.map(({ id }) => id),
});

/** The corrections between two editions, either way round, by the segments there are now. */
export function correctionsBetween(
  corrections: readonly Correction[],
  a: Edition,
  b: Edition,
): PairCorrections {
  return linksBetween(corrections, [a, b], [segmentIndex(a), segmentIndex(b)]);
}

/**
 * The same for segments or sentences of which the numbers are given.
 *
 * @param indices of each edition: the number of each, by its id.
 */
export function linksBetween(
  corrections: readonly Correction[],
  [a, b]: readonly [Pick<Edition, 'siglum'>, Pick<Edition, 'siglum'>],
  indices: readonly ReadonlyMap<string, number>[],
): PairCorrections {
  const found: PairCorrections = { beads: [], lost: [] };
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

/** Ids of what one bead confirms. */
export interface ConfirmedBead {
  a: string[];
  b: string[];
}

/**
 * Puts `beads` in place of all that was confirmed between two editions. Corrections whose segments
 * are gone are kept as they are: their text may come back, and nobody asked to drop them.
 *
 * @param date ISO 8601, for what was not confirmed before.
 * @param list whether the beads are of segments or of sentences.
 * @throws InputError for beads that cannot be.
 */
export function mergeCorrections(
  file: CorrectionsFile,
  [a, b]: readonly [Identified, Identified],
  beads: readonly ConfirmedBead[],
  date: string,
  list: 'corrections' | 'sentences' = 'corrections',
): CorrectionsFile {
  const before = file[list] ?? [];
  const keyOf = (inA: readonly string[], inB: readonly string[]) => `${inA}:${inB}`;
  const known = new Map(
    before.flatMap((each) => {
      const sides = sidesOf(each, a, b);
      return sides ? [[keyOf(...sides), each] as const] : [];
    }),
  );
  // What was confirmed before keeps its date, and the way round it was written.
  const confirmed = beads.map(
    (bead): Correction =>
      known.get(keyOf(bead.a, bead.b)) ?? {
        editions: [a.siglum, b.siglum],
        a: bead.a,
        b: bead.b,
        date,
      },
  );
  const indices = [a, b].map(({ ids }) => new Map(ids.map((id, at) => [id, at])));
  const { lost } = linksBetween(confirmed, [a, b], indices);
  if (lost.length > 0) {
    const ids = [...lost[0].a, ...lost[0].b].slice(0, 8).join(', ');
    throw new InputError(
      list === 'sentences'
        ? `the sentences ${ids} cannot be confirmed as one bead`
        : `the segments ${ids} cannot be confirmed as one bead`,
      { remedy: 'choose neighbours that no other confirmed bead has; reload the page' },
    );
  }
  const gone = new Set(linksBetween(before, [a, b], indices).lost);
  const others = before.filter((each) => !sidesOf(each, a, b) || gone.has(each));
  return { ...file, [list]: [...others, ...confirmed] };
}

/** What is lost among a work's corrections, in words. */
export function lostCorrections(work: Work): InputError[] {
  const bySiglum = new Map(work.editions.map((edition) => [edition.siglum, edition]));
  const where = {
    file: file.path(work.slug),
    remedy: 'confirm that place again; the correction is kept in the file until you take it out',
  };
  const begins = sentenceStarts(work);
  const ofLink = (link: Correction, isSentences: boolean) => {
    const [first, second] = link.editions.map((siglum) => bySiglum.get(siglum));
    const called = `a correction between “${link.editions.join('” and “')}”`;
    if (!first || !second) {
      return [new InputError(`${called} names an edition that is not here`, where)];
    }
    const isThere = isSentences
      ? link.a.every((id) => begins(first, id)) && link.b.every((id) => begins(second, id))
      : correctionsBetween([link], first, second).lost.length === 0;
    if (isThere) return [];
    const ids = [...link.a, ...link.b].join(', ');
    return isSentences
      ? [
          new InputError(
            `${called} names a sentence whose text has changed or gone (${ids})`,
            where,
          ),
        ]
      : [
          new InputError(
            `${called} names a segment whose text has changed or gone (${ids})`,
            where,
          ),
        ];
  };
  return [
    ...work.corrections.flatMap((link) => ofLink(link, false)),
    ...(work.sentenceLinks ?? []).flatMap((link) => ofLink(link, true)),
    ...(work.sentenceCuts ?? []).flatMap(({ edition: siglum, segment, at }) => {
      const edition = bySiglum.get(siglum);
      const index = edition && segmentIndex(edition).get(segment);
      if (edition && index !== undefined && at < edition.segments[index].text.length) return [];
      return [
        new InputError(
          `a cut of a sentence of “${siglum}” is in a segment whose text has changed or gone (${segment})`,
          where,
        ),
      ];
    }),
  ];
}

/** Whether a sentence of an edition is there, as its work has it cut. */
function sentenceStarts(work: Work): (edition: Edition, id: string) => boolean {
  const cuts = new Map(work.editions.map((edition) => [edition, cutsIn(work, edition)]));
  return (edition, id) => {
    const place = sentencePlace(id);
    const segment = place ? segmentIndex(edition).get(place.segment) : undefined;
    if (!place || segment === undefined) return false;
    const found = cutSegment(edition, segment, cuts.get(edition) ?? new Map());
    return found.some(({ start }) => start === place.at);
  };
}
