import type { Paragraph, PhrasingContent, Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** What opens a line of verse in Markdown: Pandoc's line blocks. */
export const lineMark = '| ';

const marked = /^\|( |$)/;

/** A paragraph that is known to be verse: prose may begin with the same sign. */
interface VerseParagraph extends Paragraph {
  data?: Paragraph['data'] & { verse?: boolean };
}

/** A line of verse as a paragraph. */
export function verseParagraph(
  line: readonly PhrasingContent[],
  position?: Paragraph['position'],
): VerseParagraph {
  const children: PhrasingContent[] = [{ type: 'text', value: lineMark }, ...line];
  return { type: 'paragraph', children, data: { verse: true }, ...(position ? { position } : {}) };
}

/**
 * Notes which paragraphs are line blocks: each line opens with `| `, or with white space where it
 * goes on with the line before. The sign may be escaped, as earlier versions have written it; prose that
 * begins with it has a reference to the character.
 * Source: https://pandoc.org/MANUAL.html#line-blocks
 */
export function noteVerse(root: Root, source: string): void {
  visit(root, 'paragraph', (node: VerseParagraph) => {
    const { position, children } = node;
    const [first] = children;
    if (!position || first?.type !== 'text' || !first.value.startsWith(lineMark)) return;
    const { start, end } = position;
    const [line, ...rest] = source.slice(start.offset, end.offset).split(/\r?\n/);
    const opens = (each: string) => /^(?:\s|\\?\|(?:\s|$))/.test(each.slice(start.column - 1));
    if (!/^\\?\|/.test(line) || !rest.every(opens)) return;
    node.data = { ...node.data, verse: true };
  });
}

/** The lines of a paragraph of verse, without their marks; null for prose. */
export function verseLines({ children, data }: VerseParagraph): PhrasingContent[][] | null {
  if (!data?.verse) return null;
  const written: PhrasingContent[][] = [[]];
  for (const child of children) {
    if (child.type === 'break') {
      written.push([]);
      continue;
    }
    if (child.type !== 'text') {
      written.at(-1)!.push(child);
      continue;
    }
    child.value.split(/\r?\n/).forEach((value, k) => {
      if (k > 0) written.push([]);
      if (value !== '') written.at(-1)!.push({ type: 'text', value });
    });
  }
  const lines: PhrasingContent[][] = [];
  for (const line of written) {
    const [start, ...rest] = line;
    if (start?.type === 'text' && marked.test(start.value)) {
      lines.push([{ type: 'text', value: start.value.slice(lineMark.length) }, ...rest]);
    } else if (line.length > 0) lines.at(-1)?.push({ type: 'text', value: ' ' }, ...line);
  }
  return lines;
}
