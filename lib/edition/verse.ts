import type { Paragraph, PhrasingContent } from 'mdast';

/** What opens a line of verse in Markdown: Pandoc's line blocks. */
export const lineMark = '| ';

/**
 * The lines of a paragraph that is a line block (each line opens with `| `), without their
 * marks; null for prose.
 * Source: https://pandoc.org/MANUAL.html#line-blocks
 */
export function verseLines({ children }: Paragraph): PhrasingContent[][] | null {
  const [first] = children;
  if (first?.type !== 'text' || !first.value.startsWith(lineMark)) return null;
  const lines: PhrasingContent[][] = [[]];
  for (const child of children) {
    if (child.type === 'break') {
      lines.push([]);
      continue;
    }
    if (child.type !== 'text') {
      lines.at(-1)!.push(child);
      continue;
    }
    child.value.split(/\r?\n/).forEach((value, k) => {
      if (k > 0) lines.push([]);
      if (value !== '') lines.at(-1)!.push({ type: 'text', value });
    });
  }
  const marked = lines.every(([start]) => start?.type === 'text' && /^\|( |$)/.test(start.value));
  if (!marked) return null;
  return lines.map(([start, ...rest]) => [
    { type: 'text', value: (start as { value: string }).value.slice(lineMark.length) },
    ...rest,
  ]);
}
