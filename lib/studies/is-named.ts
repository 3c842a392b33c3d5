/** How many letters from its beginning identify a name in its inflected and derived forms. */
const minBeginning = 4;

/**
 * Whether a text has a name's rendering, capital or not, by itself or in another word (Cristo, Jesucristo), or
 * a word that begins like it (Atenas, Atenienses). In Chinese a part of it will do: 国 is short for 国家.
 */
export function isNamed(text: string, rendering: string): boolean {
  if (/^\p{Script=Han}+$/u.test(rendering)) {
    return [...rendering].some((character) => text.includes(character));
  }
  const [inText, name] = [text.toLowerCase(), rendering.toLowerCase()];
  if (inText.includes(name)) return true;
  const beginning = name.slice(0, Math.max(minBeginning, Math.ceil((name.length * 2) / 3)));
  return hasBeginning(inText, beginning);
}

const hasBeginning = (text: string, beginning: string): boolean =>
  text.split(/[^\p{L}\p{M}]+/u).some((word) => word.startsWith(beginning));
