import type { Element } from 'hast';

/** What an element is called: its classes, roles and EPUB types, in small letters. */
export function calledOf({ properties }: Element): string {
  return [properties.className, properties.role, properties.epubType, properties['epub:type']]
    .flat()
    .filter((each) => each !== undefined && each !== null)
    .join(' ')
    .toLowerCase();
}
