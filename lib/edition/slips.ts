import * as z from 'zod';

export const slipKinds = ['number', 'negation', 'name', 'term', 'missing', 'added'] as const;
/** A place where a translation may have slipped; a reader must judge. */
export type SlipKind = (typeof slipKinds)[number];

/** What speaks for a slip. `values` are the numbers that one side alone has. */
export type SlipReason =
  | { name: 'only-base' | 'only-here'; values: number[] }
  | { name: 'other-numbers'; values: number[]; here: number[] }
  | { name: 'denied-base' | 'denied-here' | 'no-counterpart' | 'alone' }
  | { name: 'unnamed' | 'not-preferred'; word: string; rendering: string };

export interface Slip {
  kind: SlipKind;
  reason: SlipReason;
}

const numbers = z.array(z.number()).min(1).max(1000);
const words = z.string().min(1).max(200);

export const slipReasonSchema: z.ZodType<SlipReason> = z.union([
  z.strictObject({ name: z.enum(['only-base', 'only-here']), values: numbers }),
  z.strictObject({ name: z.literal('other-numbers'), values: numbers, here: numbers }),
  z.strictObject({ name: z.enum(['denied-base', 'denied-here', 'no-counterpart', 'alone']) }),
  z.strictObject({ name: z.enum(['unnamed', 'not-preferred']), word: words, rendering: words }),
]);
