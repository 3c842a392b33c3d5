import { randomUUID } from 'node:crypto';
import { libraryFolder } from '../core/config';
import { InputError } from '../core/errors';
import { check } from '../core/json';
import type { Work } from '../edition/model';
import {
  type Note,
  type NoteTarget,
  noteSchema,
  notesSchema,
  type PlacedNote,
  type PlacedTarget,
  storedNoteSchema,
} from '../edition/notes';
import { segmentIndex } from '../edition/segments';
import type { Revised } from '../store/json-file';
import { ConflictError } from '../store/store';
import { listFile } from './list-file';

const file = listFile('notes.json', 'notes', notesSchema);

export const readNotes = (slug: string, folder = libraryFolder()): Revised<Note[]> =>
  file.read(slug, folder);

/** Finds what notes are about in the texts as they are now. */
export function placeNotes(work: Work, notes: readonly Note[]): PlacedNote[] {
  return notes.map((note) => ({ ...note, targets: note.targets.map((t) => placeTarget(work, t)) }));
}

/** Finds the words of a target in the texts as they are now. */
export function placeTarget(work: Work, target: NoteTarget): PlacedTarget {
  const edition = work.editions.find(({ siglum }) => siglum === target.edition);
  if (!edition) return { ...target, state: 'lost' };
  if (segmentIndex(edition).has(target.segment)) return { ...target, state: 'here' };
  // Its text has changed: the words, if they stand in one place only, say where it is now.
  const { quote } = target;
  const holding = quote ? edition.segments.filter(({ text }) => text.includes(quote)) : [];
  if (!quote || holding.length !== 1) return { ...target, state: 'lost' };
  const [{ id, text }] = holding;
  const start = text.indexOf(quote);
  const range = target.start === undefined ? {} : { start, end: start + quote.length };
  return { ...target, segment: id, ...range, state: 'moved' };
}

/** Adds a note. @throws InputError for targets that are not in the work, or an empty text. */
export async function addNote(
  work: Work,
  draft: { targets: NoteTarget[]; text: string },
  author?: Note['author'],
  folder = libraryFolder(),
): Promise<Note> {
  const now = new Date().toISOString();
  const note = check(noteSchema, {
    id: randomUUID(),
    targets: draft.targets,
    text: draft.text,
    ...(author ? { author } : {}),
    created: now,
    modified: now,
  });
  const quoted = { ...note, targets: note.targets.map((target) => quoteTarget(work, target)) };
  await file.change(work.slug, folder, (notes) => [...notes, quoted]);
  return quoted;
}

/**
 * Changes the text of a note, or takes it out (`text` null).
 *
 * @param known when the writer's copy was last changed.
 * @throws ConflictError when someone has changed it since; nothing is written.
 */
export async function changeNote(
  slug: string,
  id: string,
  text: string | null,
  known: string,
  folder = libraryFolder(),
): Promise<Note | null> {
  let changed: Note | null = null;
  await file.change(slug, folder, (notes) => {
    const note = notes.find((each) => each.id === id);
    if (!note) throw new ConflictError('the note has been deleted');
    if (note.modified !== known) throw new ConflictError('the note has been changed');
    if (text === null) return notes.filter((each) => each !== note);
    // Later than before, also where two changes fall into one millisecond.
    const at = Math.max(Date.now(), Date.parse(note.modified) + 1 || 0);
    const next = check(storedNoteSchema, { ...note, text, modified: new Date(at).toISOString() });
    changed = next;
    return notes.map((each) => (each === note ? next : each));
  });
  return changed;
}

/**
 * A target with the words it is about, so that they are found again after an edit.
 * @throws InputError where the work has no such words.
 */
export function quoteTarget(work: Work, target: NoteTarget): NoteTarget {
  const edition = work.editions.find(({ siglum }) => siglum === target.edition);
  const segment = edition?.segments[segmentIndex(edition).get(target.segment) ?? -1];
  if (!segment || (target.end ?? 0) > segment.text.length) {
    throw new InputError('these words are not in this work', {
      remedy: 'reload the page: the text may have changed',
    });
  }
  return {
    ...target,
    quote: segment.text.slice(target.start ?? 0, target.end ?? 200),
  };
}

/** Notes whose words are gone, as problems of the work. */
export function lostNotes(work: Work, notes: readonly Note[]): InputError[] {
  return placeNotes(work, notes).flatMap(({ targets, text }) =>
    targets
      .filter(({ state }) => state === 'lost')
      .map(
        ({ edition, quote = '' }) =>
          new InputError(
            `the note “${text.slice(0, 60)}” is about words of “${edition}” that are gone: “${quote.slice(0, 80)}”`,
            {
              file: file.path(work.slug),
              remedy: 'write it anew where it belongs; it is kept in the file',
            },
          ),
      ),
  );
}

/** How many notes each segment has now, by `siglum-id`. */
export function notedSegments(work: Work, notes: readonly Note[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { targets } of placeNotes(work, notes)) {
    for (const { edition, segment, state } of targets) {
      if (state === 'lost') continue;
      const key = `${edition}-${segment}`;
      counts[key] = (counts[key] ?? 0) + 1;
    }
  }
  return counts;
}
