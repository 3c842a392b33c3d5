import type { BlockContent, DefinitionContent, PhrasingContent } from 'mdast';
import type { Element } from 'xast';
import { allOf, attribute } from '../xml/read';
import type { TeiContext } from './context';

/** A label for each note of a text; notes with the same number are told apart. */
export function labelNotes(texts: readonly Element[]): Map<Element, string> {
  const labels = new Map<Element, string>();
  const used = new Set<string>();
  for (const text of texts) {
    for (const note of allOf(text, 'note')) {
      const own = (attribute(note, 'n') ?? String(labels.size + 1)).trim() || '*';
      let label = own;
      for (let k = 2; used.has(label.toLowerCase()); k++) label = `${own}-${k}`;
      used.add(label.toLowerCase());
      labels.set(note, label);
    }
  }
  return labels;
}

/** A note within the text: a mark in its place, the note itself after the text. */
export function note(node: Element, context: TeiContext): PhrasingContent[] {
  const label = context.labels.get(node) ?? String(context.notes.length + 1);
  const identifier = label.toLowerCase();
  const within: TeiContext = { ...context, numbers: [], waiting: false };
  context.notes.push({
    type: 'footnoteDefinition',
    identifier,
    label,
    position: node.position,
    children: context.blocksOf(node.children, within) as (BlockContent | DefinitionContent)[],
  });
  return [{ type: 'footnoteReference', identifier, label }];
}
