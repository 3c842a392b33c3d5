/** Words of an expression at most: longer ones explain, they do not render. */
const longest = 5;

/** What dictionaries write beside words: grammar, subject, pronunciation, explanation, references. */
const asides = /<[^<>]*>|\[[^[\]]*\]|\{[^{}]*\}|\([^()]*\)|\/[^/\s][^/]*\//g;

/**
 * The expressions of a line of a dictionary entry: “1. tige, queue <fem>” gives “tige” and “queue”. What
 * stands in brackets is left out, and so is what is too long to be a rendering.
 */
export function renderingsOf(line: string): string[] {
  return line
    .normalize('NFC')
    .replace(/^\s*(?:\d+|[a-z])[.)]\s+/, '')
    .replace(asides, ' ')
    .split(/[,;、，；/]|\s[-–]\s/)
    .map((each) =>
      each
        .replace(/[.…]{2,}|[…"“”„«»!?¿¡]/g, ' ')
        .replace(/\s+/g, ' ')
        .trim()
        .replace(/[.:]$/, ''),
    )
    .filter((each) => /\p{L}/u.test(each) && each.split(' ').length <= longest);
}
