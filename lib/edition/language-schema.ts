import * as z from 'zod';

/** A BCP 47 tag, in its canonical form: `eng` and `EN` are `en`, `zh-hant` is `zh-Hant`. */
export const languageSchema = z.string().transform((tag, context) => {
  try {
    return Intl.getCanonicalLocales(tag.trim().replaceAll('_', '-'))[0];
  } catch {
    context.addIssue('must be a BCP 47 language tag such as "en" or "zh-Hant"');
    return z.NEVER;
  }
});
