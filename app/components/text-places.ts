/**
 * Offsets in a segment's text, to and from places in the page. What the page adds to the text
 * (labels, marks of omission, footnote numbers) does not count; a line break counts as one.
 */
const added = '.label, .omission, .note-mark';

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

/** The offset in the segment's text of a place in one of its text nodes; null for another node. */
export function offsetOf(segment: Element, place: Node, within: number): number | null {
  let before = 0;
  for (const { node, length } of textNodes(segment)) {
    if (node === place) return before + within;
    before += length;
  }
  return null;
}

/** The stretch of the page that shows `[start, end)` of a segment's text. */
export function rangeOf(segment: Element, start: number, end: number): Range | null {
  const range = document.createRange();
  let before = 0;
  let opened = false;
  for (const { node, length } of textNodes(segment)) {
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
  return null;
}
