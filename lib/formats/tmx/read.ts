import type { Element } from 'xast';
import { joinTexts } from '../../language/spacing';
import { type GivenFile, type IngestedDocument, Losses } from '../document';
import { metadataFrom } from '../metadata';
import { type Column, fromUnits, none, plain, type Unit } from '../translation-memory';
import { allOf, attribute, childrenOf, firstOf, lineOf, parseXml } from '../xml/read';
/**
 * Reads a translation memory, TMX 1.4: a unit a row, a language an edition. Units that a property
 * describes several editions of one language (`siglum`) give one each.
 */
export function readTmx({ bytes, name }: GivenFile): IngestedDocument {
  const tree = parseXml(bytes, name);
  const losses = new Losses();
  const columns = new Map<string, Column>();
  const reported = (element: Element, what: string) => {
    losses.add(what, element.position?.start.line, lineOf(element) ?? '');
  };
  for (const note of [...allOf(tree, 'note')]) reported(note, 'notes of the translators');
  for (const prop of [...allOf(tree, 'prop')]) {
    if (attribute(prop, 'type') !== 'siglum') reported(prop, 'properties');
  }
  const units = [...allOf(tree, 'tu')].map((unit): Unit => {
    const texts: Unit = new Map();
    for (const variant of childrenOf(unit, 'tuv')) {
      const tag = attribute(variant, 'xml:lang') ?? attribute(variant, 'lang') ?? 'und';
      // Small and capital letters of a tag mean nothing.
      const language = metadataFrom({ language: tag }).language ?? tag;
      const named = childrenOf(variant, 'prop').find(
        (prop) => attribute(prop, 'type') === 'siglum',
      );
      const column = lineOf(named) ?? language;
      columns.set(column, { language });
      const segment = firstOf(variant, 'seg');
      if (!segment) {
        reported(variant, 'variants without a segment');
        continue;
      }
      const text = plain(segment, losses);
      texts.set(column, joinTexts([texts.get(column) ?? '', text]));
    }
    return texts;
  });
  const source = attribute(firstOf(tree, 'header') ?? none, 'srclang');
  return fromUnits(
    units,
    columns,
    losses,
    name,
    metadataFrom({ language: source }).language ?? source,
  );
}
