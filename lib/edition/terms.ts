import * as z from 'zod';
import { languageSchema } from './language-schema';

const words = z.string().trim().min(1).max(200);

const termFields = {
  /** A word or phrase, in its dictionary form. */
  term: words,
  /** BCP 47: of the term. */
  language: languageSchema,
  /** What it is to be rendered by, by language. */
  renderings: z.record(languageSchema, words),
  note: z.string().max(2000).optional(),
  /** ISO 8601. */
  date: z.string().max(40).optional(),
};

/** A term of a work with its preferred renderings: what translators have agreed on. */
export interface Term {
  term: string;
  language: string;
  renderings: Record<string, string>;
  note?: string;
  date?: string;
}

/** A term as someone writes it: a name that a term does not have is a mistake. */
export const termSchema: z.ZodType<Term> = z.strictObject(termFields);

/** Terms of a work, at most. */
export const maxTerms = 20_000;

export interface TermsFile {
  terms: Term[];
}

/** The `terms.json` of a work: what newer versions have added is kept when it is saved. */
export const termsSchema: z.ZodType<TermsFile> = z.looseObject({
  terms: z.array(z.looseObject(termFields)).max(maxTerms),
});

/** A term in each of its languages, its own first. */
export const expressionsOf = ({
  term,
  language,
  renderings,
}: Term): [tag: string, words: string][] => [[language, term], ...Object.entries(renderings)];
