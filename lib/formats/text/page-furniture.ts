/** A line of a text, with its number in the file. */
export interface NumberedLine {
  text: string;
  line: number;
}

export interface Unfurnished {
  lines: NumberedLine[];
  /** Where a page begins, by the index of the line after it, and its number. */
  pages: { before: number; number: string; written: NumberedLine }[];
}

const pageNumber =
  /^\s*(?:[-–—]\s*(\d{1,4}|[ivxlc]{1,7})\s*[-–—]|\[(?:p(?:age|g)?\.?\s*)(\d{1,4}|[ivxlc]{1,7})\]|(?:page|p\.)\s+(\d{1,4}))\s*$/i;
/** A head of a page: words and, set apart from them, a number; or a number and then words. */
const numberedHead = /^\s*(?:(\d{1,4})\s{3,}(\S.*?)|(\S.*?)\s{3,}(\d{1,4}))\s*$/;

/**
 * Takes out what the pages of a printed book have beside the text: page numbers that stand alone,
 * and running heads, which are known by coming again with a number or between pages. Pages of OCR
 * and of old e-texts are such.
 */
export function takeOutPageFurniture(lines: readonly NumberedLine[]): Unfurnished {
  const headOf = ({ text }: NumberedLine) => {
    const match = numberedHead.exec(text);
    return match ? { words: (match[2] ?? match[3]).trim(), number: match[1] ?? match[4] } : null;
  };
  const counts = new Map<string, number>();
  for (const line of lines) {
    const words = headOf(line)?.words ?? line.text.trim();
    if (words !== '' && words.length <= 70) counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  const found: Unfurnished = { lines: [], pages: [] };
  const alone = (index: number) =>
    (lines[index - 1]?.text.trim() ?? '') === '' && (lines[index + 1]?.text.trim() ?? '') === '';
  let removed = false;
  lines.forEach((line, index) => {
    const number = pageNumber.exec(line.text);
    const head = headOf(line);
    const isHead = head !== null && alone(index) && (counts.get(head.words) ?? 0) > 1;
    if ((number && alone(index)) || isHead) {
      const value = head && isHead ? head.number : (number?.slice(1).find(Boolean) ?? '');
      found.pages.push({ before: found.lines.length, number: value, written: line });
      removed = true;
      return;
    }
    // What was one paragraph goes on after the foot and the head of its pages.
    if (removed && line.text.trim() === '') return;
    if (removed) {
      removed = false;
      const before = found.lines.findLast(({ text }) => text.trim() !== '')?.text.trim() ?? '';
      if (goesOn(before, line.text.trim())) {
        while (found.lines.at(-1)?.text.trim() === '') found.lines.pop();
        for (const page of found.pages) page.before = Math.min(page.before, found.lines.length);
      }
    }
    found.lines.push(line);
  });
  return found;
}

/** Whether a line goes on with the sentence of the line before a page's end. */
function goesOn(before: string, after: string): boolean {
  return /[\p{L},;-]$/u.test(before) && /^\p{Ll}/u.test(after);
}
