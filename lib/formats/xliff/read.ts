import { siglumPattern } from '../../edition/metadata';
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
