import * as z from 'zod';
import { siglumPattern } from './names';
import { type NoteTarget, targetSchema } from './notes';

/** Words of several editions that stand in one column, whatever is computed. */
export interface TogetherEdit {
  kind: 'together';
  /** A word of each edition concerned. */
  places: NoteTarget[];
  date?: string;
}

/** A word that stands in a column of its own. */
export interface ApartEdit {
  kind: 'apart';
  places: NoteTarget[];
  date?: string;
}

/**
 * Words of several editions that are one passage, the first in one place, the others in another; or that are
 * none, though they were found to be.
 */
export interface MoveEdit {
  kind: 'moved' | 'not-moved';
  /** The passage in each edition concerned. */
  places: NoteTarget[];
  date?: string;
}

/** Whose reading is the lemma of an entry. */
export interface LemmaEdit {
  kind: 'lemma';
  /** Words of any edition in the entry. */
  places: NoteTarget[];
  /** The siglum of an edition that has the reading. */
  reading: string;
  date?: string;
}

/** What a person has changed in a collation by hand. */
export type CollationEdit = TogetherEdit | ApartEdit | MoveEdit | LemmaEdit;

const date = z.string().max(40).optional();
const wordSchema = targetSchema.refine(({ start }) => start !== undefined, {
  error: 'must say where the word starts and ends',
});
const ofEditions = z
  .array(wordSchema)
  .min(2, 'must name words of two editions')
  .max(200)
  .refine((places) => new Set(places.map(({ edition }) => edition)).size === places.length, {
    error: 'must name one word or passage an edition',
  });
const together = { kind: z.literal('together'), places: ofEditions, date };
const moved = { kind: z.enum(['moved', 'not-moved']), places: ofEditions, date };
const lemma = {
  kind: z.literal('lemma'),
  places: z.array(wordSchema).length(1),
  reading: z.string().regex(siglumPattern, 'must be a siglum'),
  date,
};
const apart = { kind: z.literal('apart'), places: z.array(wordSchema).length(1), date };

export const collationEditSchema: z.ZodType<CollationEdit> = z.discriminatedUnion('kind', [
  z.strictObject(together),
  z.strictObject(apart),
  z.strictObject(moved),
  z.strictObject(lemma),
]);

export interface CollationFile {
  edits: CollationEdit[];
}

/** The `collation.json` of a work: what newer versions have added is kept when it is saved. */
export const collationFileSchema: z.ZodType<CollationFile> = z.looseObject({
  edits: z
    .array(
      z.discriminatedUnion('kind', [
        z.looseObject(together),
        z.looseObject(apart),
        z.looseObject(moved),
        z.looseObject(lemma),
      ]),
    )
    .max(10_000),
});
