import type { Element, ElementContent, Root } from 'hast';
import { defaultHandlers, type State, toMdast } from 'hast-util-to-mdast';
import { toString as textOf } from 'hast-util-to-string';
import type {
  RootContent as Block,
  FootnoteDefinition,
  FootnoteReference,
  ListItem,
  Root as MdastRoot,
  Nodes,
  Paragraph,
  PhrasingContent,
} from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { setNumber } from '../../edition/list-numbers';
import { verseParagraph } from '../../edition/verse';
import type { Losses } from '../document';
import { leaveTextOnly, takeOutFurniture } from './furniture';
import { numberItems } from './list-numbers';
import { placeLooseWords } from './loose-words';
import { calledOf } from './names';
import { noteTag, referenceTag } from './note-tags';
import { markNotes } from './notes';
import { pageTag } from './page-breaks';
import { ruby } from './ruby';
import { groupSilentRuns } from './silent-runs';
import { lineTag, markVerse } from './verse';
import { blockTags } from './words';
import { reportLost, textsOf } from './words-lost';

/** Takes out what is not text, and finds notes and verse. */
export function prepare(tree: Root, losses: Losses): void {
  takeOutFurniture(tree, losses);
  placeLooseWords(tree);
  visit(tree, 'element', (node) => {
    const { role, ariaLevel } = node.properties;
    if (role === 'heading') node.tagName = `h${Math.min(6, Math.max(1, Number(ariaLevel) || 2))}`;
    else if (/^(?:form|dialog)$/.test(node.tagName)) node.tagName = 'div';
    else if (node.tagName === 'ol') numberItems(node);
    else if (/^(?:p|li|h[1-6])$/.test(node.tagName)) markLabel(node);
    else if (calledOf(node) === noteAgain) {
      // A note that is called within another, as our own Word documents have it.
      node.tagName = referenceTag;
      node.properties = { label: textOf(node).trim() };
    }
    separateVerseNumbers(node);
  });
  captionsOut(tree);
  markNotes(tree, losses);
  leaveTextOnly(tree, losses);
  markVerse(tree, losses);
}

/** How our own Word documents call what refers to a note within another. */
const noteAgain = 'note-again';

/** An element of our own that stands for the number that a block is given. */
export const labelTag = 'block-label';

/** Marks what a page says is the label of a block, at its beginning. */
function markLabel(block: Element): void {
  const first = block.children.find((child) => textOf(child).trim() !== '');
  if (first?.type !== 'element' || first.tagName !== 'span') return;
  const written = textOf(first).trim();
  // A run-in heading of words alone is not a number.
  const isNumber = /^\S{1,40}$/.test(written) || (/\p{N}/u.test(written) && written.length <= 40);
  if (calledOf(first) !== 'label' || !isNumber) return;
  // A note is found by its number at its beginning.
  if (/\bfootnote\b/.test(calledOf(block))) return;
  first.tagName = labelTag;
}

/** What the number of a verse is called. */
const verseNumbers = /^(?:v|vn|vnum|verse|verse[-_]?n(?:um(?:ber)?|o)?)$/;

/** Whether a link leads to itself: it is there to be copied, as the number of a place. */
const leadsToItself = ({ tagName, properties }: Element): boolean =>
  tagName === 'a' && properties.id !== undefined && properties.href === `#${properties.id}`;

/** A number of a verse before a word, raised or called so, is not part of that word; nor is that of a place. */
function separateVerseNumbers(node: Element): void {
  const { children } = node;
  node.children = children.flatMap((child, k): ElementContent[] => {
    if (child.type !== 'element' || !isNumberOfPlace(child)) return [child];
    const [before, next] = [children[k - 1], children[k + 1]];
    const stands = before === undefined || !/\S$/.test(textOf(before));
    const opens = next !== undefined && /^[\p{L}“‘"'«„(]/u.test(textOf(next));
    return stands && opens ? [child, { type: 'text', value: ' ' }] : [child];
  });
}

function isNumberOfPlace(element: Element): boolean {
  const pattern = leadsToItself(element)
    ? /^\S{0,12}\p{N}$/u
    : element.tagName === 'sup' || verseNumbers.test(calledOf(element))
      ? /^\d{1,3}[a-z]?$/
      : null;
  return pattern?.test(textOf(element).trim()) ?? false;
}

/** What stands over a table stands before it. */
function captionsOut(node: Root | Element): void {
  node.children = (node.children as ElementContent[]).flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child];
    captionsOut(child);
    if (child.tagName !== 'table') return [child];
    const isCaption = (each: ElementContent): each is Element =>
      each.type === 'element' && each.tagName === 'caption';
    const captions = child.children.filter(isCaption);
    child.children = child.children.filter((each) => !isCaption(each));
    return [...captions.map((caption) => ({ ...caption, tagName: 'p' })), child];
  }) as typeof node.children;
}

const phrasing =
  /^(?:b|i|u|s|em|strong|del|ins|strike|small|big|font|tt|code|kbd|samp|var|cite|q|dfn|sub|sup|mark|label)$/;

/** Words of blocks that stand within an element of words, such as `b`, are separated by spaces. */
function partWithinWords(tree: Root): void {
  visit(tree, 'element', (node) => {
    if (!phrasing.test(node.tagName)) return undefined;
    partBlocks(node);
    return SKIP;
  });
}

/** Several paragraphs of a cell of a table of data become words of one line, separated by spaces. */
function partBlocks(cell: Element): void {
  cell.children = cell.children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child];
    partBlocks(child);
    if (!blockTags.test(child.tagName)) return [child];
    const space = { type: 'text' as const, value: ' ' };
    return [space, { ...child, tagName: 'span' }, space];
  });
}

const html = (value: string): PhrasingContent => ({ type: 'html', value });

/** Elements whose words are text, though Markdown has nothing like them. */
const plainTags =
  'applet caption command content element frameset isindex keygen menuitem nextid optgroup option shadow spacer'.split(
    ' ',
  );

/** The blocks of a page, or of a part of it, as Markdown would have them; words that none holds are reported. */
export function blocksOf(tree: Root, losses: Losses): Block[] {
  const texts = textsOf(tree);
  visit(tree, 'element', (node) => {
    if (node.tagName !== 'td' && node.tagName !== 'th') return undefined;
    partBlocks(node);
    return SKIP;
  });
  partWithinWords(tree);
  const labelled = ({ properties }: Element) => {
    const label = String(properties.label);
    return { identifier: label.toLowerCase(), label };
  };
  groupSilentRuns(tree);
  const { children } = toMdast(tree, {
    document: true,
    handlers: {
      ...Object.fromEntries(
        plainTags.map((name) => [name, (state: State, node: Element) => state.all(node)]),
      ),
      // What is marked by a reader or a comparison is not stressed by its author.
      mark: (state: State, node: Element) => state.all(node),
      ruby: (state: State, node: Element) => asWords(ruby(state, node)),
      // A place where a word may be cut is not a letter.
      wbr: () => [],
      li: (state: State, node: Element) => {
        const item = defaultHandlers.li(state, node) as ListItem;
        const { dataNumber } = node.properties;
        if (typeof dataNumber === 'string') setNumber(item, dataNumber);
        return item;
      },
      [labelTag]: (state: State, node: Element) =>
        asWords([html('<label>'), ...(state.all(node) as PhrasingContent[]), html('</label>')]),
      [pageTag]: (_: State, { properties }: Element) =>
        asWords([html(`<pb n="${escaped(String(properties.label))}"/>`)]),
      [noteTag]: (state: State, node: Element): FootnoteDefinition => ({
        type: 'footnoteDefinition',
        ...labelled(node),
        children: state.toFlow(state.all(node)),
      }),
      [lineTag]: (state: State, node: Element): Paragraph =>
        verseParagraph(state.all(node) as PhrasingContent[]),
      [referenceTag]: (_: State, node: Element): FootnoteReference => ({
        type: 'footnoteReference',
        ...labelled(node),
      }),
    },
  }) as MdastRoot;
  const blocks = unwrapped(children);
  reportLost(texts, blocks, losses);
  return blocks;
}

const escaped = (value: string) =>
  value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

/** Tags within words: by itself a tag would be a block. Unwrapped once all blocks are made. */
function asWords(children: PhrasingContent[]): PhrasingContent {
  return { type: 'emphasis', children, data: { wraps: true } as object };
}

function unwrapped<T extends Nodes>(nodes: readonly T[]): T[] {
  return nodes.flatMap((node): T[] => {
    if (!('children' in node)) return [node];
    // What a page shows of a link when one points at it is not of the text.
    if (node.type === 'link') node.title = null;
    const children = unwrapped(node.children as T[]);
    if (node.data && 'wraps' in node.data) return children;
    return [{ ...node, children }];
  });
}
