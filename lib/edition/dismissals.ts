import * as z from 'zod';
import { siglumPattern } from './names';
import { type Note, type NoteTarget, noteSchema, targetSchema } from './notes';
import { type SlipKind, type SlipReason, slipKinds, slipReasonSchema } from './slips';

const siglum = z.string().regex(siglumPattern, 'must be a siglum');

const draftFields = {
  kind: z.enum(slipKinds),
  /** What spoke for a slip. */
  finding: slipReasonSchema,
  /** Sigla: of the edition that is the base, and of the one that is checked. */
  editions: z.tuple([siglum, siglum]),
  /** The sentences it is about, those of the base first, each with its words. */
  targets: z.array(targetSchema).min(1, 'must name what it is about').max(200),
  /** Why it is not a slip. */
  reason: z.string().trim().min(1, 'must not be empty').max(2000, 'must be at most 2,000 letters'),
};

const dismissalFields = {
  ...draftFields,
  /** Whose account dismissed it, where there are accounts. */
  author: noteSchema.shape.author,
  /** ISO 8601. */
  date: z.string().max(40).optional(),
};

/** A finding of the check list that someone has judged to be no slip, without who and when. */
export interface DismissalDraft {
  kind: SlipKind;
  finding: SlipReason;
  editions: [base: string, checked: string];
  targets: NoteTarget[];
  reason: string;
}

/** A finding of the check list that someone has judged to be no slip. */
export interface Dismissal extends DismissalDraft {
  author?: Note['author'];
  date?: string;
}

/** A dismissal as someone writes it: a name that it does not have is a mistake. */
export const dismissalSchema: z.ZodType<DismissalDraft> = z.strictObject(draftFields);

/** Dismissals of a work, at most. */
export const maxDismissals = 20_000;

export interface DismissalsFile {
  dismissals: Dismissal[];
}

/** The `dismissals.json` of a work: what newer versions have added is kept when it is saved. */
export const dismissalsSchema: z.ZodType<DismissalsFile> = z.looseObject({
  dismissals: z.array(z.looseObject(dismissalFields)).max(maxDismissals),
});
