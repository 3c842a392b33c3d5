import type { Bead } from '../align/bead';
import type { Correction } from '../edition/model';
import { type ConfirmedBead, correctionsBetween, saveCorrections } from '../works/corrections';
import { findEdition, loadWork } from '../works/load';
import { alignInWork } from './alignments';

/** Two editions and the links between them, as someone who corrects them works with. */
export interface Correcting {
  /** What a writer must have seen in order to save. */
  revision: string;
  beads: Bead[];
  /** What is confirmed, by segment ids. */
  confirmed: ConfirmedBead[];
  /** Corrections whose segments are gone; kept, and reported. */
  lost: Correction[];
}

/** The links between two editions of a work. @throws InputError for what is not in the library. */
export async function openCorrecting(slug: string, a: string, b: string): Promise<Correcting> {
  const { work, correctionsRevision: revision } = await loadWork(slug);
  const [left, right] = [findEdition(work, a), findEdition(work, b)];
  const { beads: confirmed, lost } = correctionsBetween(work.corrections, left, right);
  const { beads } = await alignInWork(work, left, right);
  return {
    revision,
    beads,
    confirmed: confirmed.map((bead) => ({
      a: bead.a.map((i) => left.segments[i].id),
      b: bead.b.map((j) => right.segments[j].id),
    })),
    lost,
  };
}

/** Saves what is confirmed between two editions, and aligns the rest around it at once. */
export async function saveCorrecting(
  slug: string,
  a: string,
  b: string,
  beads: readonly ConfirmedBead[],
  revision: string,
): Promise<Correcting> {
  const { work } = await loadWork(slug);
  await saveCorrections(work, findEdition(work, a), findEdition(work, b), beads, revision);
  return openCorrecting(slug, a, b);
}
