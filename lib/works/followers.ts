import { decodeUtf8 } from '../core/files';
import { parseJson } from '../core/json';
import { collationFileSchema } from '../edition/collation-edits';
import { correctionsSchema } from '../edition/corrections';
import { type NoteTarget, notesSchema } from '../edition/notes';
import { pronunciationsSchema } from '../edition/pronunciations';
import { regularisationSchema } from '../edition/regularisation';
import { jsonText } from '../store/json-file';
import type { Change, Current } from '../store/store';

/** How what a work's files name is called now. */
export interface Renaming {
  siglum: (siglum: string) => string;
  /** Ids of segments of an edition (by its siglum before) that stand in place of some. */
  segments: (siglum: string, ids: readonly string[]) => string[];
  /** Where the words of a target stand now; its edition is still called as before. */
  target: (target: NoteTarget) => NoteTarget;
}

/** Changes to the files of a work that name editions and segments: links, notes, rules, hand edits, pronunciations. */
export async function followingChanges(
  current: Current,
  slug: string,
  { siglum, segments, target }: Renaming,
): Promise<Change[]> {
  const targetNow = (before: NoteTarget): NoteTarget => {
    const now = target(before);
    return { ...now, edition: siglum(now.edition) };
  };
  const follow: Record<string, (text: string, path: string) => unknown> = {
    'corrections.json': (text, path) => {
      const value = parseJson(text, path, correctionsSchema);
      const corrections = value.corrections
        .map((each) => ({
          ...each,
          editions: each.editions.map(siglum),
          a: segments(each.editions[0], each.a),
          b: segments(each.editions[1], each.b),
        }))
        .filter(({ a, b }) => a.length + b.length > 0);
      return { ...value, corrections };
    },
    'notes.json': (text, path) => {
      const value = parseJson(text, path, notesSchema);
      const notes = value.notes.map((note) => ({ ...note, targets: note.targets.map(targetNow) }));
      return { ...value, notes };
    },
    'regularisation.json': (text, path) => {
      const value = parseJson(text, path, regularisationSchema);
      const rules = value.rules.map((rule) => ({
        ...rule,
        ...(rule.witness ? { witness: siglum(rule.witness) } : {}),
        ...(rule.place ? { place: targetNow(rule.place) } : {}),
      }));
      return { ...value, rules };
    },
    'collation.json': (text, path) => {
      const value = parseJson(text, path, collationFileSchema);
      const edits = value.edits.map((edit) => ({
        ...edit,
        ...(edit.kind === 'lemma' ? { reading: siglum(edit.reading) } : {}),
        places: edit.places.map(targetNow),
      }));
      return { ...value, edits };
    },
    'pronunciations.json': (text, path) => {
      const value = parseJson(text, path, pronunciationsSchema);
      const pronunciations = value.pronunciations.map((each) => ({
        ...each,
        edition: siglum(each.edition),
        ...(each.place ? { place: targetNow(each.place) } : {}),
      }));
      return { ...value, pronunciations };
    },
  };
  const changes: Change[] = [];
  for (const [name, followed] of Object.entries(follow)) {
    const path = `${slug}/${name}`;
    const content = await current.read(path);
    if (!content) continue;
    changes.push({ path, content: jsonText(followed(decodeUtf8(content, path), path)) });
  }
  return changes;
}
