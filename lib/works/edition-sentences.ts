import { type PlacedSentence, placeSentences } from '../align/levels';
import { keep, recall } from '../cache/cache';
import { processWide } from '../core/process-wide';
import { editionHash } from '../edition/hash';
import type { Edition, SentenceCut, Work } from '../edition/model';
import { segmentIndex } from '../edition/segments';
import { sentenceId } from '../edition/sentence-ids';
import { cutByHand, type Sentence, sentences } from '../language/sentences';

/** Where a person has cut a segment, by its index. */
export type SegmentCuts = ReadonlyMap<number, readonly Pick<SentenceCut, 'at' | 'kind'>[]>;

/** What people have cut in an edition; cuts of segments that are gone are left out. */
export function cutsIn(
  { sentenceCuts = [] }: Pick<Work, 'sentenceCuts'>,
  edition: Edition,
): SegmentCuts {
  const found = new Map<number, SentenceCut[]>();
  for (const cut of sentenceCuts) {
    if (cut.edition !== edition.siglum) continue;
    const segment = segmentIndex(edition).get(cut.segment);
    if (segment === undefined) continue;
    const known = found.get(segment);
    if (known) known.push(cut);
    else found.set(segment, [cut]);
  }
  return found;
}

const cutByRules = processWide(
  'sentences of segments',
  () => new WeakMap<Edition, Map<number, Sentence[]>>(),
);

/** The sentences of one segment. */
export function cutSegment(edition: Edition, segment: number, cuts: SegmentCuts): Sentence[] {
  const own = cutByRules.get(edition) ?? new Map<number, Sentence[]>();
  cutByRules.set(edition, own);
  const found = own.get(segment) ?? sentences(edition.segments[segment].text, edition.language);
  own.set(segment, found);
  return cutByHand(found, cuts.get(segment) ?? []);
}

/** The sentences of an edition, cut as its work says. */
export const sentencesIn = async (
  work: Work,
  edition: Edition,
): Promise<readonly PlacedSentence[]> =>
  withCuts(edition, await sentencesOf(edition), cutsIn(work, edition));

/** Ids of sentences, in order. */
export const idsOfSentences = (
  { segments }: Edition,
  placed: readonly PlacedSentence[],
): string[] => placed.map(({ segment, start }) => sentenceId(segments[segment].id, start));

/** Sentences of an edition with some of its segments cut by hand. */
export function withCuts(
  { segments }: Edition,
  placed: readonly PlacedSentence[],
  cuts: SegmentCuts,
): readonly PlacedSentence[] {
  if (cuts.size === 0) return placed;
  const found: PlacedSentence[] = [];
  for (let at = 0; at < placed.length; ) {
    const { segment } = placed[at];
    let next = at;
    while (placed[next]?.segment === segment) next++;
    const own = placed.slice(at, next);
    const by = cuts.get(segment);
    at = next;
    if (!by) {
      found.push(...own);
      continue;
    }
    const { text } = segments[segment];
    for (const { start, end } of cutByHand(own, by)) {
      found.push({ segment, start, end, text: text.slice(start, end) });
    }
  }
  return found;
}

const known = processWide('sentences', () => new WeakMap<Edition, Promise<PlacedSentence[]>>());

/** An edition's sentences by the rules, cut once for all its pairs; those of a long one are kept. */
export function sentencesOf(edition: Edition): Promise<PlacedSentence[]> {
  let found = known.get(edition);
  if (!found) {
    found = edition.segments.length > longEdition ? recallSentences(edition) : cut(edition);
    known.set(edition, found);
  }
  return found;
}

/** Editions of more segments than this take long enough to cut that it is worth remembering. */
const longEdition = 2000;

async function cut({ segments, language }: Edition): Promise<PlacedSentence[]> {
  return placeSentences(segments, language);
}

/** Kept as segment, start and end of each, one after the other. */
async function recallSentences(edition: Edition): Promise<PlacedSentence[]> {
  const key = `sentences/${editionHash(edition)}`;
  const kept = await recall<number[]>(key);
  if (kept) {
    const found: PlacedSentence[] = [];
    for (let k = 0; k < kept.length; k += 3) {
      const [segment, start, end] = [kept[k], kept[k + 1], kept[k + 2]];
      found.push({ segment, start, end, text: edition.segments[segment].text.slice(start, end) });
    }
    return found;
  }
  const found = await cut(edition);
  await keep(
    key,
    found.flatMap(({ segment, start, end }) => [segment, start, end]),
  );
  return found;
}
