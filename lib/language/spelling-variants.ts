/** Greek words that lose their last vowel before another, without accents and breathings. */
const elided = new Set([
  ...[
    'αλλα',
    'αμα',
    'αντι',
    'απο',
    'αρα',
    'γε',
    'δε',
    'δευρο',
    'δια',
    'εμε',
    'επι',
    'επειτα',
    'ετι',
  ],
  ...[
    'ινα',
    'κατα',
    'με',
    'μετα',
    'μηδε',
    'μητε',
    'ουδε',
    'ουτε',
    'οτε',
    'παρα',
    'ποτε',
    'σε',
    'τε',
  ],
  ...['τινα', 'τοτε', 'τουτο', 'ταυτα', 'υπο', 'ωστε', 'ειτα', 'μαλα', 'παντα'],
]);

/** Consonants before a rough breathing: κατ᾽ and καθ᾽, ἐπ᾽ and ἐφ᾽. */
const aspirated: Readonly<Record<string, string>> = { θ: 'τ', φ: 'π', χ: 'κ' };

const withoutMarks = (word: string): string =>
  word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * Makes what finds the full form of an elided Greek word among some words: δὲ for δ᾽, κατὰ for κατ᾽ and
 * καθ᾽. Only words that are known to be elided are found (Smyth, Greek Grammar, §§ 70–75).
 *
 * @returns a function of the elided word, without its apostrophe.
 */
export function createElision(among: Iterable<string>): (word: string) => string | undefined {
  const fullForms = new Map<string, string>();
  for (const word of among) {
    const letters = withoutMarks(word);
    const stem = letters.slice(0, -1);
    if (elided.has(letters) && !fullForms.has(stem)) fullForms.set(stem, word);
  }
  return (word) => {
    const letters = withoutMarks(word);
    const last = letters.at(-1) ?? '';
    return (
      fullForms.get(letters) ?? fullForms.get(letters.slice(0, -1) + (aspirated[last] ?? last))
    );
  };
}

/**
 * A Hebrew word without vowel points and without ו and י within it: full and defective spelling (דויד, דוד)
 * come out equal. So do some other words (איש, אש): it is for words that face each other.
 */
export function vowelLetterKey(word: string): string {
  const letters = word.normalize('NFD').replace(/\p{M}/gu, '');
  return (
    letters.slice(0, 1) + letters.slice(1, -1).replace(/[וי]/g, '') + letters.slice(1).slice(-1)
  );
}
