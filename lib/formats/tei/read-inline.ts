import type { FootnoteDefinition, PhrasingContent } from 'mdast';
import type { Element, Nodes } from 'xast';
import type { Losses } from '../document';
import { attribute, childrenOf, isElement, localName, textOf } from '../xml/read';
import { witnessesOf } from './read-witnesses';

/** What the text of a TEI document is read for: one of its witnesses, or all it has. */
export interface TeiContext {
  /** The witness read; null where the document tells no witnesses apart. */
  witness: string | null;
  /** What references to elements lead to: the labels of notes, by `xml:id`. */
  noteLabels: Map<string, string>;
  /** Notes that stand within the text, to be set after it. */
  notes: FootnoteDefinition[];
  losses: Losses;
}

/** Of a `choice`, what a reader reads: the corrected, regular, expanded form. */
const preferred = ['corr', 'reg', 'expan', 'supplied', 'unclear', 'sic', 'orig', 'abbr'];
const breaks = new Set(['pb', 'cb', 'gb', 'milestone', 'fw', 'anchor', 'index']);

/** The inline content of an element as Markdown has it. White space is one space. */
export function inlineOf(nodes: readonly Nodes[], context: TeiContext): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    if (node.type === 'text' || node.type === 'cdata') {
      return [{ type: 'text', value: node.value.replace(/\s+/g, ' ') }];
    }
    return isElement(node) ? element(node, context) : [];
  });
}

function element(node: Element, context: TeiContext): PhrasingContent[] {
  const { losses } = context;
  const line = node.position?.start.line;
  const inner = () => inlineOf(node.children, context);
  const wrap = (type: 'emphasis' | 'strong' | 'delete'): PhrasingContent[] => {
    const children = inner();
    return children.length > 0 ? [{ type, children }] : [];
  };
  const name = localName(node);
  switch (name) {
    case 'hi': {
      const rend = `${attribute(node, 'rend') ?? ''} ${attribute(node, 'rendition') ?? ''}`;
      return wrap(/bold|strong/i.test(rend) ? 'strong' : 'emphasis');
    }
    case 'emph':
    case 'foreign':
    case 'title':
      return wrap('emphasis');
    case 'del':
      return wrap('delete');
    case 'code':
      return [{ type: 'inlineCode', value: textOf(node) }];
    case 'lb':
      // A break within a word joins its halves.
      if (attribute(node, 'break') === 'no') return [];
      return attribute(node, 'rend') === 'break'
        ? [{ type: 'break' }]
        : [{ type: 'text', value: ' ' }];
    case 'space':
      return [{ type: 'text', value: ' ' }];
    case 'gap':
      return [{ type: 'text', value: '[…]' }];
    case 'supplied':
      return [{ type: 'text', value: '[' }, ...inner(), { type: 'text', value: ']' }];
    case 'ref':
    case 'ptr':
      return reference(node, inner(), context);
    case 'note':
      return note(node, context);
    case 'choice': {
      const children = childrenOf(node);
      const chosen = preferred
        .map((each) => children.find((child) => localName(child) === each))
        .find((child) => child !== undefined);
      for (const other of children) {
        if (other !== chosen)
          losses.add(`${localName(other)} beside ${localName(chosen ?? other)}`, line);
      }
      return chosen ? inlineOf(chosen.children, context) : inner();
    }
    case 'app':
      return inlineOf(readingOf(node, context), context);
    case 'figure':
    case 'graphic':
    case 'formula':
      losses.add(name === 'formula' ? 'formulas' : 'images', line);
      return [];
    default:
      if (breaks.has(name)) {
        if (name !== 'anchor') losses.add('page and column breaks and the like', line);
        return [];
      }
      return inner();
  }
}

/** What an apparatus entry gives the witness that is read: its reading, or else the lemma. */
export function readingOf(app: Element, { witness }: TeiContext): Nodes[] {
  const readings = [...childrenOf(app, 'lem'), ...childrenOf(app, 'rdg')];
  for (const group of childrenOf(app, 'rdgGrp')) readings.push(...childrenOf(group));
  const own = readings.find(
    (reading) => witness !== null && witnessesOf(reading).includes(witness),
  );
  // A lemma without witnesses is the text of all that no reading names.
  const lemma = childrenOf(app, 'lem')[0];
  const silent = lemma && (witness === null || witnessesOf(lemma).length === 0) ? lemma : undefined;
  return (own ?? silent)?.children ?? (witness === null ? (readings[0]?.children ?? []) : []);
}

function reference(
  node: Element,
  children: PhrasingContent[],
  { noteLabels }: TeiContext,
): PhrasingContent[] {
  const target = attribute(node, 'target') ?? '';
  const label = target.startsWith('#') ? noteLabels.get(target.slice(1)) : undefined;
  if (label !== undefined) {
    return [{ type: 'footnoteReference', identifier: label.toLowerCase(), label }];
  }
  if (!/^https?:/.test(target)) return children;
  const text = children.length > 0 ? children : [{ type: 'text' as const, value: target }];
  return [{ type: 'link', url: target, children: text }];
}

/** A note within the text: a mark in its place, the note itself after the text. */
export function note(node: Element, context: TeiContext): PhrasingContent[] {
  const label = attribute(node, 'n') ?? String(context.notes.length + 1);
  const identifier = label.toLowerCase();
  const blocks = childrenOf(node, 'p');
  const paragraphs = blocks.length > 0 ? blocks : [node];
  context.notes.push({
    type: 'footnoteDefinition',
    identifier,
    label,
    position: node.position,
    children: paragraphs.map((block) => ({
      type: 'paragraph',
      children: inlineOf(block.children, context),
      position: block.position,
    })),
  });
  return [{ type: 'footnoteReference', identifier, label }];
}
