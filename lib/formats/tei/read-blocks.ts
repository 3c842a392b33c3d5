import type { BlockContent, DefinitionContent, RootContent } from 'mdast';
import type { Element, Nodes } from 'xast';
import { lineMark } from '../../edition/verse';
import { attribute, childrenOf, isElement, lineOf, localName, textOf } from '../xml/read';
import { inlineOf, note, readingOf, type TeiContext } from './read-inline';

/** Elements that hold blocks and are none themselves. */
const holders =
  /^(text|front|body|back|group|div\d?|lg|sp|quote|q|cit|epigraph|argument|opener|closer|postscript|floatingText|titlePage|docTitle|said|listBibl|castList)$/;
const skipped = new Set([
  'teiHeader',
  'pb',
  'cb',
  'gb',
  'milestone',
  'fw',
  'anchor',
  'figDesc',
  'divGen',
]);
/** What shows that an element holds blocks rather than words. */
const block = /^(p|ab|head|lg|l|list|table|div\d?|quote|sp|note|opener|closer|epigraph|titlePart)$/;

/** The text of a TEI document as the blocks Markdown knows, each with its position in the XML. */
export function blocksOf(nodes: readonly Nodes[], context: TeiContext, depth = 1): RootContent[] {
  return nodes.flatMap((node): RootContent[] =>
    isElement(node) ? read(node, context, depth) : [],
  );
}

function read(node: Element, context: TeiContext, depth: number): RootContent[] {
  const { position } = node;
  const name = localName(node);
  const inline = () => inlineOf(node.children, context);
  switch (name) {
    case 'head': {
      const told = Number(/\d/.exec(attribute(node, 'rend') ?? '')?.[0] ?? depth - 1);
      const level = Math.min(6, Math.max(1, told)) as 1;
      return [{ type: 'heading', depth: level, children: inline(), position }];
    }
    case 'l':
      return [
        {
          type: 'paragraph',
          children: [{ type: 'text', value: lineMark }, ...inline()],
          position,
        },
      ];
    case 'list':
      return list(node, context, depth);
    case 'table':
      return [
        {
          type: 'table',
          position,
          children: childrenOf(node, 'row').map((row) => ({
            type: 'tableRow',
            position: row.position,
            children: childrenOf(row, 'cell').map((cell) => ({
              type: 'tableCell',
              children: [{ type: 'text', value: lineOf(cell) ?? '' }],
            })),
          })),
        },
      ];
    case 'note':
      // Between blocks a note marks no place in the text.
      note(node, context);
      return [];
    case 'app':
      return blocksOf(readingOf(node, context), context, depth);
    case 'figure':
      context.losses.add('images', position?.start.line);
      return [];
    default:
      if (skipped.has(name)) {
        if (name !== 'teiHeader') {
          context.losses.add('page and column breaks and the like', position?.start.line);
        }
        return [];
      }
      if (holders.test(name) && childrenOf(node).some((child) => holdsBlock(child))) {
        return blocksOf(node.children, context, /^div/.test(name) ? depth + 1 : depth);
      }
      if (textOf(node).trim() === '' && !/^(p|ab)$/.test(name)) return [];
      return [{ type: 'paragraph', children: inline(), position }];
  }
}

function holdsBlock(node: Element): boolean {
  const name = localName(node);
  if (name === 'app')
    return childrenOf(node).some((reading) => childrenOf(reading).some(holdsBlock));
  return block.test(name) || holders.test(name);
}

function list(node: Element, context: TeiContext, depth: number): RootContent[] {
  const heads = childrenOf(node, 'head').flatMap((head) => read(head, context, depth + 1));
  const items = childrenOf(node, 'item');
  const label = attribute(node, 'n');
  const start = Number(label);
  const ordered = attribute(node, 'rend') === 'numbered' || attribute(node, 'type') === 'ordered';
  return [
    ...heads,
    {
      type: 'list',
      ordered,
      start: ordered ? (Number.isInteger(start) && label ? start : 1) : null,
      children: items.map((item) => {
        const blocks = childrenOf(item).some(holdsBlock);
        return {
          type: 'listItem',
          children: (blocks
            ? blocksOf(item.children, context, depth)
            : [
                {
                  type: 'paragraph',
                  children: inlineOf(item.children, context),
                  position: item.position,
                },
              ]) as (BlockContent | DefinitionContent)[],
        };
      }),
    },
  ];
}
