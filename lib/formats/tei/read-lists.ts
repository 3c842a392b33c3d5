import type { BlockContent, DefinitionContent, PhrasingContent, RootContent } from 'mdast';
import type { Element, Nodes } from 'xast';
import { setNumber } from '../../edition/list-numbers';
import { attribute, isElement, localName, textOf } from '../xml/read';
import { isBlock } from './block-names';
import type { TeiContext } from './context';
import { content } from './read-content';

/** The rows of a table; what stands among them is a block of its own. */
export function table(node: Element, context: TeiContext, depth: number): RootContent[] {
  const found: RootContent[] = [];
  for (const child of node.children) {
    if (!isElement(child, 'row')) {
      found.push(...context.blocksOf([child], context, depth));
      continue;
    }
    const row = {
      type: 'tableRow' as const,
      position: child.position,
      children: cellsOf(child).map((nodes) => ({
        type: 'tableCell' as const,
        children: content(nodes, context),
      })),
    };
    const last = found.at(-1);
    if (last?.type === 'table') last.children.push(row);
    else found.push({ type: 'table', position: node.position, children: [row] });
  }
  return found;
}

/** What stands in each cell of a row. Words beside cells are a cell; marks beside them are of the next. */
function cellsOf(row: Element): Nodes[][] {
  const cells: Nodes[][] = [];
  let beside: Nodes[] = [];
  const close = () => {
    if (beside.some((node) => textOf(node).trim() !== '')) {
      cells.push(beside);
      beside = [];
    }
  };
  for (const node of row.children) {
    if (!isElement(node, 'cell')) beside.push(node);
    else {
      close();
      cells.push([...beside, ...node.children]);
      beside = [];
    }
  }
  close();
  const last = cells.at(-1);
  if (last) last.push(...beside);
  else cells.push(beside);
  return cells;
}

/** The items of a list, with their numbers or labels. */
export function list(node: Element, context: TeiContext, depth: number): RootContent[] {
  const first = Number(attribute(node, 'n'));
  const start = Number.isInteger(first) && attribute(node, 'n') ? first : 1;
  const ordered = /(?:^|\s)(?:numbered|ordered)(?=[\s:]|$)/.test(
    `${attribute(node, 'rend') ?? ''} ${attribute(node, 'type') ?? ''}`,
  );
  const found: RootContent[] = [];
  let label: PhrasingContent[] = [];
  let count = 0;
  for (const child of node.children) {
    const name = isElement(child) ? localName(child) : '';
    if (!isElement(child)) found.push(...context.blocksOf([child], context, depth + 1));
    else if (name === 'label') {
      label = [...label, ...content(child.children, context), { type: 'text', value: ' ' }];
    } else if (name !== 'item') {
      found.push(
        ...(name === 'pb'
          ? [pageParagraph(child, context)]
          : context.blocksOf([child], context, depth + 1)),
      );
    } else {
      const inside = child.children.some(isBlock)
        ? context.blocksOf(child.children, context, depth)
        : [paragraphOf([...label, ...content(child.children, context)], child)];
      if (child.children.some(isBlock) && label.length > 0)
        inside.unshift(paragraphOf(label, child));
      label = [];
      const item = {
        type: 'listItem' as const,
        children: inside as (BlockContent | DefinitionContent)[],
      };
      const number = attribute(child, 'n')?.replace(/\.$/, '');
      const counted = number !== undefined && /^\d{1,9}$/.test(number);
      if (ordered || counted) setNumber(item, `${counted ? number : start + count}.`);
      count++;
      const last = found.at(-1);
      if (last?.type === 'list') last.children.push(item);
      else found.push({ type: 'list', ordered: ordered || counted, children: [item] });
    }
  }
  if (label.length > 0) found.push(paragraphOf(label, node));
  return found;
}

function paragraphOf(children: PhrasingContent[], { position }: Element) {
  return { type: 'paragraph' as const, children, position };
}

function pageParagraph(node: Element, context: TeiContext) {
  return paragraphOf(content([node], context), node);
}
