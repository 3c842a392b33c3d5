import * as z from 'zod';
import type { Correction, SentenceCut } from './model';
import { siglumPattern } from './names';

const siglum = z.string().regex(siglumPattern, 'must be a siglum');
const ids = z.array(z.string().min(1).max(80)).max(1000);

/** A correction as it stands in a file; see `Correction`. */
const correctionSchema: z.ZodType<Correction> = z
  // What newer versions add is kept when a file is saved.
  .looseObject({
    editions: z.tuple([siglum, siglum]),
    a: ids,
    b: ids,
    date: z.string().max(40).optional(),
  })
  .refine(({ a, b }) => a.length + b.length > 0, { error: 'must name a segment' });

const cutFields = {
  edition: siglum,
  segment: z.string().min(1).max(80),
  at: z.int().min(1).max(10_000_000),
  kind: z.enum(['cut', 'join']),
  date: z.string().max(40).optional(),
};

/** A cut as a writer sends it; see `SentenceCut`. */
export const cutSchema: z.ZodType<SentenceCut> = z.object(cutFields);

export interface CorrectionsFile {
  corrections: Correction[];
  /** Of sentences, by their ids; see `sentence-ids.ts`. */
  sentences?: Correction[];
  cuts?: SentenceCut[];
}

/** The `corrections.json` of a work. */
export const correctionsSchema: z.ZodType<CorrectionsFile> = z.looseObject({
  corrections: z.array(correctionSchema),
  sentences: z.array(correctionSchema).optional(),
  cuts: z.array(z.looseObject(cutFields)).optional(),
});
