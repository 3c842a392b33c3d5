import { z } from 'zod';
import { canonical } from '../language/fold';
import type { CollationToken, Witness } from './witness';

/** What kind of difference a rule does away with. */
export const ruleClasses = [
  'orthographic',
  'morphological',
  'abbreviation',
  'error',
  'other',
] as const;

/**
 * A rule of regularisation: where a witness has these words they are read as others. It decides what is
 * compared, never what is written.
 */
export const ruleSchema = z.strictObject({
  /** Words as written, without regard to capitals. */
  read: z.string().trim().min(1).max(200),
  /** The words that they are compared as; no more of them than in `read`. */
  as: z.string().trim().min(1).max(200),
  class: z.enum(ruleClasses).optional(),
  /** The siglum of the only witness that it holds for. */
  witness: z.string().optional(),
  note: z.string().max(2000).optional(),
});

export const rulesSchema = z.strictObject({ rules: z.array(ruleSchema).max(10_000) });

export type Rule = z.infer<typeof ruleSchema>;

const words = (text: string): string[] =>
  canonical(text)
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');

/** Applies rules to the tokens of witnesses; of rules that begin alike the longest is taken. */
export function regularise(witnesses: readonly Witness[], rules: readonly Rule[]): Witness[] {
  if (rules.length === 0) return [...witnesses];
  return witnesses.map(({ siglum, tokens }) => {
    const byFirst = new Map<string, { read: string[]; as: string[] }[]>();
    for (const rule of rules) {
      if (rule.witness !== undefined && rule.witness !== siglum) continue;
      const [read, as] = [words(rule.read), words(rule.as)];
      const known = byFirst.get(read[0]) ?? [];
      known.push({ read, as });
      known.sort((x, y) => y.read.length - x.read.length);
      byFirst.set(read[0], known);
    }
    return { siglum, tokens: applied(tokens, byFirst) };
  });
}

function applied(
  tokens: readonly CollationToken[],
  byFirst: ReadonlyMap<string, { read: string[]; as: string[] }[]>,
): CollationToken[] {
  const written = tokens.map(({ t }) => canonical(t.trim()).toLowerCase());
  const out: CollationToken[] = [];
  for (let at = 0; at < tokens.length; ) {
    const rule = byFirst
      .get(written[at])
      ?.find(({ read }) => read.every((word, k) => written[at + k] === word));
    if (!rule) {
      out.push(tokens[at++]);
      continue;
    }
    const { read, as } = rule;
    // As many tokens as words to compare; the last takes what is left.
    as.forEach((n, k) => {
      const end = k === as.length - 1 ? read.length : k + 1;
      const parts = tokens.slice(at + k, at + end);
      out.push({ ...parts[0], t: parts.map(({ t }) => t).join(''), n });
    });
    at += read.length;
  }
  return out;
}
