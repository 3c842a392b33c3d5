import type { Element } from 'hast';
import { numberStyle, written } from '../item-numbers';

/** An attribute that says what is shown before an item, where that is known. */
export const listLabel = 'data-list-label';

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
    const style = styleOf(item) ?? String(item.properties.type ?? styleOf(list) ?? type ?? '1');
    const { dataListLabel } = item.properties;
    const isShown = !/^(?:none|disc|circle|square)$/i.test(style) && next >= 0;
    item.properties.dataNumber = isShown ? `${written(next, numberStyle(style))}.` : '';
    if (typeof dataListLabel === 'string') item.properties.dataNumber = dataListLabel;
    next += step;
  }
}

/** How an element says by itself that its numbers look. */
function styleOf({ properties }: Element): string | undefined {
  const style = String(properties.style ?? '');
  return /(?:^|;)\s*list-style(?:-type)?\s*:\s*([a-z-]+)/i.exec(style)?.[1].toLowerCase();
}
