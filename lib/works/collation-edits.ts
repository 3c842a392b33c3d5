import { libraryFolder } from '../core/config';
import { InputError } from '../core/errors';
import { contentHash } from '../core/hash';
import { type CollationEdit, collationFileSchema } from '../edition/collation-edits';
import type { Work } from '../edition/model';
import type { PlacedTarget } from '../edition/notes';
import type { Revised } from '../store/json-file';
import { listFile, removedMeanwhile, without } from './list-file';
import { placeTarget, quoteTarget } from './notes';
import type { ChangedFile } from './undo';

const file = listFile('collation.json', 'edits', collationFileSchema);

/** What people have changed in a work's collation by hand, with the revision of the file. */
export const readCollationEdits = (
  slug: string,
  folder = libraryFolder(),
): Revised<CollationEdit[]> => file.read(slug, folder);

/** Known to other programs by its words. */
export const editId = (edit: CollationEdit): string =>
  contentHash(
    JSON.stringify([
      edit.kind,
      edit.places.map(({ edition, segment, start }) => [edition, segment, start]),
    ]),
    'revision',
  );

/** An edit as it stands now. */
export type PlacedEdit = Placed<CollationEdit>;
type Placed<Edit> = Edit extends CollationEdit
  ? Omit<Edit, 'places'> & { id: string; places: PlacedTarget[] }
  : never;

export const placeEdits = (work: Work, edits: readonly CollationEdit[]): PlacedEdit[] =>
  edits.map((edit) => ({
    id: editId(edit),
    ...edit,
    places: edit.places.map((place) => placeTarget(work, place)),
  }));

/**
 * Adds a hand edit. Earlier ones of the same words make way.
 *
 * @returns what undoes it.
 * @throws InputError for words that the work does not have.
 */
export function addCollationEdit(
  work: Work,
  edit: CollationEdit,
  folder = libraryFolder(),
): Promise<ChangedFile[]> {
  if (edit.kind === 'lemma' && !work.order.includes(edit.reading)) {
    throw new InputError(`“${work.title}” has no edition “${edit.reading}”`, {
      code: 'not-found',
      remedy: `choose from ${work.order.join(', ')}`,
    });
  }
  const added: CollationEdit = {
    ...edit,
    places: edit.places.map((place) => quoteTarget(work, place)),
    date: new Date().toISOString(),
  };
  const key = ({ edition, segment, start }: CollationEdit['places'][number]) =>
    `${edition}.${segment}.${start}`;
  // The first word is the one that was moved: where it stood before counts no more.
  const moved = key(added.places[0]);
  return file.change(work.slug, folder, (edits) => [
    ...edits.filter(
      ({ kind, places }) => matterOf[kind] !== matterOf[added.kind] || key(places[0]) !== moved,
    ),
    added,
  ]);
}

/** What an edit decides: of one matter and the same words the latest holds. */
const matterOf: Record<CollationEdit['kind'], 'columns' | 'moves' | 'lemma'> = {
  together: 'columns',
  apart: 'columns',
  moved: 'moves',
  'not-moved': 'moves',
  lemma: 'lemma',
};

/** Takes an edit out. @throws InputError `not-found` where there is none of that id. */
export function removeCollationEdit(
  slug: string,
  id: string,
  folder = libraryFolder(),
): Promise<ChangedFile[]> {
  return file.change(slug, folder, (edits) =>
    without(
      edits,
      (each) => editId(each) === id,
      () => new InputError('there is no such change of the collation', removedMeanwhile),
    ),
  );
}

/** Edits whose words are gone, as problems of the work. */
export function lostCollationEdits(work: Work, edits: readonly CollationEdit[]): InputError[] {
  const where = {
    file: file.path(work.slug),
    remedy: 'make it anew on the collation page; it is kept in the file',
  };
  return placeEdits(work, edits).flatMap((edit) => {
    const lost = edit.places.find(({ state }) => state === 'lost');
    if (lost) {
      return [
        new InputError(
          `a change of the collation by hand is about words of “${lost.edition}” that are gone: “${(lost.quote ?? '').slice(0, 80)}”`,
          where,
        ),
      ];
    }
    if (edit.kind !== 'lemma' || work.order.includes(edit.reading)) return [];
    return [
      new InputError(
        `a lemma was chosen from the edition “${edit.reading}”, which the work does not have any more`,
        where,
      ),
    ];
  });
}
