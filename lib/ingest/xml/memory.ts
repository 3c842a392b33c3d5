import type { Element, Nodes } from 'xast';
import { InputError } from '../../edition/errors';
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

/**
 * Reads a translation memory, TMX 1.4: a unit a row, a language an edition. Units that a property
 * tells of several editions of one language (`siglum`) give one each.
 */
export function readTmx({ bytes, name }: GivenFile): IngestedDocument {
  const tree = parseXml(bytes, name);
  const losses = new Losses();
  const languages = new Map<string, string>();
  const units = [...allOf(tree, 'tu')].map((unit): Unit => {
    const texts: Unit = new Map();
    for (const variant of childrenOf(unit, 'tuv')) {
      const language = attribute(variant, 'xml:lang') ?? attribute(variant, 'lang') ?? 'und';
      const told = childrenOf(variant, 'prop').find((prop) => attribute(prop, 'type') === 'siglum');
      const column = lineOf(told) ?? language;
      languages.set(column, language);
      const text = plain(firstOf(variant, 'seg'), losses);
      texts.set(column, texts.has(column) ? `${texts.get(column)} ${text}` : text);
    }
    return texts;
  });
  const source = attribute(firstOf(tree, 'header') ?? none, 'srclang');
  return fromUnits(units, languages, losses, name, source);
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
  const [from, to] = distinct([source ?? 'source', target ?? 'target']);
  const languages = new Map([
    [from, source ?? 'und'],
    [to, target ?? 'und'],
  ]);
  const units = [...allOf(tree, second ? 'segment' : 'trans-unit')].map((unit): Unit => {
    const side = (element: string) => plain(childrenOf(unit, element)[0], losses);
    return new Map([
      [from, side('source')],
      [to, side('target')],
    ]);
  });
  for (const note of allOf(tree, 'note'))
    losses.add('notes of the translators', note.position?.start.line);
  return fromUnits(units, languages, losses, name, from);
}

const none: Element = { type: 'element', name: '', attributes: {}, children: [] };

function fromUnits(
  units: readonly Unit[],
  languages: ReadonlyMap<string, string>,
  losses: Losses,
  name: string,
  first: string | undefined,
): IngestedDocument {
  const columns = [...languages.keys()].sort(
    (x, y) => Number(languages.get(y) === first) - Number(languages.get(x) === first),
  );
  const rows = units.map((unit) => columns.map((column) => unit.get(column) ?? ''));
  if (!rows.some((row) => row.some((text) => text !== ''))) {
    throw new InputError('the file has no unit with a text', {
      file: name,
      remedy: 'export it again from the tool it comes from',
    });
  }
  const sigla = distinct(columns.map((column) => siglumFrom(column, 'text')));
  return parallelDocument(
    columns.map((column, k) => ({
      metadata: { siglum: sigla[k], ...metadataFrom({ language: languages.get(column) }) },
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
