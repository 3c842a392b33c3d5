import * as z from 'zod';
import type { Correction } from './model';
import { siglumPattern } from './names';

const siglum = z.string().regex(siglumPattern, 'must be a siglum');
const segments = z.array(z.string().min(1).max(80)).max(1000);

/** A correction as it stands in a file; see `Correction`. */
const correctionSchema: z.ZodType<Correction> = z
  // What newer versions add is kept when a file is saved.
  .looseObject({
    editions: z.tuple([siglum, siglum]),
    a: segments,
    b: segments,
    date: z.string().max(40).optional(),
  })
  .refine(({ a, b }) => a.length + b.length > 0, { error: 'must name a segment' });

export interface CorrectionsFile {
  corrections: Correction[];
}

/** The `corrections.json` of a work. */
export const correctionsSchema: z.ZodType<CorrectionsFile> = z.looseObject({
  corrections: z.array(correctionSchema),
});
