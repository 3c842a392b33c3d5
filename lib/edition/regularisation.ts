import * as z from 'zod';
import { languageSchema } from './language-schema';
import { siglumPattern } from './names';
import { type NoteTarget, targetSchema } from './notes';

/** What kind of difference a rule removes. */
export const ruleClasses = [
  'orthographic',
  'morphological',
  'abbreviation',
  'error',
  'other',
] as const;
export type RuleClass = (typeof ruleClasses)[number];

const ruleFields = {
  /** Words as written, without regard to capitals. */
  read: z.string().trim().min(1).max(200),
  /** The words that they are compared as; no more of them than in `read`. */
  as: z.string().trim().min(1).max(200),
  class: z.enum(ruleClasses).optional(),
  /** The siglum of the only witness that it holds for. */
  witness: z.string().regex(siglumPattern, 'must be a siglum').optional(),
  /** The only words that it holds for; `witness` is not needed then. */
  place: targetSchema.optional(),
  /** The only language that it holds for, with its relatives; see `languageFamily`. */
  language: languageSchema.optional(),
  note: z.string().max(2000).optional(),
  /** ISO 8601. */
  date: z.string().max(40).optional(),
};

/**
 * A rule of regularisation: where a witness has these words they are read as others. It decides what is
 * compared, never what is written.
 */
export interface Rule {
  read: string;
  as: string;
  class?: RuleClass;
  witness?: string;
  place?: NoteTarget;
  language?: string;
  note?: string;
  date?: string;
}

const misfit = {
  path: ['as'],
  error: 'must not have more words than “read”: write the rule the other way round',
};

/** A rule as someone writes it: a name that a rule does not have is a mistake. */
export const ruleSchema: z.ZodType<Rule> = z.strictObject(ruleFields).refine(fits, misfit);

/** A rule that holds in all works of a library: none of its editions or places is named. */
export const libraryRuleSchema: z.ZodType<Rule> = z
  .strictObject(ruleFields)
  .omit({ witness: true, place: true })
  .refine(fits, misfit);

/** No more words are made of fewer: there would be no token for them. */
function fits({ read, as }: Rule): boolean {
  return wordCount(as) <= wordCount(read);
}

/** Words between white space. */
export const wordCount = (text: string): number => text.trim().split(/\s+/).length;

/**
 * Ready sets of rules: letters of a language that are written for one another; forms of English that have
 * gone out of use; Greek words with and without their last vowel; Hebrew words with and without vowel
 * letters.
 */
export const ruleSets = ['spelling', 'archaic-english', 'greek-elision', 'hebrew-matres'] as const;
export type RuleSet = (typeof ruleSets)[number];

/** Of some names of sets, those that this version has. */
export const knownSets = (names: readonly string[] = []): RuleSet[] =>
  ruleSets.filter((set) => names.includes(set));

export interface RegularisationFile {
  rules: Rule[];
  /** Names of ready sets; those that only a newer version knows are kept and not applied. */
  sets?: string[];
}

/** The `regularisation.json` of a work: what newer versions have added is kept when it is saved. */
export const regularisationSchema: z.ZodType<RegularisationFile> = z.looseObject({
  rules: z
    .array(z.looseObject(ruleFields).refine(fits, 'has more words than “read”'))
    .max(10_000)
    .default([]),
  sets: z.array(z.string().max(100)).max(100).optional(),
});

/** The `regularisation.json` of a library, beside its works. */
export const libraryRulesSchema: z.ZodType<Pick<RegularisationFile, 'rules'>> = z.looseObject({
  rules: z
    .array(
      z
        .looseObject(ruleFields)
        .refine(fits, 'has more words than “read”')
        .refine(({ witness, place }) => !witness && !place, {
          error: 'names a witness or a place, which only a rule of a work can',
        }),
    )
    .max(10_000)
    .default([]),
});

/** What a rule holds for: two rules of one scope for the same words would contradict each other. */
export const scopeOf = ({ read, witness, place, language }: Rule): string =>
  JSON.stringify([
    read.normalize('NFC').toLowerCase(),
    place ? [place.edition, place.segment, place.start] : (witness ?? null),
    ...(language ? [language] : []),
  ]);
