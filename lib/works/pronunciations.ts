import { libraryFolder } from '../core/config';
import { InputError } from '../core/errors';
import { contentHash } from '../core/hash';
import { check } from '../core/json';
import type { Edition, Work } from '../edition/model';
import type { PlacedTarget } from '../edition/notes';
import { pronouncedSpans } from '../edition/pronounced-spans';
import {
  maxPronunciations,
  type Pronunciation,
  pronunciationSchema,
  pronunciationsSchema,
} from '../edition/pronunciations';
import { toneMarks } from '../language/pinyin';
import type { Revised } from '../store/json-file';
import { atLimit, listFile, removedMeanwhile, withNew, without } from './list-file';
import { placeTarget, quoteTarget } from './notes';
import type { ChangedFile } from './undo';

const file = listFile('pronunciations.json', 'pronunciations', pronunciationsSchema);

/** How people say that Chinese characters of a work are read, with the revision of the file. */
export const readPronunciations = (
  slug: string,
  folder = libraryFolder(),
): Revised<Pronunciation[]> => file.read(slug, folder);

/** What it is about: of the same place, or of a word in the same edition, the latest holds. */
const matterOf = ({ edition, word, place }: Pronunciation): string =>
  JSON.stringify(place ? [edition, place.segment, place.start] : [edition, word]);

/** Known to other programs by what it is about. */
const pronunciationId = (each: Pronunciation): string => contentHash(matterOf(each), 'revision');

/** A pronunciation as it stands now. */
export interface PlacedPronunciation extends Omit<Pronunciation, 'place'> {
  id: string;
  place?: PlacedTarget;
}

export const placePronunciations = (
  work: Work,
  pronunciations: readonly Pronunciation[] = work.pronunciations ?? [],
): PlacedPronunciation[] =>
  pronunciations.map(({ place, ...each }) => ({
    id: pronunciationId({ place, ...each }),
    ...each,
    ...(place ? { place: placeTarget(work, place) } : {}),
  }));

/** Those of an edition, at the places where they stand now. */
export const pronunciationsIn = (work: Work, siglum: string): Pronunciation[] =>
  placePronunciations(
    work,
    work.pronunciations?.filter(({ edition }) => edition === siglum),
  );

/**
 * A work whose editions have what people say of their Chinese characters as ruby, as other programs are to
 * have it. Texts, ids and other marks are as before.
 */
export function withPronunciations(work: Work): Work {
  if (!work.pronunciations?.length) return work;
  const editions = work.editions.map((edition): Edition => {
    const own = pronunciationsIn(work, edition.siglum);
    if (own.length === 0) return edition;
    const segments = edition.segments.map((segment) => {
      const spans = pronouncedSpans(segment, own);
      return spans.length === 0 ? segment : { ...segment, spans: [...segment.spans, ...spans] };
    });
    return { ...edition, segments };
  });
  return { ...work, editions };
}

/**
 * Says how Chinese characters are read. What was said before of the same place, or of the same word in
 * the edition, makes way.
 *
 * @param draft its Pinyin may have numbers for tones: `zhang3 guan1`.
 * @returns what undoes it.
 * @throws InputError for words that the work does not have, and for what is not Pinyin.
 */
export function addPronunciation(
  work: Work,
  draft: Pronunciation,
  folder = libraryFolder(),
): Promise<ChangedFile[]> {
  const pinyin = toneMarks(draft.pinyin.trim().toLowerCase().replace(/\s+/g, ' '));
  const { edition, word, place } = check(pronunciationSchema, { ...draft, pinyin });
  const texts = work.editions.find(({ siglum }) => siglum === edition)?.segments ?? [];
  const target = place ? quoteTarget(work, place) : undefined;
  const isThere = target
    ? target.edition === edition && target.quote === word
    : texts.some(({ text }) => text.includes(word));
  if (!isThere) {
    throw new InputError(`“${word}” does not stand there in “${edition}”`, {
      code: 'not-found',
      remedy: 'reload the page: the text may have changed',
    });
  }
  const added: Pronunciation = {
    edition,
    word,
    pinyin,
    ...(target ? { place: target } : {}),
    date: new Date().toISOString(),
  };
  return file.change(work.slug, folder, (known) =>
    withNew(
      known,
      added,
      (each) => matterOf(each) === matterOf(added),
      maxPronunciations,
      () =>
        new InputError(
          `the work has ${maxPronunciations} pronunciations, which is the limit`,
          atLimit,
        ),
    ),
  );
}

/** Takes a pronunciation out. @throws InputError `not-found` where there is none of that id. */
export function removePronunciation(
  slug: string,
  id: string,
  folder = libraryFolder(),
): Promise<ChangedFile[]> {
  return file.change(slug, folder, (known) =>
    without(
      known,
      (each) => pronunciationId(each) === id,
      () => new InputError('there is no such pronunciation', removedMeanwhile),
    ),
  );
}

/** Pronunciations whose words are gone, as problems of the work. */
export function lostPronunciations(
  work: Work,
  pronunciations: readonly Pronunciation[],
): InputError[] {
  return placePronunciations(work, pronunciations).flatMap(({ edition, word, pinyin, place }) => {
    const found = work.editions.find(({ siglum }) => siglum === edition);
    const segment = found?.segments.find(({ id }) => id === place?.segment);
    const isThere = place
      ? place.start !== undefined && segment?.text.startsWith(word, place.start)
      : found?.segments.some(({ text }) => text.includes(word));
    if (isThere) return [];
    const remedy = 'take it out, or say it anew where the word stands now; it is kept in the file';
    return [
      new InputError(
        place
          ? `“${word}” was said to be read “${pinyin}” at a place of “${edition}” that does not have it any more`
          : `“${word}” was said to be read “${pinyin}” in “${edition}”, which does not have it any more`,
        { file: file.path(work.slug), remedy },
      ),
    ];
  });
}
