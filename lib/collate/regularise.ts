import { languageFamily } from '../edition/model';
import type { NoteTarget } from '../edition/notes';
import type { Rule, RuleClass, RuleSet } from '../edition/regularisation';
import { canonical } from '../language/fold';
import type { Collation } from './collation';
import { rulesOfSets } from './rule-sets';
import { type SegmentStart, type TokenPlace, tokenPlaces } from './token-places';
import type { CollationToken, Witness } from './witness';

/** A token that a rule has given other words to compare. */
interface RegularisedToken extends CollationToken {
  regularised: RuleClass;
  /** What would be compared without the rule. */
  written: string;
}

export interface RegulariseOptions {
  /** How words are folded for comparison, as those of the tokens are. */
  fold?: (text: string) => string;
  /** The segments that make up each witness, in order, by siglum: for rules of one place. */
  segments?: ReadonlyMap<string, readonly SegmentStart[]>;
  /** Rules that hold where none of those given does. */
  library?: readonly Rule[];
  /** Ready sets, whose rules come last, and the language of the texts. */
  sets?: readonly RuleSet[];
  language?: string;
}

interface PreparedRule {
  read: string[];
  as: string[];
  place?: NoteTarget;
  /** Null for words that are read as they are: see `targetsOf`. */
  class: RuleClass | null;
}

/**
 * Applies rules to the tokens of witnesses. A rule of one place comes before one of a witness, that one
 * before one for all; of those that begin alike the longest is taken. Rules of the library come after.
 */
export function regularise(
  witnesses: readonly Witness[],
  given: readonly Rule[],
  {
    fold = (text) => text,
    segments,
    library = [],
    sets = [],
    language = 'und',
  }: RegulariseOptions = {},
): Witness[] {
  const rules = [given, library, rulesOfSets(sets, witnesses, language)].flatMap((each) =>
    each.filter((rule) => holdsFor(rule, language)).sort(narrowestFirst),
  );
  if (rules.length === 0) return [...witnesses];
  const targets = targetsOf(rules);
  return witnesses.map((witness) => {
    const { siglum, tokens } = witness;
    const byLetter = new Map<string, PreparedRule[]>();
    const own = rules
      .filter((rule) => (rule.place?.edition ?? rule.witness ?? siglum) === siglum)
      .map(
        (rule): PreparedRule => ({
          read: wordsOf(canonical(rule.read).toLowerCase()),
          as: wordsOf(canonical(rule.as)),
          place: rule.place,
          class: rule.class ?? 'other',
        }),
      );
    for (const prepared of [...own, ...targets]) {
      const [letter] = prepared.read[0];
      byLetter.set(letter, [...(byLetter.get(letter) ?? []), prepared]);
    }
    return { ...witness, tokens: applied(tokens, byLetter, fold, segments?.get(siglum)) };
  });
}

/**
 * What words are read as, as rules that leave it: a sign that is several tokens (“--”) is one word where it
 * stands in a witness, as it is where a rule has put it.
 */
const targetsOf = (rules: readonly Rule[]): PreparedRule[] =>
  [...new Set(rules.flatMap(({ as }) => wordsOf(canonical(as))))]
    .filter((word) => /[^\p{L}\p{M}\p{N}]/u.test(word) && word.length > 1)
    .map((word) => ({ read: [word.toLowerCase()], as: [word], class: null }));

const wordsOf = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

/** Whether a rule is of the language of the texts; where that is not known, all are. */
const holdsFor = ({ language }: Rule, ofTexts: string): boolean =>
  !language || ofTexts === 'und' || languageFamily(language) === languageFamily(ofTexts);

const breadth = ({ place, witness }: Rule): number => (place ? 0 : witness ? 1 : 2);

const narrowestFirst = (x: Rule, y: Rule): number =>
  breadth(x) - breadth(y) || y.read.length - x.read.length;

function applied(
  tokens: readonly CollationToken[],
  byLetter: ReadonlyMap<string, readonly PreparedRule[]>,
  fold: (text: string) => string,
  segments: readonly SegmentStart[] = [],
): CollationToken[] {
  const written = tokens.map(({ t }) => canonical(t.trim()).toLowerCase());
  const places = tokenPlaces(tokens, segments);
  const isThere = (place: NoteTarget, here: TokenPlace | null) =>
    here?.segment === place.segment && here.start === place.start;
  const out: CollationToken[] = [];
  for (let at = 0; at < tokens.length; ) {
    let ends: number[] = [];
    const rule = byLetter.get(written[at][0] ?? '')?.find(({ read, as, place }) => {
      if (place && !isThere(place, places[at])) return false;
      ends = wordEnds(tokens, written, at, read);
      return ends.length > 0 && as.length <= ends.length;
    });
    if (!rule) {
      out.push(tokens[at++]);
      continue;
    }
    const capital = /^\p{Lu}/u.test(tokens[at].t.trim());
    // A token for each word to compare; the last takes what is left.
    rule.as.forEach((word, k) => {
      const from = k === 0 ? at : ends[k - 1];
      const to = k === rule.as.length - 1 ? ends[ends.length - 1] : ends[k];
      const parts = tokens.slice(from, to);
      const joined = {
        ...parts[0],
        t: parts.map(({ t }) => t).join(''),
        n: fold(k === 0 && capital ? capitalised(word) : word).trim(),
      };
      if (rule.class === null) out.push(parts.length === 1 ? parts[0] : joined);
      else {
        const token: RegularisedToken = {
          ...joined,
          regularised: rule.class,
          written: parts.map(({ n }) => n).join(' '),
        };
        out.push(token);
      }
    });
    at = ends[ends.length - 1];
  }
  return out;
}

const capitalised = (word: string): string => {
  const [first = '', ...rest] = word;
  return first.toUpperCase() + rest.join('');
};

/**
 * Where the words of a rule end among the tokens from `at` on; empty where they do not stand there. A word
 * may be several tokens, as in scripts without spaces, but there is no space within it.
 */
function wordEnds(
  tokens: readonly CollationToken[],
  written: readonly string[],
  at: number,
  read: readonly string[],
): number[] {
  const ends: number[] = [];
  let next = at;
  for (const word of read) {
    let text = '';
    while (text.length < word.length && next < tokens.length) {
      if (text !== '' && /\s$/.test(tokens[next - 1].t)) return [];
      text += written[next++];
    }
    if (text !== word) return [];
    ends.push(next);
  }
  return ends;
}

/**
 * The same columns, with what rules made equal told apart as it is written. Each token that was regularised
 * has the words that it is read as in `read`.
 */
export function asWritten(collation: Collation): Collation {
  return {
    ...collation,
    columns: collation.columns.map((column) =>
      column.map((token) =>
        token && isRegularised(token) ? { ...token, n: token.written, read: token.n } : token,
      ),
    ),
  };
}

export const isRegularised = (token: CollationToken): token is RegularisedToken =>
  token.regularised !== undefined;

/**
 * The class of the rules by which words are read as others; null where they are not.
 *
 * @param own tokens of the lemma, of a collation `asWritten`; as are `tokens`.
 */
export function regularisedAs(
  own: readonly CollationToken[],
  tokens: readonly CollationToken[],
): RuleClass | null {
  const read = (side: readonly CollationToken[]) =>
    side
      .map(({ n, read }) => (typeof read === 'string' ? read : n))
      .filter(Boolean)
      .join('\u0000');
  if (read(own) !== read(tokens)) return null;
  return [...tokens, ...own].find(isRegularised)?.regularised ?? null;
}
