import { libraryFolder } from '../core/config';
import { InputError } from '../core/errors';
import type { CorrectionsFile } from '../edition/corrections';
import { followCuts } from '../edition/follow-cuts';
import type { Correction, Edition, SentenceCut, Work } from '../edition/model';
import { segmentIndex } from '../edition/segments';
import { cutKey } from '../edition/sentence-ids';
import { jsonText } from '../store/json-file';
import { storeOf } from '../store/open';
import { ConflictError, noRevision, refuseConflict, revisionOf } from '../store/store';
import {
  type ConfirmedBead,
  correctionsPath,
  identified,
  mergeCorrections,
  parseCorrections,
} from './corrections';
import { cutSegment, cutsIn, idsOfSentences, sentencesOf, withCuts } from './edition-sentences';
import { fileRevision } from './file-revision';

/**
 * Saves what is confirmed between two editions: see `mergeCorrections`. What there is is read, merged,
 * checked and written in one change.
 *
 * @param expected the revision of the corrections that the writer read.
 * @returns the new revision.
 * @throws ConflictError when someone saved the corrections or one of the editions meanwhile;
 *   InputError for beads that cannot be.
 */
export function saveCorrections(
  work: Work,
  a: Edition,
  b: Edition,
  beads: readonly ConfirmedBead[],
  expected: string,
  folder = libraryFolder(),
): Promise<string> {
  return changeCorrections(work, [a, b], expected, folder, (before) =>
    mergeCorrections(before, [identified(a), identified(b)], beads, new Date().toISOString()),
  );
}

/** What is confirmed of the sentences of two editions. */
export interface SentenceDecisions {
  /** By ids of sentences as they are cut by `cuts`. */
  beads: readonly ConfirmedBead[];
  /** All cuts of both editions, in place of those there were. */
  cuts: readonly SentenceCut[];
}

/**
 * The same for sentences, and for where they are cut. Links with other editions follow: they have the
 * words that they had.
 *
 * @throws as `saveCorrections` does; InputError for cuts that cannot be.
 */
export async function saveSentences(
  work: Work,
  a: Edition,
  b: Edition,
  { beads, cuts }: SentenceDecisions,
  expected: string,
  folder = libraryFolder(),
): Promise<string> {
  const date = new Date().toISOString();
  const wanted = usefulCuts(cuts, [a, b]);
  const sides = await Promise.all(
    [a, b].map(async (edition) => {
      const placed = withCuts(
        edition,
        await sentencesOf(edition),
        cutsIn({ sentenceCuts: wanted }, edition),
      );
      return { siglum: edition.siglum, ids: idsOfSentences(edition, placed) };
    }),
  );
  return changeCorrections(work, [a, b], expected, folder, (before) => {
    const known = new Map(before.cuts?.map((cut) => [cutKey(cut), cut]));
    const isOurs = ({ edition, segment }: SentenceCut) =>
      [a, b].some((each) => each.siglum === edition && segmentIndex(each).has(segment));
    const others = before.cuts?.filter((cut) => !isOurs(cut)) ?? [];
    const now = wanted.map((cut) => known.get(cutKey(cut)) ?? { date, ...cut });
    const moved: CorrectionsFile = {
      ...before,
      cuts: [...others, ...now],
      sentences: [a, b].reduce(
        (links, edition) => following(links, edition, before.cuts ?? [], wanted),
        before.sentences ?? [],
      ),
    };
    return mergeCorrections(moved, [sides[0], sides[1]], beads, date, 'sentences');
  });
}

/** Links of an edition's sentences after some of its segments were cut anew. */
function following(
  links: readonly Correction[],
  edition: Edition,
  before: readonly SentenceCut[],
  wanted: readonly SentenceCut[],
): Correction[] {
  const [was, is] = [before, wanted].map((list) => cutsIn({ sentenceCuts: [...list] }, edition));
  let found = [...links];
  for (const segment of new Set([...was.keys(), ...is.keys()])) {
    const starts = [was, is].map((cuts) =>
      cutSegment(edition, segment, cuts).map(({ start }) => start),
    );
    if (String(starts[0]) === String(starts[1])) continue;
    const recut = { segment: edition.segments[segment].id, before: starts[0], now: starts[1] };
    found = followCuts(found, edition.siglum, recut);
  }
  return found;
}

/**
 * Cuts that say something: once each, and not what the rules say by themselves.
 * @throws InputError for one that is at no place of the editions, or would make a blank sentence.
 */
function usefulCuts(cuts: readonly SentenceCut[], editions: readonly Edition[]): SentenceCut[] {
  const found = new Map<string, SentenceCut>();
  for (const cut of cuts) {
    const edition = editions.find(({ siglum }) => siglum === cut.edition);
    const segment = edition && segmentIndex(edition).get(cut.segment);
    if (!edition || segment === undefined) {
      throw new InputError(`“${cut.edition}” has no segment “${cut.segment}” to be cut`, {
        remedy: 'reload the page: the text may have changed',
      });
    }
    const { text } = edition.segments[segment];
    if (cut.at >= text.length || /[\uDC00-\uDFFF]/.test(text[cut.at])) {
      throw new InputError(`no sentence can begin at ${cut.at} of the segment “${cut.segment}”`, {
        remedy: 'cut between two characters of its text',
      });
    }
    const begins = cutSegment(edition, segment, new Map()).some(({ start }) => start === cut.at);
    if (begins !== (cut.kind === 'cut')) {
      found.set(JSON.stringify([cut.edition, cut.segment, cut.at]), cut);
    }
  }
  const useful = [...found.values()];
  for (const edition of editions) {
    const here = cutsIn({ sentenceCuts: useful }, edition);
    for (const segment of here.keys()) {
      const { id, text } = edition.segments[segment];
      const sentences = cutSegment(edition, segment, here);
      if (sentences.every(({ start, end }) => text.slice(start, end).trim() !== '')) continue;
      throw new InputError(`a sentence of the segment “${id}” would have no words`, {
        remedy: 'cut before a word',
      });
    }
  }
  return useful;
}

/** @returns the new revision. */
async function changeCorrections(
  work: Work,
  editions: readonly Edition[],
  expected: string,
  folder: string,
  edit: (before: CorrectionsFile) => CorrectionsFile,
): Promise<string> {
  const path = correctionsPath(work.slug);
  let revision = expected;
  await (await storeOf(folder)).update([work.slug], async (current) => {
    const content = await current.read(path);
    refuseConflict({ path, content, expected }, content ? revisionOf(content) : noRevision);
    for (const edition of editions) {
      const known = fileRevision(edition);
      const editionPath = `${work.slug}/${edition.siglum}.md`;
      const now = known && (await current.read(editionPath));
      // The beads name segments of the texts as this process has read them.
      if (now && revisionOf(now) !== known) throw new ConflictError(`${editionPath} has changed`);
    }
    const text = jsonText(edit(parseCorrections(content, path)));
    revision = revisionOf(text);
    return [{ path, content: text }];
  });
  return revision;
}
