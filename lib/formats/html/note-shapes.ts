import type { Element, ElementContent, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { calledOf } from './names';
import { noteTag, referenceTag } from './note-tags';

const isElement = (node: ElementContent, name: RegExp): node is Element =>
  node.type === 'element' && name.test(node.tagName);

/** Whether links may lead to an element or into it. */
const isTarget = (node: Element): boolean =>
  node.properties.id !== undefined ||
  (node.tagName === 'a' && node.properties.name !== undefined) ||
  node.children.some((child) => child.type === 'element' && isTarget(child));

/**
 * Puts the mark of a note into the note where each stands by itself: a term and its description, or the
 * two cells of a row.
 *
 * @param isMark whether words are the mark of a note.
 */
export function joinNoteMarks(tree: Root, isMark: (text: string) => boolean): void {
  visit(tree, 'element', (node) => {
    const parts = /^dl$/.test(node.tagName)
      ? /^d[td]$/
      : /^tr$/.test(node.tagName)
        ? /^t[dh]$/
        : null;
    if (!parts) return;
    const cells = node.children.filter((child) => isElement(child, parts)) as Element[];
    if (node.tagName === 'tr' && cells.length !== 2) return;
    for (const [k, mark] of cells.entries()) {
      const note = cells[k + 1];
      const fits =
        node.tagName === 'tr' ? k === 0 : mark.tagName === 'dt' && note?.tagName === 'dd';
      if (!fits || !note || !isMark(textOf(mark)) || !isTarget(mark)) continue;
      const { id } = mark.properties;
      const before: ElementContent[] = [
        ...(id === undefined ? [] : [anchor(String(id))]),
        ...mark.children,
        { type: 'text', value: ' ' },
      ];
      const first = note.children.find((child) => textOf(child).trim() !== '');
      if (first && isElement(first, /^p$/)) first.children.unshift(...before);
      else note.children.unshift(...before);
      node.children = node.children.filter((child) => child !== mark);
    }
  });
}

const anchor = (id: string): Element => ({
  type: 'element',
  tagName: 'a',
  properties: { id },
  children: [],
});

/** What stands in the margin or at the foot of a page, though it is written within the words. */
const inlineNote = /(?:^|\s)(?:foot-?note|end-?note|side-?note|margin-?note)(?=$|\s)/;
const markAtStart = /^\s*[[({]*(\d{1,4}|[*†‡§¶‖#]{1,6})[\])}.:]*\s+(?=\S)/u;

/**
 * Makes notes of those that are written where they are called: `<span class="sidenote">`.
 *
 * @param distinct makes a label one that no other note has.
 * @param notes to which they are added.
 */
export function liftInlineNotes(
  tree: Root,
  distinct: (label: string) => string,
  notes: Element[],
): void {
  visit(tree, 'element', (node) => {
    if (!/^(?:span|small)$/.test(node.tagName) || !inlineNote.test(calledOf(node))) return;
    const words = textOf(node).trim();
    // A number alone calls a note that stands elsewhere.
    if (!/\p{L}/u.test(words)) return;
    const first = node.children.find((child) => textOf(child).trim() !== '');
    const mark = markAtStart.exec(words);
    if (mark && first?.type === 'text') first.value = first.value.replace(markAtStart, '');
    const label = distinct(mark && first?.type === 'text' ? mark[1] : '*');
    notes.push({
      type: 'element',
      tagName: noteTag,
      properties: { label },
      children: [{ type: 'element', tagName: 'p', properties: {}, children: node.children }],
    });
    node.tagName = referenceTag;
    node.properties = { label };
    node.children = [];
  });
}
