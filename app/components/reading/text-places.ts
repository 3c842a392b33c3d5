/**
 * Offsets in a segment's text, to and from places in the page. What the page adds to the text
 * (labels, marks of omission, footnote numbers, readings) does not count; a line break counts as one.
 */
export const added = '.label, .omission, .note-mark, .segment-tools, rt';

function* textNodes(segment: Element): Generator<{ node: Text | Element; length: number }> {
  const walker = document.createTreeWalker(
    segment,
    NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
    (node) => {
      if (node instanceof Element && node.matches(added)) return NodeFilter.FILTER_REJECT;
      return node instanceof Text || node.nodeName === 'BR'
        ? NodeFilter.FILTER_ACCEPT
        : NodeFilter.FILTER_SKIP;
    },
  );
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    yield node instanceof Text
      ? { node, length: node.data.length }
      : { node: node as Element, length: 1 };
  }
}

/** The text that a sentence's element shows. */
export const textIn = (sentence: Element): string =>
  [...textNodes(sentence)].map(({ node }) => (node instanceof Text ? node.data : '\n')).join('');

/** A place in a segment's text. */
export interface TextPlace {
  /** The segment's element, or one of those that show parts of it. */
  element: HTMLElement;
  siglum: string;
  segment: string;
  offset: number;
}

/** The place in the text that a node and an offset in it show; null outside of any text. */
export function placeOf(node: Node, within: number): TextPlace | null {
  const start = node instanceof Element ? node : node.parentElement;
  const sentence = start?.closest<HTMLElement>('.sentence');
  const element = sentence?.closest<HTMLElement>('.segment');
  if (!sentence || !element) return null;
  let before = Number(sentence.dataset.start);
  for (const { node: each, length } of textNodes(sentence)) {
    if (each === node) break;
    // A place given by its element stands before the child that its offset counts to.
    if (
      node instanceof Element &&
      node.childNodes[within] &&
      !precedes(each, node.childNodes[within])
    )
      break;
    before += length;
  }
  const { siglum = '', segment = '' } = element.dataset;
  return { element, siglum, segment, offset: before + (node instanceof Element ? 0 : within) };
}

function precedes(a: Node, b: Node): boolean {
  return (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** The name that the elements of a segment's text carry. */
export function segmentKey(siglum: string, segment: string): string {
  return `${siglum}-${segment}`;
}

/** Elements that show a segment's text: one, or where sentences are set apart several. */
export function elementsOf(key: string): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(`.segment[data-key="${CSS.escape(key)}"]`)];
}

/** The stretch of the page that shows `[start, end)` of a segment's text. */
export function rangeOf(key: string, start: number, end: number): Range | null {
  const range = document.createRange();
  let opened = false;
  for (const sentence of elementsOf(key).flatMap((each) => [
    ...each.querySelectorAll<HTMLElement>('.sentence'),
  ])) {
    if (Number(sentence.dataset.end) <= start) continue;
    let before = Number(sentence.dataset.start);
    for (const { node, length } of textNodes(sentence)) {
      if (node instanceof Text) {
        if (!opened && start < before + length) {
          range.setStart(node, Math.max(0, start - before));
          opened = true;
        }
        if (opened && end <= before + length) {
          range.setEnd(node, end - before);
          return range;
        }
      }
      before += length;
    }
  }
  return null;
}

/** The words selected in one segment; null where nothing is, or in more than one. */
export function selectedWords(): (TextPlace & { end: number }) | null {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const from = placeOf(range.startContainer, range.startOffset);
  const to = placeOf(range.endContainer, range.endOffset);
  if (!from || !to || from.siglum !== to.siglum || from.segment !== to.segment) return null;
  return to.offset > from.offset ? { ...from, end: to.offset } : null;
}
