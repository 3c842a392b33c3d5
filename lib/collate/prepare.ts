import { createFold } from '../language/fold';
import { wordLanguage } from '../language/literary';
import { joinDivided } from './divided';
import { type CollationToken, type TokenizeOptions, tokensOf, type Witness } from './witness';

/** What is collated: a text, or tokens as someone else has cut them. */
export type WitnessText =
  | { siglum: string; text: string }
  | { siglum: string; tokens: readonly (Partial<CollationToken> & { t: string })[] };

/** Cuts texts into the tokens of witnesses, all by the same rules. */
export function prepareWitnesses(
  given: readonly WitnessText[],
  options: TokenizeOptions = {},
): Witness[] {
  const { language = 'und', normalize = [] } = options;
  const texts = given.flatMap((each) => ('text' in each ? [each.text] : []));
  const cut = { ...options, language: wordLanguage(language, ...texts) };
  const fold = createFold(normalize, options);
  const witnesses = given.map(
    (each): Witness =>
      'text' in each
        ? { siglum: each.siglum, tokens: tokensOf(each.text, cut) }
        : {
            siglum: each.siglum,
            pretokenised: true,
            // What a token already says is compared (`n`) is not for us to fold.
            tokens: each.tokens.map((token) => ({ ...token, n: token.n ?? fold(token.t.trim()) })),
          },
  );
  return given.some((each) => 'tokens' in each) ? witnesses : joinDivided(witnesses, normalize);
}
