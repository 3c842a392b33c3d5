import { LRUCache } from 'lru-cache';
import type { Bead } from '../align/bead';
import type { AlignmentText, Rendering } from '../align/text';
import { type WordLink, WordModel } from '../align/words';
import { processWide } from '../core/process-wide';
import { jobKind } from '../jobs/job';

/** Sentences that correspond, from which it is learned which words render which. */
export interface WordTraining {
  /** Names the texts and the stretch of them. */
  key: string;
  a: AlignmentText;
  b: AlignmentText;
  beads: Bead[];
  /** What other works and dictionaries say of the two languages. */
  lexicon?: Rendering[];
}

/** Passages that correspond, whose words are to be linked, as plain data for a worker thread. */
export interface WordJob {
  training: WordTraining;
  passages: [a: string, b: string][];
}

const models = processWide('word models', () => new LRUCache<string, WordModel>({ max: 8 }));

/** The model of a name, if it has been made. */
export const knownModel = (key: string): WordModel | undefined => models.get(key);

/** The model that some sentences teach; recalled by their name. */
export function modelOf({ key, a, b, beads, lexicon }: WordTraining): WordModel {
  let model = models.get(key);
  if (!model) {
    model = new WordModel(a, b, beads, lexicon);
    models.set(key, model);
  }
  return model;
}

export const wordJob = jobKind<WordJob, WordLink[][]>('words', 'quick');

/** The links between the words of each pair of passages. */
export function linkPassages({ training, passages }: WordJob): WordLink[][] {
  const model = modelOf(training);
  return passages.map(([a, b]) => model.link(a, b));
}
