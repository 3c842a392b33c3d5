/**
 * Numbers that a text gives its own paragraphs: "(1)", "2.", "（三）", "四、", "§ 5", "3:16".
 *
 * A bare number of four digits is a year more often than a label, and one without punctuation
 * belongs to the sentence; neither is taken.
 */
const chineseNumber = '[〇零一二三四五六七八九十百]{1,4}';
const patterns = [
  new RegExp(`^[(（](?:\\d{1,3}|[ivxlc]{1,5}|[a-z]|${chineseNumber})[)）]`, 'i'),
  /^\d{1,3}[.)](?=\s)/,
  new RegExp(`^${chineseNumber}、`),
  /^§+\s?\d+(?:\.\d+)*/,
  /^\[\d{1,3}\](?=\s)/,
  /^\d{1,3}:\d{1,3}[a-z]?(?:[-–]\d{1,3}[a-z]?)?(?=\s)/,
];

/** Splits a leading label from a paragraph's text. Offsets: the text starts at `length`. */
export function leadingLabel(text: string): { label: string; length: number } | null {
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    if (!match) continue;
    const rest = text.slice(match[0].length);
    const space = /^\s*/.exec(rest)![0].length;
    if (rest.length === space) return null; // a label with nothing to label is the text itself
    return { label: match[0], length: match[0].length + space };
  }
  return null;
}

/** A label with the space that follows it: full-width brackets and the Chinese comma bring theirs. */
export function spaced(label: string): string {
  return /[）、]$/.test(label) ? label : `${label} `;
}
