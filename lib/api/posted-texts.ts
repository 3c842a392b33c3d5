import { z } from 'zod';
import { collate } from '../collate/collation';
import { diffTexts } from '../collate/diff';
import { prepareWitnesses } from '../collate/prepare';
import { regularise } from '../collate/regularise';
import { alignmentUnits, alignUnits, type UnitText, unitBeads } from '../compare/align-units';
import { InputError, inFile } from '../core/errors';
import { languageSchema } from '../edition/language-schema';
import { ruleSchema, ruleSets } from '../edition/regularisation';
import { witnessSchema } from '../formats/collatex/read';
import { collateXJson } from '../formats/collation/write';
import { parseEdition } from '../formats/text/parse-edition';
import { readLines } from '../formats/text/plain-text';
import { boundedKind, runBounded } from '../jobs/bounded';
import { readLimits } from '../jobs/limits';
import { createFold, foldings } from '../language/fold';
import { certainLanguage, guessLanguage } from '../language/script';

// What programs ask with texts of their own: the commands “align”, “collate” and “diff” over HTTP.
// It runs in a process of its own, within the limits of a host, and nothing is saved.

/** Bytes of one request, at most. */
export const maxPostedBytes = 4 * 1024 * 1024;

const unit = z.enum(['word', 'character']).default('word');
const language = languageSchema.optional();

export const alignRequest = z.strictObject({
  a: z.strictObject({ text: z.string(), language }),
  b: z.strictObject({ text: z.string(), language }),
  unit: z.enum(alignmentUnits).default('paragraph'),
});
type AlignRequest = z.output<typeof alignRequest>;

export const collateRequest = z.strictObject({
  witnesses: z
    .array(witnessSchema)
    .min(2, 'must be two or more')
    .max(100, 'must be at most 100')
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, {
      error: 'must have an id each of their own',
    }),
  language,
  unit,
  normalize: z.array(z.enum(foldings)).default([]),
  rules: z.array(ruleSchema).max(10_000).default([]),
  sets: z.array(z.enum(ruleSets)).default([]),
});
type CollateRequest = z.output<typeof collateRequest>;

export const diffRequest = z.strictObject({ a: z.string(), b: z.string(), language, unit });
type DiffRequest = z.output<typeof diffRequest>;

export async function alignPosted({ a, b, unit }: AlignRequest) {
  const read = (side: AlignRequest['a'], name: string): UnitText => {
    const segments =
      unit === 'line'
        ? readLines(side.text)
        : inFile(name, () => parseEdition(side.text, `${name}.txt`).segments);
    if (segments.length === 0) {
      throw new InputError(`“${name}” holds no text`, { remedy: 'give its paragraphs' });
    }
    return { language: side.language ?? guessLanguage(side.text), segments };
  };
  return unitBeads(await alignUnits(read(a, 'a'), read(b, 'b'), unit));
}

export function collatePosted({
  witnesses,
  unit,
  normalize,
  rules,
  sets,
  ...given
}: CollateRequest) {
  const texts = witnesses.map(({ id, content, tokens }) =>
    tokens ? { siglum: id, tokens } : { siglum: id, text: content ?? '' },
  );
  const sample = texts.map((each) =>
    'text' in each ? each.text : each.tokens.map(({ t }) => t).join(' '),
  );
  const language = given.language ?? certainLanguage(sample.join('\n'));
  const prepared = prepareWitnesses(texts, { language, unit, normalize });
  const fold = createFold(normalize, { language });
  return collateXJson(collate(regularise(prepared, rules, { fold, sets, language })));
}

export function diffPosted({ a, b, unit, ...given }: DiffRequest) {
  const language = given.language ?? guessLanguage(a || b);
  const { changes, similarity } = diffTexts(a, b, { unit, language });
  return { changes, similarity: Number(similarity.toFixed(4)) };
}

const bounds = {
  limits: readLimits,
  does: 'comparing the texts',
  remedy: 'send less at once, for example a chapter, or import them as editions',
};

export const alignPostedJob = boundedKind<
  AlignRequest,
  never,
  Awaited<ReturnType<typeof alignPosted>>
>('align-posted', 'posted', bounds);
export const collatePostedJob = boundedKind<
  CollateRequest,
  never,
  ReturnType<typeof collatePosted>
>('collate-posted', 'posted', bounds);
export const diffPostedJob = boundedKind<DiffRequest, never, ReturnType<typeof diffPosted>>(
  'diff-posted',
  'posted',
  bounds,
);

export const alignElsewhere = (request: AlignRequest, signal: AbortSignal) =>
  runBounded(alignPostedJob, request, { signal });
export const collateElsewhere = (request: CollateRequest, signal: AbortSignal) =>
  runBounded(collatePostedJob, request, { signal });
export const diffElsewhere = (request: DiffRequest, signal: AbortSignal) =>
  runBounded(diffPostedJob, request, { signal });
