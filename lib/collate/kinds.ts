import { createFold, type FoldContext, type Folding, foldings } from '../language/fold';
import { hasWords } from './mark-sides';
import { wordingKinds } from './wording';

/** Ways in which a reading may differ from another. */
export const differenceKinds = [...wordingKinds, ...foldings] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

/** Differences of wording; the others are of form alone. */
export const substantiveKinds: readonly DifferenceKind[] = wordingKinds;

/** Makes the judge of what kind a difference is, for texts of one language. */
export function createClassifier(
  context: FoldContext = {},
): (base: string, reading: string) => DifferenceKind {
  const all = createFold(foldings, context);
  // A word that is a number on one side alone ("some one", "someone") hides what makes them equal.
  const wordings = createFold(
    foldings.filter((each) => each !== 'numerals' && each !== 'names'),
    context,
  );
  const ofForm = (x: string, y: string) =>
    tight(all(x)) === tight(all(y)) || tight(wordings(x)) === tight(wordings(y));
  const single = [...foldings].sort(scriptFirst).map((folding) => ({
    folding,
    fold: createFold([folding], context),
    // "well-known" and "well known" differ in punctuation, "every one" and "everyone" in space.
    equal: (x: string, y: string) =>
      x === y || ((folding === 'whitespace' || folding === 'punctuation') && tight(x) === tight(y)),
  }));
  const without = foldings.map((folding) => ({
    folding,
    fold: createFold(
      foldings.filter((each) => each !== folding),
      context,
    ),
  }));
  return (base, reading) => {
    // Of form alone: the one folding that makes them equal, or the weightiest that is needed.
    if (ofForm(base, reading)) {
      const one = single.find(({ fold, equal }) => equal(fold(base), fold(reading)));
      if (one)
        return one.folding === 'case' && !inCapitals(base, reading) ? 'spelling' : one.folding;
      const beside = dividedOtherwise(base, reading)
        ? single.find(({ fold }) => tight(fold(base)) === tight(fold(reading)))
        : undefined;
      // A word has its capital because it stands by itself: “zu Hause”, “zuhause”.
      if (beside?.folding === 'case')
        return inCapitals(tight(base), tight(reading)) ? 'whitespace' : 'spelling';
      if (beside) return beside.folding;
      const needed = without.filter(({ fold }) => tight(fold(base)) !== tight(fold(reading)));
      return weightiest(needed.map(({ folding }) => folding));
    }
    // Marks alone have no words that others could replace.
    if (!hasWords(base)) return 'addition';
    return hasWords(reading) ? 'substitution' : 'omission';
  };
}

const dividedOtherwise = (x: string, y: string): boolean =>
  x.trim().split(/\s+/).length !== y.trim().split(/\s+/).length;

/** Whether texts differ in capitals alone: ß is SS in capitals, but in small letters its spelling. */
function inCapitals(x: string, y: string): boolean {
  const [a, b] = [x, y].map((text) => text.trim().split(/\s+/));
  const isUpper = (word: string) => word === word.toUpperCase();
  return (
    a.length === b.length &&
    a.every((word, k) => {
      const same = word.toLowerCase() === b[k].toLowerCase();
      return (
        same || ((isUpper(word) || isUpper(b[k])) && word.toUpperCase() === b[k].toUpperCase())
      );
    })
  );
}

/** Quotation marks of the two scripts of Chinese differ by script, though they are punctuation. */
const scriptFirst = (x: Folding, y: Folding): number =>
  Number(y === 'script') - Number(x === 'script');

function tight(text: string): string {
  return text.replace(/\s+/g, '');
}

/** From what hardly matters to what a reader would notice; the order of `foldings`. */
function weightiest(needed: Folding[]): Folding {
  return needed.at(-1) ?? 'punctuation';
}
