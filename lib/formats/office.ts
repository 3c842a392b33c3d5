import type { FrontMatter } from '../edition/metadata';
import { metadataField, metadataFrom } from './metadata';
import { allOf, attribute, firstOf, lineOf, parseXml } from './xml/read';

/**
 * What a part of an office document says of the text: Dublin Core's elements, and what a writer has
 * added by name (“Translator”), which Word and OpenDocument keep alike but for the elements' names.
 */
export function propertiesOf(part: Buffer | undefined, name: string): FrontMatter {
  if (!part) return {};
  const tree = parseXml(part, name);
  const field = (element: string) => lineOf(firstOf(tree, element));
  const added = [...allOf(tree, 'property'), ...allOf(tree, 'user-defined')];
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
