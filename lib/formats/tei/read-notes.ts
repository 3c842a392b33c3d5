import type {
  BlockContent,
  DefinitionContent,
  FootnoteReference,
  PhrasingContent,
  RootContent,
} from 'mdast';
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

/** The calls of the notes that name an element as their place. */
export function callsAfter(element: Element, { calls, attested }: TeiContext): FootnoteReference[] {
  const id = calls.after.size > 0 ? attribute(element, 'xml:id') : undefined;
  return attested ? (calls.after.get(id ?? '') ?? []).map(callOf) : [];
}

const callOf = (label: string): FootnoteReference => ({
  type: 'footnoteReference',
  identifier: label.toLowerCase(),
  label,
});

/** Puts calls at the end of the last block of some, if there is one. */
export function appendCalls(
  blocks: readonly RootContent[],
  calls: readonly PhrasingContent[],
): void {
  const last = blocks.at(-1);
  if (!last || calls.length === 0) return;
  if (last.type === 'paragraph' || last.type === 'heading' || last.type === 'tableCell') {
    last.children.push(...calls);
  } else if ('children' in last) appendCalls(last.children as RootContent[], calls);
}

/** A note within the text: a mark in its place, the note itself after the text. */
export function note(node: Element, context: TeiContext): PhrasingContent[] {
  const label = context.labels.get(node) ?? String(context.notes.length + 1);
  const within: TeiContext = { ...context, numbers: [], waiting: false };
  context.notes.push({
    type: 'footnoteDefinition',
    identifier: label.toLowerCase(),
    label,
    position: node.position,
    children: context.blocksOf(node.children, within) as (BlockContent | DefinitionContent)[],
  });
  return context.calls.elsewhere.has(node) || !context.attested ? [] : [callOf(label)];
}
