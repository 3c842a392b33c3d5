import { decodeUtf8 } from '../core/files';
import { parseJson } from '../core/json';
import { collationFileSchema } from '../edition/collation-edits';
import { correctionsSchema } from '../edition/corrections';
import { dismissalsSchema } from '../edition/dismissals';
import type { Correction } from '../edition/model';
import { type NoteTarget, notesSchema } from '../edition/notes';
import { pronunciationsSchema } from '../edition/pronunciations';
import { regularisationSchema } from '../edition/regularisation';
import { sentenceId, sentencePlace } from '../edition/sentence-ids';
import { jsonText } from '../store/json-file';
import type { Change, Current } from '../store/store';

/** How what a work's files name is called now. */
export interface Renaming {
  siglum: (siglum: string) => string;
  /** Ids of segments of an edition (by its siglum before) that stand in place of some. */
  segments: (siglum: string, ids: readonly string[]) => string[];
  /** Where the words at a place of a segment stand now; null where they are gone. */
  place: (siglum: string, segment: string, at: number) => { segment: string; at: number } | null;
  /** Where the words of a target stand now; its edition is still called as before. */
  target: (target: NoteTarget) => NoteTarget;
}

/**
 * Changes to the files of a work that name editions and segments: links, notes, rules, hand edits, dismissals,
 * pronunciations.
 */
export async function followingChanges(
  current: Current,
  slug: string,
  { siglum, segments, place, target }: Renaming,
): Promise<Change[]> {
  const targetNow = (before: NoteTarget): NoteTarget => {
    const now = target(before);
    return { ...now, edition: siglum(now.edition) };
  };
  const follow: Record<string, (text: string, path: string) => unknown> = {
    'corrections.json': (text, path) => {
      const value = parseJson(text, path, correctionsSchema);
      const moved = (
        links: readonly Correction[],
        follow: (siglum: string, ids: readonly string[]) => string[],
      ) =>
        links
          .map((each) => ({
            ...each,
            editions: each.editions.map(siglum),
            a: follow(each.editions[0], each.a),
            b: follow(each.editions[1], each.b),
          }))
          .filter(({ a, b }) => a.length + b.length > 0);
      return {
        ...value,
        corrections: moved(value.corrections, segments),
        ...(value.sentences
          ? {
              sentences: moved(value.sentences, (edition, ids) => [
                ...new Set(ids.map((id) => sentenceNow(id, (...at) => place(edition, ...at)))),
              ]),
            }
          : {}),
        ...(value.cuts
          ? {
              cuts: value.cuts
                .map((cut) => ({
                  ...cut,
                  ...place(cut.edition, cut.segment, cut.at),
                  edition: siglum(cut.edition),
                }))
                // Where a paragraph begins now, so does a sentence.
                .filter(({ at }) => at > 0),
            }
          : {}),
      };
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
    'dismissals.json': (text, path) => {
      const value = parseJson(text, path, dismissalsSchema);
      const dismissals = value.dismissals.map((each) => ({
        ...each,
        editions: each.editions.map(siglum),
        targets: each.targets.map(targetNow),
      }));
      return { ...value, dismissals };
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

/** What is gone keeps its name: it is reported, and its text may come back. */
function sentenceNow(
  id: string,
  place: (segment: string, at: number) => { segment: string; at: number } | null,
): string {
  const before = sentencePlace(id);
  const now = before && place(before.segment, before.at);
  return now ? sentenceId(now.segment, now.at) : id;
}
