import * as z from 'zod';
import { languageNamed } from './language-names';

/**
 * A BCP 47 tag, in its canonical form: `eng` and `EN` are `en`, `zh-hant` is `zh-Hant`. A name of a
 * language is its tag (no tag is as long as a name), and what a system says of the encoding is not read (`en_US.UTF-8`).
 */
export const languageSchema = z.string().transform((given, context) => {
  const tag = given
    .trim()
    .replace(/[.@].*$/, '')
    .replaceAll('_', '-');
  const named = /^\p{L}{2,3}(?:-|$)/u.test(tag) ? undefined : languageNamed(given);
  try {
    return named ?? Intl.getCanonicalLocales(tag)[0];
  } catch {
    context.addIssue('must be a BCP 47 language tag such as "en" or "zh-Hant"');
    return z.NEVER;
  }
});
