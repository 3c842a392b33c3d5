import type { ListItem, Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** The number of an item as its source has it, where the tree would count anew. */
interface NumberedItem extends ListItem {
  data?: ListItem['data'] & { number?: string };
}

/** Notes on each numbered item the number that is written: lists may leave out and repeat numbers. */
export function noteNumbers(root: Root, source: string): void {
  visit(root, 'list', (list) => {
    if (!list.ordered) return;
    for (const item of list.children) {
      const start = item.position?.start.offset;
      const number =
        start === undefined ? null : /^\d{1,9}[.)]/.exec(source.slice(start, start + 10));
      if (number) setNumber(item, number[0]);
    }
  });
}

export function setNumber(item: NumberedItem, number: string): void {
  item.data = { ...item.data, number };
}

/** The number that is noted on an item, if any. */
export function numberNoted(item: NumberedItem): { number?: string } {
  return { number: item.data?.number };
}

/** The number of an item, as written; by its place in the list where none is noted. */
export function numberOf(
  item: NumberedItem,
  start: number | null | undefined,
  index: number,
): string {
  return item.data?.number ?? `${(start ?? 1) + index}.`;
}
