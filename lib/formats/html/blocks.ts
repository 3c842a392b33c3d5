import type { Element, Root } from 'hast';
import { type State, toMdast } from 'hast-util-to-mdast';
import { toString as textOf } from 'hast-util-to-string';
import type {
  RootContent as Block,
  FootnoteDefinition,
  FootnoteReference,
  Root as MdastRoot,
  Paragraph,
  PhrasingContent,
} from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { lineMark } from '../../edition/verse';
import type { Losses } from '../document';
import { markNotes, noteTag, referenceTag } from './notes';
import { lineTag, markVerse } from './verse';

/** What is no text of the work, and is left out without a word. */
const furniture = new Set(['script', 'style', 'template', 'noscript', 'nav', 'head', 'title']);
/** What an edition cannot hold; its place is lost, and told. */
const pictures: Record<string, string> = {
  img: 'images',
  svg: 'images',
  picture: 'images',
  video: 'films and sounds',
  audio: 'films and sounds',
  iframe: 'embedded pages',
  object: 'embedded objects',
  math: 'formulas',
  form: 'forms',
};

/**
 * Takes out what is no text, and finds notes and verse.
 * @param prefix for the labels of the page's notes.
 */
export function prepare(tree: Root, losses: Losses, prefix = ''): void {
  takeOutFurniture(tree, losses);
  leaveTextOnly(tree, losses);
  visit(tree, 'element', (node) => {
    const { role, ariaLevel } = node.properties;
    if (role === 'heading') node.tagName = `h${Math.min(6, Math.max(1, Number(ariaLevel) || 2))}`;
  });
  markNotes(tree, prefix);
  markVerse(tree);
}

/** The blocks of a page, or of a part of it, as Markdown would have them. */
export function blocksOf(tree: Root): Block[] {
  const labelled = ({ properties }: Element) => {
    const label = String(properties.label);
    return { identifier: label.toLowerCase(), label };
  };
  const { children } = toMdast(tree, {
    document: true,
    handlers: {
      // What is marked by a reader or a comparison is not stressed by its author.
      mark: (state: State, node: Element) => state.all(node),
      [noteTag]: (state: State, node: Element): FootnoteDefinition => ({
        type: 'footnoteDefinition',
        ...labelled(node),
        children: state.toFlow(state.all(node)),
      }),
      [lineTag]: (state: State, node: Element): Paragraph => ({
        type: 'paragraph',
        children: [{ type: 'text', value: lineMark }, ...(state.all(node) as PhrasingContent[])],
      }),
      [referenceTag]: (_: State, node: Element): FootnoteReference => ({
        type: 'footnoteReference',
        ...labelled(node),
      }),
    },
  }) as MdastRoot;
  return children;
}

/** Where a page says which part of it is the text (schema.org), the rest is left out, and told. */
function leaveTextOnly(tree: Root, losses: Losses): void {
  const texts: Element[] = [];
  visit(tree, 'element', (node) => {
    if (!/^(text|articleBody)$/.test(String(node.properties.itemProp ?? ''))) return undefined;
    texts.push(node);
    return SKIP;
  });
  // Several are items of their own, such as comments.
  if (texts.length !== 1) return;
  if (textOf(tree).trim() !== textOf(texts[0]).trim()) losses.add('what stands beside the text');
  tree.children = texts;
}

function takeOutFurniture(node: Root | Element, losses: Losses): void {
  node.children = (node.children as Element[]).filter((child) => {
    if (child.type !== 'element') return (child as { type: string }).type === 'text';
    const line = child.position?.start.line;
    const lost = pictures[child.tagName];
    if (lost) losses.add(lost, line);
    // What stands for a picture in words is kept as words.
    if (lost && !child.properties.alt) return false;
    if (furniture.has(child.tagName) || child.properties.hidden) return false;
    // The sign for words left out, in comparisons.
    if (String(child.properties.className) === 'omission' && textOf(child) === '‸') return false;
    takeOutFurniture(child, losses);
    return true;
  });
}
