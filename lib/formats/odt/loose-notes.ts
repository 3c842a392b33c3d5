import type { Element, ElementContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { h } from 'hastscript';
import { labelTag } from '../html/blocks';
import { noteTag } from '../html/note-tags';

/** Notes to which nothing refers, as our own documents have them: each stays where it is. */
export class LooseNotes {
  private last: Element | undefined;

  /** The blocks that a paragraph of a note adds: one without a label goes on with the note before. */
  blocks(children: ElementContent[]): ElementContent[] {
    const [first, ...rest] = children;
    if (first?.type === 'element' && first.tagName === labelTag) {
      this.last = h(noteTag, { label: textOf(first).trim() }, [h('p', rest)]);
      return [this.last];
    }
    if (!this.last) return [h('p', children)];
    this.last.children.push(h('p', children));
    return [];
  }

  /** What follows is in another cell: without a label it is a paragraph, as its note is not there. */
  endCell(): void {
    this.last = undefined;
  }
}
