import type { Element, Nodes } from 'xast';
import { InputError } from '../../edition/errors';
import { siglumPattern } from '../../edition/metadata';
import { type GivenFile, type IngestedDocument, Losses } from '../document';
import { metadataFrom } from '../metadata';
import { distinct, parallelDocument, siglumFrom } from '../parallel';
import {
  allOf,
  attribute,
  childrenOf,
  firstOf,
  isElement,
  lineOf,
  localName,
  parseXml,
} from './xml';

/** A unit of a translation memory: texts by the name of their column. */
type Unit = Map<string, string>;

/** What is told of a column. */
interface Column {
  language: string;
  title?: string;
}

/** One side of XLIFF, with what its edition is called. */
type Side = Column & { called: string };

/**
 * Reads a translation memory, TMX 1.4: a unit a row, a language an edition. Units that a property
 * tells of several editions of one language (`siglum`) give one each.
 */
export function readTmx({ bytes, name }: GivenFile): IngestedDocument {
  const tree = parseXml(bytes, name);
  const losses = new Losses();
  const columns = new Map<string, Column>();
  const units = [...allOf(tree, 'tu')].map((unit): Unit => {
    const texts: Unit = new Map();
    for (const variant of childrenOf(unit, 'tuv')) {
      const language = attribute(variant, 'xml:lang') ?? attribute(variant, 'lang') ?? 'und';
      const told = childrenOf(variant, 'prop').find((prop) => attribute(prop, 'type') === 'siglum');
      const column = lineOf(told) ?? language;
      columns.set(column, { language });
      const text = plain(firstOf(variant, 'seg'), losses);
      texts.set(column, texts.has(column) ? `${texts.get(column)} ${text}` : text);
    }
    return texts;
  });
  const source = attribute(firstOf(tree, 'header') ?? none, 'srclang');
  return fromUnits(units, columns, losses, name, source);
}

/** Reads XLIFF, 1.2 or 2: source and target of each unit, aligned. */
export function readXliff({ bytes, name }: GivenFile): IngestedDocument {
  const tree = parseXml(bytes, name);
  const losses = new Losses();
  const root = childrenOf(tree)[0] ?? none;
  const file = firstOf(tree, 'file') ?? none;
  const second = attribute(root, 'version')?.startsWith('2') ?? false;
  const source = second ? attribute(root, 'srcLang') : attribute(file, 'source-language');
  const target = second ? attribute(root, 'trgLang') : attribute(file, 'target-language');
  const sides: Record<'source' | 'target', Side> = {
    source: { called: source ?? 'source', language: source ?? 'und' },
    target: { called: target ?? 'target', language: target ?? 'und' },
  };
  for (const note of allOf(tree, 'note')) {
    const side = sides[attribute(note, 'category') as keyof typeof sides];
    const [, siglum, title] = /^([^\s:]{1,40}): (.+)$/.exec(lineOf(note) ?? '') ?? [];
    // What an edition is called, as our own export writes it.
    if (side && siglumPattern.test(siglum ?? '')) Object.assign(side, { called: siglum, title });
    else losses.add('notes of the translators', note.position?.start.line);
  }
  const [from, to] = distinct([sides.source.called, sides.target.called]);
  const columns = new Map<string, Column>([
    [from, sides.source],
    [to, sides.target],
  ]);
  const units = [...allOf(tree, second ? 'segment' : 'trans-unit')].map((unit): Unit => {
    const side = (element: string) => plain(childrenOf(unit, element)[0], losses);
    return new Map([
      [from, side('source')],
      [to, side('target')],
    ]);
  });
  return fromUnits(units, columns, losses, name, source);
}

const none: Element = { type: 'element', name: '', attributes: {}, children: [] };

function fromUnits(
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
function plain(element: Element | undefined, losses: Losses): string {
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
