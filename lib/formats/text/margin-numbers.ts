import type { Losses } from '../document';
import type { NumberedLine } from './page-furniture';

/** A number far from the words of its line, at its end or at its beginning. */
const atEnd = /^(.*\S)(?: {3,}|\t+)(\d{1,4})\s*$/;
const atStart = /^\s*(\d{1,4})(?: {3,}|\t+)(?=\D)/;

/**
 * Lines of verse without the numbers that editions print in the margin: they count by fives or tens, and
 * stand in no other way, as those of a table of contents do.
 */
export function withoutLineNumbers(lines: readonly NumberedLine[], losses: Losses): NumberedLine[] {
  for (const [pattern, group] of [
    [atEnd, 2],
    [atStart, 1],
  ] as const) {
    const found = lines.map(({ text }) => pattern.exec(text)?.[group]);
    const numbers = found.flatMap((each) => (each === undefined ? [] : [Number(each)]));
    if (numbers.length === 0 || !countByFives(numbers)) continue;
    // One number alone is that of a stanza, whose lines are short.
    if (numbers.length === 1 && !isAmongShortLines(lines, found.findIndex(Boolean))) continue;
    return lines.map((line, k) => {
      const number = found[k];
      if (number === undefined) return line;
      losses.add('line numbers', line.line, number);
      const text =
        group === 2 ? line.text.replace(pattern, '$1') : line.text.replace(pattern, '  ');
      return { ...line, text };
    });
  }
  return [...lines];
}

/** Whether numbers are fives or tens that count on, or begin anew. */
function countByFives(numbers: readonly number[]): boolean {
  return numbers.every((number, k) => {
    // Some number the first line, too.
    if (number === 1) return numbers.length > 1;
    if (number % 5 !== 0 || number === 0) return false;
    const step = number - (numbers[k - 1] ?? 0);
    return step === 5 || step === 10 || number <= 10 || k === 0;
  });
}

/** Whether a line stands with two others or more without a blank one between them, all of them short. */
function isAmongShortLines(lines: readonly NumberedLine[], at: number): boolean {
  const reach = (step: number): string[] => {
    const found: string[] = [];
    for (let k = at + step; (lines[k]?.text.trim() ?? '') !== '' && found.length < 3; k += step)
      found.push(lines[k].text.trim());
    return found;
  };
  const around = [...reach(-1), ...reach(1)];
  return around.length >= 2 && around.every((text) => text.length <= 60);
}
