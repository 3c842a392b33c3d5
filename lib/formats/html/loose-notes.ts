import type { Element, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { calledOf } from './names';

/** What an element says that is a note (DPUB-ARIA, EPUB), and not what holds notes. */
const saysNote = /^(?:doc-)?(?:footnote|endnote|rearnote)$/i;
const noteBlocks = /^(?:li|aside|div|p|section)$/;
/** A number or a sign at which a note begins. */
const markAtStart = /^[[({]*(\d{1,4}(?:\.\d{1,3})?|[*†‡§¶‖#]{1,6})(?=[\s\])}.:])/u;
/** How our own Word documents call notes to which nothing refers. */
const ownClass = 'loose-note';

/**
 * Finds the notes to which nothing refers: blocks that say what they are. Each gets the label that it
 * shows, or a star; one of our own Word documents that shows none goes on with the note before it.
 *
 * @param labels of the notes that are known, to which the others are added.
 * @param distinct makes a label one that no other note has.
 */
export function markLooseNotes(
  tree: Root,
  labels: Map<Element, string>,
  distinct: (label: string) => string,
): void {
  const holdsNotes = (node: Element): boolean =>
    node.children.some((each) => each.type === 'element' && (labels.has(each) || holdsNotes(each)));
  let last: { note: Element; parent: unknown } | undefined;
  visit(tree, 'element', (node, _, parent) => {
    if (labels.has(node)) return SKIP;
    if (!isNote(node) || holdsNotes(node)) return undefined;
    const label = takeLabel(node);
    if (label === null && calledOf(node).includes(ownClass)) {
      // In another cell it is a paragraph: its note is not there.
      if (last?.parent === parent && last) goOn(last.note, node);
      return SKIP;
    }
    labels.set(node, distinct(label ?? '*'));
    last = { note: node, parent };
    return SKIP;
  });
}

function isNote(node: Element): boolean {
  const { role, epubType } = node.properties;
  return (
    noteBlocks.test(node.tagName) &&
    textOf(node).trim() !== '' &&
    [role, epubType, node.properties['epub:type']].some((each) =>
      String(each ?? '')
        .split(/\s+/)
        .some((name) => saysNote.test(name)),
    )
  );
}

/** The label that a note shows; taken off where an element says that it is one. */
function takeLabel(note: Element): string | null {
  const first = note.children.find((child) => textOf(child).trim() !== '');
  if (first?.type === 'element' && /(?:^|\s)label(?:\s|$)/.test(calledOf(first))) {
    note.children = note.children.filter((child) => child !== first);
    return textOf(first).trim();
  }
  const { dataNumber } = note.properties;
  return (
    markAtStart.exec(textOf(note).trimStart())?.[1] ??
    (dataNumber ? String(dataNumber).replace(/\.$/, '') : null)
  );
}

/** Puts a further paragraph into a note. */
function goOn(note: Element, { children }: Element): void {
  const paragraph = (own: Element['children']): Element => ({
    type: 'element',
    tagName: 'p',
    properties: {},
    children: own,
  });
  if (note.tagName === 'p') {
    note.tagName = 'aside';
    note.children = [paragraph(note.children)];
  }
  note.children.push(paragraph([...children]));
  children.length = 0;
}
