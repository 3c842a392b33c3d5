import * as z from 'zod';
import { siglumPattern } from './names';

/** What a note is about: a segment, or words of it. */
export const targetSchema = z
  .object({
    edition: z.string().regex(siglumPattern, 'must be a siglum'),
    /** Id of the segment. */
    segment: z.string().min(1).max(80),
    /** UTF-16 offsets in the segment's text, for a range of words. */
    start: z.int().min(0).optional(),
    end: z.int().min(1).optional(),
    /** The words as they stood, by which they are found again when the text has changed. */
    quote: z.string().max(5000).optional(),
  })
  .refine(({ start, end }) => (start === undefined) === (end === undefined), {
    error: 'must have both start and end, or neither',
  });
export type NoteTarget = z.infer<typeof targetSchema>;

export const noteSchema = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,64}$/, 'must be letters, digits and hyphens'),
  /** One target, or one for each segment of a bead. */
  targets: z.array(targetSchema).min(1, 'must name what the note is about').max(200),
  /** Markdown. */
  text: z.string().trim().min(1, 'must not be empty').max(20_000, 'must be at most 20,000 letters'),
  /** Whose account wrote it, where there are accounts. */
  author: z.object({ id: z.string().max(80), name: z.string().max(200) }).optional(),
  created: z.string().max(40),
  modified: z.string().max(40),
});
/** A reader's note. Dates are ISO 8601. */
export type Note = z.infer<typeof noteSchema>;

/** Where a note stands now. */
export interface PlacedTarget extends NoteTarget {
  /** `moved` when its words were found again elsewhere, `lost` when they were not. */
  state: 'here' | 'moved' | 'lost';
}

export interface PlacedNote extends Omit<Note, 'targets'> {
  targets: PlacedTarget[];
}

/** A note as it stands in a file: what newer versions have added is kept when it is saved. */
export const storedNoteSchema: z.ZodType<Note> = noteSchema
  .extend({ targets: z.array(targetSchema.loose()).min(1).max(200) })
  .loose();

export interface NotesFile {
  notes: Note[];
}

/** The `notes.json` of a work. */
export const notesSchema: z.ZodType<NotesFile> = z.looseObject({
  notes: z.array(storedNoteSchema),
});
