import type { Element, Nodes } from 'xast';
import { InputError } from '../core/errors';
import { withSingleSpaces } from '../edition/single-spaces';
import type { IngestedDocument, Losses } from './document';
import { metadataFrom } from './metadata';
import { distinct, parallelDocument, siglumFrom } from './parallel';
import { attribute, isElement, localName, textOf } from './xml/read';

/** A unit of a translation memory: texts by the name of their column. */
export type Unit = Map<string, string>;

/** What is known of a column. */
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

/** Codes of a foreign format, no text; `sub` within them is text of its own. */
const codes = /^(bpt|ept|ph|it|ut|x|bx|ex)$/;

/** The text of a segment. Codes of the format it came from are taken out; what they enclose stays. */
export function plain(element: Element | undefined, losses: Losses): string {
  const read = (node: Nodes, coded: boolean): string => {
    if (node.type === 'text' || node.type === 'cdata') return coded ? '' : node.value;
    if (!isElement(node)) return '';
    const name = localName(node);
    if (name === 'cp') return characterOf(attribute(node, 'hex'));
    const isCode = codes.test(name);
    const code = isCode ? node.children.map((each) => textOfCode(each)).join('') : '';
    losses.add('inline codes', node.position?.start.line, code);
    const within = coded ? name !== 'sub' : isCode;
    // The end of a line of the file that was translated parts the words around it.
    const parts =
      isCode && (endsLine.test(attribute(node, 'ctype') ?? '') || /<br\b/i.test(shownBy(node)));
    const inner = node.children.map((child) => read(child, within)).join('');
    return name === 'sub' || parts ? ` ${inner} ` : inner;
  };
  const whole = (element?.children ?? []).map((child) => read(child, false)).join('');
  return withSingleSpaces(whole).trim();
}

/** Of codes for the ends of lines, in XLIFF and TMX. */
const endsLine = /^(?:x-)?(?:lb|br)$/;

/** What a code stands for, as it was written. */
const shownBy = (code: Element): string =>
  ['equiv-text', 'equiv', 'disp'].map((name) => attribute(code, name) ?? '').join(' ') +
  textOf(code);

function textOfCode(node: Nodes): string {
  return isElement(node, 'sub') ? '' : textOf(node);
}

/** A character that XML cannot hold is written by its number; control characters are not text. */
function characterOf(hex: string | undefined): string {
  const code = Number.parseInt(hex ?? '', 16);
  const valid = code >= 0x20 && code <= 0x10ffff && !(code >= 0x7f && code < 0xa0);
  return valid && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : '';
}
