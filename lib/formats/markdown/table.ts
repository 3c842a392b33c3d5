import type { Element, ElementContent, Root } from 'hast';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { parseMarkdown } from '../../edition/markdown';
import type { IngestedDocument } from '../document';
import { readHtmlTree } from '../html/read';

/** Without the heading that it would put above the notes: it is not in the text. */
const toHtml = unified().use(remarkRehype, { footnoteLabel: ' ' }).freeze();
/** What parts the paragraphs of a cell, where Markdown has no place for them. */
const pilcrow = /\s*¶\s*/;

/** Editions from Markdown that is one table of texts side by side; null for any other. */
export function readMarkdownTable(source: string): IngestedDocument | null {
  const tree = toHtml.runSync(parseMarkdown(source)) as Root;
  visit(tree, 'element', (node) => {
    if (node.tagName === 'td') node.children = paragraphs(node);
  });
  const document = readHtmlTree(tree, {});
  return document.editions.length > 1 ? document : null;
}

function paragraphs({ children }: Element): ElementContent[] {
  const parts: ElementContent[][] = [[]];
  for (const child of children) {
    if (child.type !== 'text') parts.at(-1)!.push(child);
    else {
      child.value.split(pilcrow).forEach((value, k) => {
        if (k > 0) parts.push([]);
        parts.at(-1)!.push({ type: 'text', value });
      });
    }
  }
  return parts.map((inside) => ({
    type: 'element',
    tagName: 'p',
    properties: {},
    children: inside,
  }));
}
