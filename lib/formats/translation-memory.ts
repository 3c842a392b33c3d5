import type { Element, Nodes } from 'xast';
import { InputError } from '../core/errors';
import type { IngestedDocument, Losses } from './document';
import { metadataFrom } from './metadata';
import { distinct, parallelDocument, siglumFrom } from './parallel';
import { isElement, localName } from './xml/read';

/** A unit of a translation memory: texts by the name of their column. */
export type Unit = Map<string, string>;

/** What is told of a column. */
export interface Column {
  language: string;
  title?: string;
}

export const none: Element = { type: 'element', name: '', attributes: {}, children: [] };

export function fromUnits(
  units: readonly Unit[],
  columns: ReadonlyMap<string, Column>,
  losses: Losses,
  name: string,
  first: string | undefined,
): IngestedDocument {
  // What is in the language of the source comes first.
  const inOrder = [...columns].sort(
    ([, x], [, y]) => Number(y.language === first) - Number(x.language === first),
  );
  const rows = units.map((unit) => inOrder.map(([column]) => unit.get(column) ?? ''));
  if (!rows.some((row) => row.some((text) => text !== ''))) {
    throw new InputError('the file has no unit with a text', {
      file: name,
      remedy: 'export it again from the tool it comes from',
    });
  }
  const sigla = distinct(inOrder.map(([column]) => siglumFrom(column, 'text')));
  return parallelDocument(
    inOrder.map(([, { language, title }], k) => ({
      metadata: { siglum: sigla[k], ...metadataFrom({ language, title }) },
      warnings: k === 0 ? losses.warnings() : [],
    })),
    rows,
  );
}

/** The text of a segment. Codes of the format it came from are taken out; what they enclose stays. */
export function plain(element: Element | undefined, losses: Losses): string {
  const read = (node: Nodes): string => {
    if (node.type === 'text' || node.type === 'cdata') return node.value;
    if (!isElement(node)) return '';
    losses.add('inline codes', node.position?.start.line);
    // These hold codes of a foreign format, no text; `sub` within them is text of its own.
    if (/^(bpt|ept|ph|it|ut|x|bx|ex)$/.test(localName(node))) return '';
    return node.children.map(read).join('');
  };
  return (element?.children ?? []).map(read).join('').replace(/\s+/g, ' ').trim();
}
