import type { Element } from 'hast';

/**
 * Notes on each item of an ordered list the number that a browser shows before it.
 * Source: https://html.spec.whatwg.org/multipage/grouping-content.html#the-ol-element
 */
export function numberItems(list: Element): void {
  const items = list.children.filter(
    (child): child is Element => child.type === 'element' && child.tagName === 'li',
  );
  const { start, reversed, type } = list.properties;
  const step = reversed !== undefined && reversed !== false && reversed !== null ? -1 : 1;
  const first = start === undefined || start === null ? Number.NaN : Number(start);
  let next = Number.isInteger(first) ? first : step < 0 ? items.length : 1;
  for (const item of items) {
    const { value } = item.properties;
    const own = value === undefined || value === null ? Number.NaN : Number(value);
    if (Number.isInteger(own)) next = own;
    const kind = String(item.properties.type ?? type ?? '1');
    // Letters and Roman numerals are numbers all the same: an edition's lists have digits.
    if (/^[1aAiI]$/.test(kind) && next >= 0) item.properties.dataNumber = `${next}.`;
    next += step;
  }
}
