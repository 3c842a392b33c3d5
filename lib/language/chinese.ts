import { Converter } from 'opencc-js/t2cn';

let convert: ((text: string) => string) | null = null;

/** Traditional characters to simplified ones (OpenCC), so that both scripts compare as one. */
export function simplify(text: string): string {
  convert ??= Converter({ from: 'tw', to: 'cn' });
  return convert(text);
}

/** The same, by single characters where converting the whole would move what follows. */
export function simplifyInPlace(text: string): string {
  return keepingOffsets(text, simplify);
}

/** Folds a text by characters where folding it whole would move what follows. */
export function keepingOffsets(text: string, fold: (text: string) => string): string {
  const whole = fold(text);
  if (whole.length === text.length) return whole;
  let out = '';
  for (const character of text) {
    const folded = fold(character);
    out += folded.length === character.length ? folded : character;
  }
  return out;
}
