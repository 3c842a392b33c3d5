import type { Bead } from '../align/bead';
import { type Doubt, doubtsOf } from '../align/doubts';
import type { PlacedSentence } from '../align/levels';
import type { Correction, Edition, SentenceCut, Work } from '../edition/model';
import type { CorrectedUnit } from '../edition/sentence-ids';
import type { Progress } from '../jobs/job';
import { type ConfirmedBead, correctionsBetween } from '../works/corrections';
import { idsOfSentences } from '../works/edition-sentences';
import { findEdition, loadWork } from '../works/load';
import { saveCorrections, saveSentences } from '../works/save-corrections';
import { sentenceLinksBetween } from '../works/sentence-decisions';
import { alignInWork } from './alignments';

/** Two editions and the links between them, as someone who corrects them works with. */
export interface Correcting {
  unit: CorrectedUnit;
  /** What a writer must have seen in order to save. */
  revision: string;
  /** Indices are of segments, or of sentences where these are the unit. */
  beads: Bead[];
  /** What is confirmed, by ids of segments or sentences. */
  confirmed: ConfirmedBead[];
  /** Corrections whose segments are gone; kept, and reported. */
  lost: Correction[];
  /** What deserves a look, the most doubtful first. */
  doubts: Doubt[];
  /** Of sentences alone: their ids in order, and how both editions are cut by hand. */
  sentences?: { a: string[]; b: string[]; cuts: SentenceCut[] };
}

/** The links between two editions of a work. @throws InputError for what is not in the library. */
export async function openCorrecting(
  slug: string,
  a: string,
  b: string,
  unit: CorrectedUnit = 'paragraph',
  progress?: Progress,
): Promise<Correcting> {
  const { work, correctionsRevision: revision } = await loadWork(slug);
  const [left, right] = [findEdition(work, a), findEdition(work, b)];
  const found =
    unit === 'sentence'
      ? await sentencesOfPair(work, left, right, progress)
      : await paragraphsOfPair(work, left, right, progress);
  return { unit, revision, ...found };
}

async function paragraphsOfPair(work: Work, a: Edition, b: Edition, progress?: Progress) {
  const { beads: confirmed, lost } = correctionsBetween(work.corrections, a, b);
  const { beads } = await alignInWork(work, a, b, progress);
  const ids = (edition: Edition) => edition.segments.map(({ id }) => id);
  return {
    beads,
    confirmed: named(confirmed, ids(a), ids(b)),
    lost,
    doubts: doubtsOf(beads, a.segments, b.segments),
  };
}

async function sentencesOfPair(work: Work, a: Edition, b: Edition, progress?: Progress) {
  const { beads: links, lost } = await sentenceLinksBetween(work, a, b);
  const { sentences } = await alignInWork(work, a, b, progress);
  const ids = (edition: Edition, placed: readonly PlacedSentence[]) =>
    idsOfSentences(edition, placed);
  const [inA, inB] = [ids(a, sentences.a), ids(b, sentences.b)];
  const isHere = new Set([...a.segments, ...b.segments].map(({ id }) => id));
  return {
    beads: [...sentences.beads],
    confirmed: named(links, inA, inB),
    lost,
    doubts: doubtsOf(sentences.beads, sentences.a, sentences.b),
    sentences: {
      a: inA,
      b: inB,
      cuts: (work.sentenceCuts ?? []).filter(
        ({ edition, segment }) =>
          (edition === a.siglum || edition === b.siglum) && isHere.has(segment),
      ),
    },
  };
}

const named = (beads: readonly Bead[], a: readonly string[], b: readonly string[]) =>
  beads.map((bead) => ({ a: bead.a.map((i) => a[i]), b: bead.b.map((j) => b[j]) }));

/** What someone has confirmed; `cuts` of both editions where sentences are the unit. */
export interface ToSave {
  unit: CorrectedUnit;
  beads: readonly ConfirmedBead[];
  cuts: readonly SentenceCut[];
}

/** Saves what is confirmed between two editions, and aligns the rest around it at once. */
export async function saveCorrecting(
  slug: string,
  a: string,
  b: string,
  { unit, beads, cuts }: ToSave,
  revision: string,
): Promise<Correcting> {
  const { work } = await loadWork(slug);
  const [left, right] = [findEdition(work, a), findEdition(work, b)];
  if (unit === 'sentence') await saveSentences(work, left, right, { beads, cuts }, revision);
  else await saveCorrections(work, left, right, beads, revision);
  return openCorrecting(slug, a, b, unit);
}
