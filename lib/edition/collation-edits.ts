import * as z from 'zod';
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

/** What a person has changed in a collation by hand. */
export type CollationEdit = TogetherEdit | ApartEdit;

const date = z.string().max(40).optional();
const wordSchema = targetSchema.refine(({ start }) => start !== undefined, {
  error: 'must say where the word starts and ends',
});
const together = {
  kind: z.literal('together'),
  places: z
    .array(wordSchema)
    .min(2, 'must name words of two editions')
    .max(200)
    .refine((places) => new Set(places.map(({ edition }) => edition)).size === places.length, {
      error: 'must name one word an edition',
    }),
  date,
};
const apart = { kind: z.literal('apart'), places: z.array(wordSchema).length(1), date };

export const collationEditSchema: z.ZodType<CollationEdit> = z.discriminatedUnion('kind', [
  z.strictObject(together),
  z.strictObject(apart),
]);

export interface CollationFile {
  edits: CollationEdit[];
}

/** The `collation.json` of a work: what newer versions have added is kept when it is saved. */
export const collationFileSchema: z.ZodType<CollationFile> = z.looseObject({
  edits: z
    .array(z.discriminatedUnion('kind', [z.looseObject(together), z.looseObject(apart)]))
    .max(10_000),
});
