import type { Heading, Paragraph, PhrasingContent, Root } from 'mdast';

// What Pandoc writes beyond CommonMark, read so that its marks are not taken for words.
// Source: https://pandoc.org/MANUAL.html#pandocs-markdown

/** The title block that opens a file: lines of `%` with title, authors and date. */
const titleBlock =
  /^%[ \t]*(.*(?:\n[ \t]+\S.*)*)(?:\n%[ \t]*(.*(?:\n[ \t]+\S.*)*))?(?:\n%[ \t]*(.*))?(?:\n|$)/;

export interface TitleBlock {
  title?: string;
  author?: string;
  date?: string;
}

/** Takes a title block out of a source; letters elsewhere keep their places. */
export function takeTitleBlock(source: string): { known: TitleBlock | null; rest: string } {
  const match = source.startsWith('%') ? titleBlock.exec(source) : null;
  if (!match) return { known: null, rest: source };
  const line = (text: string | undefined) => text?.replace(/\s+/g, ' ').trim() || undefined;
  const [block, title, author, date] = match;
  const authors = author
    ?.split(/;|\n/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .join(', ');
  return {
    known: { title: line(title), author: line(authors), date: line(date) },
    rest: block.replace(/[^\n]/g, ' ') + source.slice(block.length),
  };
}

const attributes = /\s*\{(?:[#.][^{}\n]*|-|[\w-]+=[^{}\n]*)\}\s*$/;

/** Takes the attributes off a heading: `# One {#one .unnumbered}`. @returns them, or null. */
export function takeAttributes({ children }: Heading): string | null {
  const last = children.at(-1);
  if (last?.type !== 'text') return null;
  const found = attributes.exec(last.value)?.[0];
  if (!found) return null;
  last.value = last.value.slice(0, -found.length);
  return found.trim();
}

/** Makes inline notes, `^[so]`, notes with labels that are not in use. */
export function liftInlineNotes(root: Root): void {
  const used = new Set<string>();
  const found: Paragraph[] = [];
  const collect = (node: { type: string; identifier?: string; children?: unknown[] }): void => {
    if (node.identifier !== undefined) used.add(node.identifier);
    if (node.type === 'paragraph') found.push(node as unknown as Paragraph);
    for (const child of node.children ?? []) collect(child as typeof node);
  };
  collect(root);
  let next = 1;
  for (const paragraph of found) {
    for (;;) {
      const note = cutNote(paragraph.children);
      if (!note) break;
      while (used.has(String(next))) next++;
      const label = String(next++);
      const reference = { type: 'footnoteReference' as const, identifier: label, label };
      paragraph.children = [...note.before, reference, ...note.after];
      root.children.push({
        type: 'footnoteDefinition',
        identifier: label,
        label,
        children: [{ type: 'paragraph', children: note.inside, position: paragraph.position }],
      });
    }
  }
}

/** The first inline note among nodes, and what stands around it. */
function cutNote(nodes: readonly PhrasingContent[]) {
  const parts: Record<'before' | 'inside' | 'after', PhrasingContent[]> = {
    before: [],
    inside: [],
    after: [],
  };
  let into: keyof typeof parts = 'before';
  let depth = 0;
  const put = (value: string) => {
    if (value !== '') parts[into].push({ type: 'text', value });
  };
  for (const node of nodes) {
    if (node.type !== 'text' || into === 'after') {
      parts[into].push(node);
      continue;
    }
    let from = 0;
    for (let at = 0; at < node.value.length; at++) {
      const character = node.value[at];
      if (into === 'before' && character === '^' && node.value[at + 1] === '[') {
        put(node.value.slice(from, at));
        into = 'inside';
        from = at + 2;
        at++;
        depth = 1;
      } else if (into === 'inside' && character === '[') depth++;
      else if (into === 'inside' && character === ']' && --depth === 0) {
        put(node.value.slice(from, at));
        into = 'after';
        from = at + 1;
        break;
      }
    }
    put(node.value.slice(from));
  }
  return into === 'after' ? parts : null;
}
