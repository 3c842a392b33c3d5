import type { Element, Root } from 'xast';
import type { FrontMatter } from '../edition/metadata';
import type { Losses } from './document';
import { metadataField, metadataFrom } from './metadata';
import { allOf, attribute, firstOf, lineOf, parseXml } from './xml/read';

/** A part of an office document by its name, where it has such a one. */
export function treeOfPart(parts: ReadonlyMap<string, Buffer>, name: string): Root | undefined {
  const part = parts.get(name);
  return part && parseXml(part, name);
}

/**
 * What a part of an office document says of the text: Dublin Core's elements, and what a writer has
 * added by name (“Translator”), which Word and OpenDocument keep alike but for the elements' names.
 */
export function propertiesOf(part: Root | Element | undefined): FrontMatter {
  if (!part) return {};
  const field = (element: string) => lineOf(firstOf(part, element));
  const added = [...allOf(part, 'property'), ...allOf(part, 'user-defined')];
  return metadataFrom({
    title: field('title'),
    author: field('creator'),
    language: field('language'),
    description: field('description'),
    ...Object.fromEntries(
      added.map((each) => [
        metadataField(attribute(each, 'name') ?? attribute(each, 'meta:name') ?? ''),
        lineOf(each),
      ]),
    ),
  });
}

/** A page number and nothing else, its signs aside: “12”, “Page 3 of 10”, “第 3 页 共 10 页”. */
const pageNumber =
  /^(?:page |pg? |seite |s |página |pagina |pág |стр |第 ?)?(?:\d{1,4}|[ivxlc]{1,7})?(?: ?[页頁])?(?: ?(?:of |sur |de |di |von |из |共 ?)?\d{1,4})?(?: ?[页頁])?$/i;

/** Reports what stands at the head or the foot of each page, once; page numbers alone are nothing. */
export function reportFrames(
  frames: readonly { kind: 'headers' | 'footers'; words: string }[],
  losses: Losses,
): void {
  const seen = new Set<string>();
  for (const { kind, words } of frames) {
    const line = words.replace(/\s+/g, ' ').trim();
    const plain = line.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
    if (pageNumber.test(plain) || seen.has(`${kind} ${line}`)) continue;
    seen.add(`${kind} ${line}`);
    losses.add(kind, undefined, line);
  }
}
