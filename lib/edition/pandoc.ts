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

const fence = /^ {0,3}:{3,}[ \t]*(?:\{[^{}\n]*\}|[\w-]+)?[ \t]*:*[ \t]*$/gm;

/** Takes out the lines that fence divisions (`::: {.note}`); letters elsewhere keep their places. */
export function takeFences(source: string): string {
  if (!source.includes(':::')) return source;
  return source.replace(fence, (line) => ' '.repeat(line.length));
}

const given = '\\{:?\\s*(?:[#.][\\w-][^{}\\n]*|[\\w-]+=[^{}\\n]*)\\}';
const spanned = new RegExp(`\\[([^\\[\\]]*)\\](${given})`, 'g');
const following = new RegExp(`^${given}`);
const alone = new RegExp(`^\\s*${given}\\s*$`);

/**
 * Takes the attributes off words, links and code (`[so]{.smallcaps}`) and off the blocks that a line
 * of them follows (`{: .verse}`).
 * @returns them.
 */
export function takeSpanAttributes(nodes: readonly PhrasingContent[]): string[] {
  const found: string[] = [];
  const take = (pattern: RegExp, value: string) =>
    value.replace(pattern, (match) => {
      found.push(match.trim());
      return '';
    });
  nodes.forEach((node, k) => {
    if (node.type === 'text') {
      if (nodes.length === 1) node.value = take(alone, node.value);
      if (/^(link|inlineCode|image)$/.test(nodes[k - 1]?.type ?? ''))
        node.value = take(following, node.value);
      node.value = node.value.replace(spanned, (_, words: string, attributes: string) => {
        found.push(attributes);
        return words;
      });
    } else if ('children' in node) found.push(...takeSpanAttributes(node.children));
  });
  return found;
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
