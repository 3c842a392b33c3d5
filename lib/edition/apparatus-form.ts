import * as z from 'zod';
import { siglumPattern } from './names';

/** Witnesses that have one siglum where they agree: β for B and C. */
export interface SiglaGroup {
  siglum: string;
  members: string[];
}

export const lemmaChoices = ['base', 'majority'] as const;

/** How an apparatus is printed. */
export interface ApparatusForm {
  /** Whether the witnesses that agree with the lemma are named, too: a positive apparatus. */
  positive: boolean;
  groups: SiglaGroup[];
  /** What is the lemma of an entry: the base's words, or those that most witnesses have. */
  lemma: (typeof lemmaChoices)[number];
}

export const positiveForm: ApparatusForm = { positive: true, groups: [], lemma: 'base' };
export const negativeForm: ApparatusForm = { positive: false, groups: [], lemma: 'base' };

export const apparatusFormSchema: z.ZodType<ApparatusForm> = z.object({
  positive: z.boolean().default(true),
  groups: z
    .array(
      z.object({
        siglum: z.string().trim().min(1).max(20),
        members: z
          .array(z.string().regex(siglumPattern, 'must be a siglum'))
          .min(2, 'must hold two sigla or more')
          .max(100),
      }),
    )
    .max(100)
    .default([]),
  lemma: z.enum(lemmaChoices).default('base'),
});
