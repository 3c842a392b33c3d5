import type { ElementContent, Root } from 'hast';
import { lineTag } from './verse';

/** Elements that separate the words within them from those around. */
export const blockTags = new RegExp(
  `^(p|div|li|ul|ol|dl|dt|dd|h[1-6]|table|thead|tbody|tfoot|tr|td|th|section|blockquote|pre|article|header|footer|hr|center|address|figure|figcaption|${lineTag})$`,
);

/** The words of an element, as they are reported: a space stands at the edges of blocks and at ends of lines. */
export function wordsOf(node: Root | ElementContent): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  const words = (node.children as ElementContent[]).map(wordsOf).join('');
  if (node.type === 'root') return words;
  if (node.tagName === 'br') return ' ';
  return blockTags.test(node.tagName) || node.tagName === 'option' ? ` ${words} ` : words;
}
