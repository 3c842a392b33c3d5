import type { Element, Root } from 'xast';
import { siglumPattern } from '../../edition/names';
import { type GivenFile, type IngestedDocument, Losses } from '../document';
import { distinct } from '../parallel';
import { type Column, fromUnits, none, plain, type Unit } from '../translation-memory';
import { allOf, attribute, childrenOf, firstOf, lineOf, parseXml } from '../xml/read';

/** One side of XLIFF, with what its edition is called. */
type Side = Column & { called: string };

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
    else losses.add('notes of the translators', note.position?.start.line, lineOf(note));
  }
  const [from, to] = distinct([sides.source.called, sides.target.called]);
  const columns = new Map<string, Column>([
    [from, sides.source],
    [to, sides.target],
  ]);
  reportBeside(tree, losses);
  const read = (unit: Element, target: string): Unit => {
    const side = (element: string) => plain(childrenOf(unit, element)[0], losses);
    return new Map([
      [from, side('source')],
      [target, side('target')],
    ]);
  };
  const units = second
    ? [...allOf(tree, 'segment')].map((unit) => read(unit, to))
    : [...allOf(tree, 'file')].flatMap((each) => {
        const column = targetOf(each, { first: target, to, columns });
        return [...allOf(each, 'trans-unit')].map((unit) => read(unit, column));
      });
  return fromUnits(units, columns, losses, name, source);
}

/** The column of a file's targets: files of one document may be into several languages. */
function targetOf(
  file: Element,
  { first, to, columns }: { first?: string; to: string; columns: Map<string, Column> },
): string {
  const language = attribute(file, 'target-language');
  if (!language || language.toLowerCase() === first?.toLowerCase()) return to;
  for (const [called, column] of columns)
    if (called !== to && column.language.toLowerCase() === language.toLowerCase()) return called;
  columns.set(language, { language });
  return language;
}

/** What stands beside the segments of units: other translations, contexts, what is between segments. */
function reportBeside(tree: Root, losses: Losses): void {
  const kinds: Record<string, string> = {
    'alt-trans': 'other translations',
    match: 'other translations',
    'context-group': 'contexts of units',
    ignorable: 'what stands between segments',
    'bin-unit': 'units that are not text',
  };
  for (const [name, what] of Object.entries(kinds)) {
    for (const element of allOf(tree, name)) {
      const words = piecesOf(element).join(' ');
      if (words !== '') losses.add(what, element.position?.start.line, words);
    }
  }
}

function piecesOf(element: Element): string[] {
  return element.children.flatMap((child) => {
    if (child.type === 'element') return piecesOf(child);
    return child.type === 'text' && child.value.trim() !== '' ? [child.value.trim()] : [];
  });
}
