import { createIdentifier } from '../../edition/identify';
import { leadingLabel } from '../../edition/labels';
import type { Segment } from '../../edition/model';

/**
 * Reads plain text. Where blank lines divide it, each block is a paragraph and its lines are
 * joined (wrapped text); where none do, each line is a paragraph.
 */
export function readPlainText(source: string): Segment[] {
  const lines = source.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const used = lines.filter((line) => line.trim() !== '').length;
  const blank = lines.slice(0, -1).some((line, at) => line.trim() === '' && at > 0);
  const blocks: { text: string; line: number }[] = [];
  let open = false;
  lines.forEach((raw, index) => {
    const line = raw.trim();
    if (line === '') open = false;
    else if (blank && open && used > 1) {
      const block = blocks[blocks.length - 1];
      // Chinese and Japanese are set without spaces, at line ends too.
      const tight =
        /[\p{Script=Han}\p{P}]$/u.test(block.text) && /^[\p{Script=Han}“「『（]/u.test(line);
      block.text += (tight ? '' : ' ') + line;
    } else {
      blocks.push({ text: line, line: index + 1 });
      open = true;
    }
  });
  const identify = createIdentifier();
  return blocks.map(({ text: whole, line }) => {
    const label = leadingLabel(whole);
    const text = label ? whole.slice(label.length) : whole;
    return {
      id: identify('paragraph', text),
      kind: 'paragraph' as const,
      ...(label ? { label: label.label } : {}),
      text,
      spans: [],
      position: { line, column: 1, endLine: line, start: 0, end: 0 },
    };
  });
}

/** Each line as one segment, blank ones included, so that line numbers are segment numbers. */
export function readLines(source: string): Segment[] {
  const lines = source.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  if (lines.at(-1) === '') lines.pop();
  const identify = createIdentifier();
  return lines.map((line, index) => ({
    id: identify('line', line),
    kind: 'verse' as const,
    text: line.trim(),
    spans: [],
    position: { line: index + 1, column: 1, endLine: index + 1, start: 0, end: 0 },
  }));
}
