import type { PhrasingContent, RootContent } from 'mdast';
import type { Element, Nodes } from 'xast';
import { verseParagraph } from '../../edition/verse';
import { collapseSpaces } from '../spaces';
import { attribute, isElement, localName, textOf } from '../xml/read';
import { holders, isBlock, isRegister } from './block-names';
import type { TeiContext } from './context';
import { joinLines, paragraphEnd } from './lines';
import { readEntry } from './read-apparatus';
import { content } from './read-content';
import { inlineOf } from './read-inline';
import { list, table } from './read-lists';
import { appendCalls, callsAfter, note } from './read-notes';

const skipped = new Set(['teiHeader', 'divGen', 'anchor']);
const isNumber = /^[\p{L}\p{N}]{0,4}\p{N}[\p{L}\p{N}.:-]{0,12}$|^[ivxlcdm]{1,8}$/iu;

/** What a division of the text's canonical numbering may have in place of a number: “pr”, “ep_2”. */
const isCitation = /^[\p{L}\p{N}_.:-]{1,16}$/u;

const isNoteOrSpace = (node: Nodes): boolean =>
  isElement(node) ? localName(node) === 'note' : textOf(node).trim() === '';

/** The text of a TEI document as the blocks Markdown knows, each with its position in the XML. */
export function blocksOf(nodes: readonly Nodes[], context: TeiContext, depth = 1): RootContent[] {
  const found: RootContent[] = [];
  let run: Nodes[] = [];
  const flush = () => {
    // Words that stand among blocks are a paragraph.
    if (
      run.some(
        (each) =>
          textOf(each).trim() !== '' || isElement(each, 'pb') || isElement(each, 'milestone'),
      )
    ) {
      const first = run.find((each) => textOf(each).trim() !== '') ?? run[0];
      found.push(...paragraph(run, context, first));
    } else {
      const calls = inlineOf(run, context).filter(({ type }) => type === 'footnoteReference');
      appendCalls(found, calls);
    }
    run = [];
  };
  // Notes under a heading of their own are on what stands elsewhere.
  const hasText = nodes.some((node) => isBlock(node) && !isElement(node, 'head'));
  for (const node of nodes) {
    // A note between blocks is one on the block before it.
    const between = isElement(node, 'note') && !run.some((each) => textOf(each).trim() !== '');
    if (between && (nodes.some(isBlock) || nodes.every(isNoteOrSpace))) {
      flush();
      const calls = note(node, context);
      if (hasText) appendCalls(found, calls);
    } else if (isBlock(node)) {
      flush();
      const blocks = read(node as Element, context, depth);
      appendCalls(blocks, callsAfter(node as Element, context));
      found.push(...blocks);
    } else run.push(node);
  }
  flush();
  return found;
}

function paragraph(nodes: readonly Nodes[], context: TeiContext, at: Nodes): RootContent[] {
  return paragraphs(inlineOf(nodes, context), undefined, context, nodes[0], at);
}

/** What stands between the ends of paragraphs that milestones mark, each a paragraph. */
function paragraphs(
  inline: readonly PhrasingContent[],
  own: string | undefined,
  context: TeiContext,
  first: Nodes | undefined,
  { position }: Nodes,
): RootContent[] {
  const found: PhrasingContent[][] = [[]];
  for (const node of inline) {
    if (node.type === 'text' && node.value === paragraphEnd) found.push([]);
    else found[found.length - 1].push(node);
  }
  return found
    .filter((children, k) => k === 0 || children.length > 0)
    .map((children, k) => {
      joinLines(children, context, first?.position?.start.line);
      collapseSpaces(children);
      return {
        type: 'paragraph',
        children: labelled(children, k === 0 ? own : undefined, context),
        position,
      };
    });
}

/** A block with the number that its text gives it: its own, or that of the division it opens. */
function labelled(
  children: PhrasingContent[],
  own: string | undefined,
  context: TeiContext,
): PhrasingContent[] {
  const numbered = own !== undefined && isNumber.test(own);
  if (!numbered && !context.waiting) return children;
  // A mark of a page or of a section is not what a number waits for.
  const isText = (child: PhrasingContent) =>
    'children' in child || ('value' in child && child.type !== 'html' && child.value.trim() !== '');
  if (!children.some(isText)) return children;
  context.waiting = false;
  const label = (numbered ? within(context.numbers, own) : context.numbers).join('.');
  return [
    { type: 'html', value: '<label>' },
    { type: 'text', value: label },
    { type: 'html', value: '</label>' },
    { type: 'text', value: ' ' },
    ...children,
  ];
}

function read(node: Element, context: TeiContext, depth: number): RootContent[] {
  const { position } = node;
  const name = localName(node);
  const n = attribute(node, 'n')?.trim();
  switch (name) {
    case 'head': {
      const written = Number(/\d/.exec(attribute(node, 'rend') ?? '')?.[0] ?? depth - 1);
      const level = Math.min(6, Math.max(1, written)) as 1;
      const inner = content(node.children, context);
      // A heading that says its number need not be given it.
      const number = context.numbers.at(-1) ?? '';
      if (context.waiting && textOf(node).includes(number)) context.waiting = false;
      return [
        { type: 'heading', depth: level, children: labelled(inner, undefined, context), position },
      ];
    }
    case 'l': {
      const inner = labelled(content(node.children, context), n, context);
      return [verseParagraph(inner, position)];
    }
    case 'list':
      return list(node, context, depth);
    case 'table':
      return table(node, context, depth);
    case 'app':
      // What the witnesses have of an entry stands in one place.
      return readEntry(node, context, (nodes) => blocksOf(nodes, context, depth)).map((block) => ({
        ...block,
        position,
      }));
    case 'figure': {
      context.losses.add('images', position?.start.line);
      // What stands under a picture is not a heading of the text.
      const words = (node.children as Nodes[])
        .filter((child) => !isElement(child, 'graphic'))
        .map((child) => (isElement(child, 'head') ? renamed(child, 'p') : child));
      return blocksOf(words, context, depth);
    }
    case 'castGroup':
      // What a group of a cast is called stands among its persons.
      return blocksOf(
        (node.children as Nodes[]).map((child) =>
          isElement(child, 'head') ? renamed(child, 'p') : child,
        ),
        context,
        depth,
      );
    case 'listApp':
      context.losses.add('lists of an apparatus', position?.start.line, textOf(node));
      return [];
    default:
      if (skipped.has(name)) return [];
      if (/^(div\d?|group)$/.test(name)) return division(node, n, context, depth);
      if (isRegister(node)) {
        return node.children.flatMap((child) => blocksOf([child], context, depth));
      }
      // The number of a stanza is that of its lines where they have none.
      if (name === 'lg' && n !== undefined && !hasNumberedLine(node))
        return division(node, n, context, depth - 1);
      if (
        node.children.some((child) => isBlock(child) && !standsWithin(child, name)) ||
        (holders.test(name) && name !== 'trailer')
      ) {
        return blocksOf(node.children, context, depth);
      }
      return paragraphs(
        spaceOut(node, context),
        /^(p|ab)$/.test(name) ? n : undefined,
        context,
        node.children[0],
        node,
      );
  }
}

/** Whether a stage direction, or the name of an author, stands within a line or a paragraph, of which it is a part. */
function standsWithin(child: Nodes, parent: string): boolean {
  if (!isElement(child) || child.children.some(isBlock)) return false;
  const name = localName(child);
  if (/^(byline|docImprint|titlePart)$/.test(parent)) return /^(docAuthor|docDate)$/.test(name);
  return /^(p|l|ab)$/.test(parent) && name === 'stage';
}

/** Parts of an item of a cast, of an imprint and the like stand apart, whatever stands between. */
function spaceOut(node: Element, context: TeiContext): PhrasingContent[] {
  if (!/^(castItem|docImprint|titlePart|byline|dateline|signed|salute)$/.test(localName(node))) {
    return inlineOf(node.children, context);
  }
  // The sentence around a name says what parts them.
  if (localName(node) === 'byline') {
    const names = (node.children as Nodes[]).map((child) =>
      isElement(child, 'docAuthor') || isElement(child, 'docDate') ? renamed(child, 'name') : child,
    );
    return inlineOf(names, context);
  }
  const apart = node.children.flatMap((child): Nodes[] =>
    isElement(child) &&
    /^(role|roleDesc|actor|pubPlace|publisher|date|docDate|docAuthor)$/.test(localName(child))
      ? [{ type: 'text', value: ' ' }, child]
      : [child],
  );
  return inlineOf(apart, context);
}

const renamed = (element: Element, name: string): Element => ({ ...element, name });

function division(
  node: Element,
  n: string | undefined,
  context: TeiContext,
  depth: number,
): RootContent[] {
  const before = context.numbers;
  const isCited = attribute(node, 'type') === 'textpart' && isCitation.test(n ?? '');
  if (n !== undefined && (isNumber.test(n) || isCited)) {
    context.numbers = within(before, n);
    context.waiting = true;
  }
  const found = blocksOf(node.children, context, depth + 1);
  context.numbers = before;
  context.waiting = false;
  return found;
}

/** The numbers of a place: one may already have those of the divisions around it, “1.2” within “1”. */
const within = (numbers: readonly string[], n: string): string[] =>
  numbers.length > 0 && n.startsWith(`${numbers.join('.')}.`) ? [n] : [...numbers, n];

const hasNumberedLine = (node: Element): boolean =>
  node.children.some(
    (child) =>
      isElement(child) &&
      (localName(child) === 'l' ? attribute(child, 'n') !== undefined : hasNumberedLine(child)),
  );
