import type { Bead } from '../align/bead';
import type { Edition, Work } from '../edition/model';
import { linksBetween, type PairCorrections } from './corrections';
import { cutsIn, idsOfSentences, type SegmentCuts, sentencesIn } from './edition-sentences';

/** What people have said of the sentences of two editions. */
export interface DecidedSentences {
  cuts: { a: SegmentCuts; b: SegmentCuts };
  /** Confirmed beads of sentences as they are cut by hand. */
  links: Bead[];
}

/** Undefined where nobody has said anything. */
export async function decidedSentences(
  work: Work,
  a: Edition,
  b: Edition,
): Promise<DecidedSentences | undefined> {
  const cuts = { a: cutsIn(work, a), b: cutsIn(work, b) };
  const { beads: links } = await sentenceLinksBetween(work, a, b);
  return cuts.a.size + cuts.b.size + links.length > 0 ? { cuts, links } : undefined;
}

/** The confirmed links between sentences of two editions, either way round. */
export async function sentenceLinksBetween(
  work: Work,
  a: Edition,
  b: Edition,
): Promise<PairCorrections> {
  const own = (work.sentenceLinks ?? []).filter(
    ({ editions }) => editions.includes(a.siglum) && editions.includes(b.siglum),
  );
  if (own.length === 0) return { beads: [], lost: [] };
  const indices: ReadonlyMap<string, number>[] = [];
  for (const edition of [a, b]) {
    const ids = idsOfSentences(edition, await sentencesIn(work, edition));
    indices.push(new Map(ids.map((id, at) => [id, at])));
  }
  return linksBetween(own, [a, b], indices);
}
