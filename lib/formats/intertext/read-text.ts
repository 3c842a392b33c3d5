import type { Element, Nodes, Root } from 'xast';
import { createIdentifier } from '../../edition/identify';
import { leadingLabel } from '../../edition/labels';
import type { Segment, SegmentKind } from '../../edition/model';
import { withSingleSpaces } from '../../edition/single-spaces';
import { joinTexts } from '../../language/spacing';
import type { Losses } from '../document';
import { attribute, childrenOf, isElement, localName, parseXml, textOf } from '../xml/read';

/** A stretch of a text that can be aligned, or that stands beside such. */
interface Unit {
  id?: string;
  kind: SegmentKind;
  label?: string;
  text: string;
  line?: number;
  /** The block that it is a part of. */
  block: Element | Root;
}

/** A text of InterText, and where the elements of it are that alignments name. */
export interface InterTextText {
  segments: Segment[];
  /** Indices of segments by the ids of their elements. */
  byId: ReadonlyMap<string, number>;
  language?: string;
  title?: string;
}

const isAligned = /^(?:s|seg)$/;
const blocks =
  /^(?:p|ab|head|title|div\d?|l|lg|list|item|quote|q|note|body|text|doc|front|back|chapter|section|table|row|cell|sp|speaker|stage|para|block)$/;
const kinds: Record<string, SegmentKind> = {
  head: 'heading',
  title: 'heading',
  l: 'verse',
  item: 'item',
};
const writtenKinds = /^(?:heading|item|verse|footnote)$/;

/**
 * Reads a text of InterText: any XML whose sentences are elements, `<s id="1:1">`.
 * Source: https://wanthalf.saga.cz/intertext (InterText editor, comprehensive guide).
 *
 * @param aligned ids of the elements that alignments name, each of which is a segment; without them
 *   the sentences of a paragraph are one.
 */
export function readInterTextText(
  bytes: Uint8Array,
  name: string,
  losses: Losses,
  aligned?: ReadonlySet<string>,
): InterTextText {
  const tree = parseXml(bytes, name);
  const [root] = childrenOf(tree);
  const units = unitsOf(tree, losses, aligned);
  const found = aligned ? units : joined(units);
  if (aligned && new Set(units.map(({ block }) => block)).size < units.length) {
    losses.add('bounds of paragraphs, of which each aligned sentence is one');
  }
  const identify = createIdentifier();
  const byId = new Map<string, number>();
  const segments = found.map(({ id, kind, label, text: whole, line }, index): Segment => {
    const leading = label === undefined ? leadingLabel(whole) : null;
    const text = leading ? whole.slice(leading.length) : whole;
    const own = label ?? leading?.label;
    if (id !== undefined) byId.set(id, index);
    return {
      id: identify(kind, text),
      kind,
      ...(kind === 'heading' ? { level: 1 } : {}),
      ...(own ? { label: own } : {}),
      text,
      spans: [],
      ...(line === undefined
        ? {}
        : { position: { line, column: 1, endLine: line, start: 0, end: 0 } }),
    };
  });
  const language = attribute(root, 'xml:lang') ?? attribute(root, 'lang');
  const title = attribute(root, 'title');
  return { segments, byId, ...(language ? { language } : {}), ...(title ? { title } : {}) };
}

function unitsOf(tree: Root, losses: Losses, aligned?: ReadonlySet<string>): Unit[] {
  const units: Unit[] = [];
  const holdsAligned = (node: Element): boolean =>
    childrenOf(node).some((child) => isUnit(child) || holdsAligned(child));
  const isUnit = (node: Element): boolean => {
    const id = idOf(node);
    if (aligned && id !== undefined && aligned.has(id)) return true;
    return isAligned.test(localName(node)) && !holdsAligned(node);
  };
  const holdsBlocks = (node: Element): boolean =>
    childrenOf(node).some((child) => blocks.test(localName(child)) || holdsBlocks(child));
  const add = (nodes: readonly Nodes[], block: Element | Root, element?: Element) => {
    const text = withSingleSpaces(nodes.map(textOf).join('')).trim();
    if (text === '') return;
    for (const node of nodes) reportMarks(node, node === element, losses);
    const id = element && idOf(element);
    const line = (element ?? nodes[0]).position?.start.line;
    const label = 'attributes' in block ? attribute(block, 'n') : undefined;
    const first = units.at(-1)?.block !== block;
    units.push({
      ...(id === undefined ? {} : { id }),
      kind: kindOf(block),
      ...(label && first ? { label } : {}),
      text,
      line,
      block,
    });
  };
  const walk = (node: Element | Root): void => {
    let beside: Nodes[] = [];
    const flush = () => {
      add(beside, node);
      beside = [];
    };
    for (const child of node.children) {
      if (!isElement(child as Nodes)) {
        if (child.type === 'text' || child.type === 'cdata') beside.push(child);
        continue;
      }
      const element = child as Element;
      if (localName(element) === 'teiHeader' || localName(element) === 'header') {
        losses.add('headers', element.position?.start.line, textOf(element));
      } else if (isUnit(element)) {
        flush();
        add([element], node, element);
      } else if (holdsAligned(element) || holdsBlocks(element)) {
        flush();
        walk(element);
      } else if (blocks.test(localName(element)) || node.type === 'root') {
        flush();
        add([element], element, element);
      } else beside.push(element);
    }
    flush();
  };
  walk(tree);
  return units;
}

const idOf = (node: Element): string | undefined =>
  attribute(node, 'xml:id') ?? attribute(node, 'id');

function kindOf(block: Element | Root): SegmentKind {
  if (block.type === 'root') return 'paragraph';
  const type = attribute(block, 'type') ?? '';
  if (writtenKinds.test(type)) return type as SegmentKind;
  const name = localName(block);
  return Object.hasOwn(kinds, name) ? kinds[name] : 'paragraph';
}

/** Reports the elements within words, which are read without them. */
function reportMarks(node: Nodes, isWhole: boolean, losses: Losses): void {
  if (node.type !== 'element') return;
  if (!isWhole) losses.add('marks within sentences', node.position?.start.line);
  for (const child of node.children) reportMarks(child, false, losses);
}

/** Units of one block as one. */
function joined(units: readonly Unit[]): Unit[] {
  const found: Unit[] = [];
  let texts: string[] = [];
  for (const unit of units) {
    const last = found.at(-1);
    if (last && last.block === unit.block && unit.block.type !== 'root') {
      texts.push(unit.text);
      last.text = joinTexts(texts);
    } else {
      texts = [unit.text];
      found.push({ ...unit });
    }
  }
  return found;
}
