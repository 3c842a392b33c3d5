import { libraryFolder } from '../core/config';
import { InputError } from '../core/errors';
import { contentHash } from '../core/hash';
import {
  type Dismissal,
  type DismissalDraft,
  dismissalsSchema,
  maxDismissals,
} from '../edition/dismissals';
import type { Work } from '../edition/model';
import type { Note, NoteTarget } from '../edition/notes';
import { segmentIndex } from '../edition/segments';
import type { Revised } from '../store/json-file';
import { atLimit, listFile, removedMeanwhile, withNew, without } from './list-file';
import { placeTarget } from './notes';
import type { ChangedFile } from './undo';

const file = listFile('dismissals.json', 'dismissals', dismissalsSchema);

/** What people have dismissed from the check lists of a work, with the revision of the file. */
export const readDismissals = (slug: string, folder = libraryFolder()): Revised<Dismissal[]> =>
  file.read(slug, folder);

type Matter = Omit<DismissalDraft, 'reason'>;

/** What a dismissal is about, wherever its words stand. */
export const dismissedWords = ({ kind, finding, editions, targets }: Matter): string =>
  JSON.stringify([
    kind,
    Object.entries(finding).sort(),
    editions,
    targets.map(({ edition, quote }) => [edition, quote]),
  ]);

/** A finding, and its dismissal, is known to other programs by what it is about. */
export const dismissalId = (matter: Matter): string =>
  contentHash(
    JSON.stringify([dismissedWords(matter), ...matter.targets.map(({ segment }) => segment)]),
    'revision',
  );

/**
 * Dismisses a finding of the check list; what was said of the same one before makes way.
 *
 * @returns what undoes it.
 * @throws InputError for sentences that the work does not have.
 */
export function addDismissal(
  work: Work,
  draft: DismissalDraft,
  author?: Note['author'],
  folder = libraryFolder(),
): Promise<ChangedFile[]> {
  const { editions, targets } = draft;
  const isSound = targets.every(({ edition }) => editions.includes(edition));
  if (!isSound || targets.some((target) => !stands(work, target))) {
    throw new InputError('these words are not in this work', {
      remedy: 'reload the page: the text may have changed',
    });
  }
  const added: Dismissal = {
    ...draft,
    ...(author ? { author } : {}),
    date: new Date().toISOString(),
  };
  const id = dismissalId(added);
  return file.change(work.slug, folder, (known) =>
    withNew(
      known,
      added,
      (each) => dismissalId(each) === id,
      maxDismissals,
      () => new InputError(`the work has ${maxDismissals} dismissals, which is the limit`, atLimit),
    ),
  );
}

/** Takes a dismissal back. @throws InputError `not-found` where there is none of that id. */
export function removeDismissal(
  slug: string,
  id: string,
  folder = libraryFolder(),
): Promise<ChangedFile[]> {
  return file.change(slug, folder, (known) =>
    without(
      known,
      (each) => dismissalId(each) === id,
      () => new InputError('there is no such dismissal', removedMeanwhile),
    ),
  );
}

export interface IdentifiedDismissal extends Dismissal {
  id: string;
  /** `changed` where the words that it is about do not stand in the texts any more: it holds no longer. */
  state: 'here' | 'changed';
}

export const identifyDismissals = (work: Work): IdentifiedDismissal[] =>
  (work.dismissals ?? []).map((each) => ({
    id: dismissalId(each),
    ...each,
    state: each.targets.every((target) => stands(work, target)) ? 'here' : 'changed',
  }));

/** Whether a work has the words of a target still: where they were, or in one other place. */
const stands = (work: Work, target: NoteTarget): boolean =>
  standsAt(work, target) || placeTarget(work, target).state === 'moved';

/** Whether the words of a target stand in the segment that it names. */
export function standsAt(
  work: Work,
  { edition: siglum, segment, quote = '' }: NoteTarget,
): boolean {
  const edition = work.editions.find((each) => each.siglum === siglum);
  const at = edition && segmentIndex(edition).get(segment);
  return at !== undefined && edition?.segments[at].text.includes(quote) === true;
}
