import { joinTexts } from '../../language/spacing';
import { type GivenFile, type IngestedDocument, Losses } from '../document';
import { type Column, fromUnits, none, plain, type Unit } from '../translation-memory';
import { allOf, attribute, childrenOf, firstOf, lineOf, parseXml } from '../xml/read';
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
      texts.set(column, joinTexts([texts.get(column) ?? '', text]));
    }
    return texts;
  });
  const source = attribute(firstOf(tree, 'header') ?? none, 'srclang');
  return fromUnits(units, columns, losses, name, source);
}
