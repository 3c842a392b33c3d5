import { chineseNumeral } from '../../language/numerals';

const chineseHeading = new RegExp(
  `^第\\s*(?:${chineseNumeral.source}|\\d{1,4})\\s*[章回卷節节篇部集幕折話话](?:[\\s:：、.．]\\s*\\S.{0,30})?$|^(?:楔子|序章|序幕|引子|終章|终章|尾聲|尾声)$`,
);
const number =
  '(?:\\d{1,3}|[IVXLCDM]{1,9}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|the (?:first|second|third|last)|premier|première|primo|prima|primero|primera)';
const latinHeading = new RegExp(
  `^(?:chapter|book|part|volume|canto|act|scene|chapitre|livre|partie|kapitel|buch|teil|capitolo|libro|parte|cap[ií]tulo|глава|книга|часть)\\s+${number}(?:[.:]|[.:—–-]+\\s+\\S.{0,60})?$`,
  'iu',
);
const endsSentence = /[.!?…。！？；;:：][”’"'»」』）)\]]*$/u;

/**
 * Whether a line is the heading of a chapter by its words alone: “第一章”, “Chapter 9”, “BOOK II. Of
 * the Sea”.
 *
 * @param before the line of the same paragraph before it, if any: a heading does not stand within a
 *   sentence.
 */
function isHeadingLine(text: string, before: string | undefined): boolean {
  const line = text.trim();
  if (before !== undefined && !endsSentence.test(before.trimEnd()) && !isHeading(before.trim()))
    return false;
  return isHeading(line);
}

const isHeading = (line: string): boolean =>
  /^(?:第|[\p{L}])/u.test(line) &&
  !/[。！？，；]$/.test(line) &&
  (chineseHeading.test(line) || (/^\p{Lu}/u.test(line) && latinHeading.test(line)));

/** Narrower columns are those of lists and verse. */
const [narrowest, widest] = [45, 120];
/** How a line begins that goes on with a sentence; that of a script without capitals may. */
const goesOn = /^["“‘«(]?\p{Ll}/u;
const mayGoOn =
  /^["“‘«(]?(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])\p{Lo}/u;

/**
 * Whether lines without a blank one between them are a paragraph that a program has wrapped: as many
 * words in each as it takes, and sentences that go on from line to line.
 */
export function areWrapped(lines: readonly string[]): boolean {
  if (lines.length < 2) return false;
  const texts = lines.map((line) => line.trimEnd());
  const width = Math.max(...texts.map(({ length }) => length));
  if (width < narrowest || width > widest) return false;
  let going = 0;
  for (let k = 0; k + 1 < texts.length; k++) {
    const next = texts[k + 1].trimStart();
    const [word] = next.split(/\s/, 1);
    if (texts[k].length + 1 + word.length <= width) return false;
    if (endsSentence.test(texts[k])) continue;
    if (goesOn.test(next) || (texts.length > 2 && mayGoOn.test(next))) going++;
  }
  return going > 0 && 3 * going >= texts.length - 1;
}

/** Lines in stretches: each heading alone, and what stands between them. */
export function partsAtHeadings<T extends { text: string }>(lines: readonly T[]): T[][] {
  const parts: T[][] = [];
  let afterHeading = true;
  lines.forEach((line, k) => {
    const heading = isHeadingLine(line.text, lines[k - 1]?.text);
    if (heading || afterHeading) parts.push([]);
    parts[parts.length - 1].push(line);
    afterHeading = heading;
  });
  return parts;
}
