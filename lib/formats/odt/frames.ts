import type { Element as XmlElement, Nodes as XmlNodes, Root as XmlRoot } from 'xast';
import type { reportFrames } from '../office';
import { allOf, attribute, childrenOf, isElement, localName, textOf } from '../xml/read';
import { frameStyles } from './styles';

/** What stands at the head and the foot of the pages of a text; in our own documents, nothing new. */
export function framesOf(tree: XmlRoot): Parameters<typeof reportFrames>[0][number][] {
  return [...allOf(tree, 'master-page')].flatMap((page) =>
    childrenOf(page).flatMap((child) => {
      const kind = /^(header|footer)/.exec(localName(child))?.[1];
      if (!kind || attribute(child, 'style:display') === 'false') return [];
      return [
        { kind: kind === 'header' ? 'headers' : 'footers', words: linesIn(child, isOurs) } as const,
      ];
    }),
  );
}

const isOurs = (paragraph: XmlElement): boolean =>
  Object.values(frameStyles).includes(attribute(paragraph, 'text:style-name') ?? '');

/** The words of the paragraphs of an element, separated by spaces, without some. */
export function linesIn(node: XmlElement, isLeftOut = (_: XmlElement): boolean => false): string {
  return [...allOf(node, 'p'), ...allOf(node, 'h')]
    .filter((paragraph) => !isLeftOut(paragraph))
    .map(spacedText)
    .join(' ');
}

/** The text of an element, with a space for each tab, end of a line or space that an element stands for. */
export function spacedText(node: XmlNodes): string {
  if (!isElement(node)) return textOf(node);
  if (/^(tab|line-break|s)$/.test(localName(node))) return ' ';
  return node.children.map(spacedText).join('');
}
