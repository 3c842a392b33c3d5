import type { Element } from 'xast';
import { x } from 'xastscript';
import { direction } from '../../edition/model';

export const namespaces = {
  'xmlns:office': 'urn:oasis:names:tc:opendocument:xmlns:office:1.0',
  'xmlns:text': 'urn:oasis:names:tc:opendocument:xmlns:text:1.0',
  'xmlns:table': 'urn:oasis:names:tc:opendocument:xmlns:table:1.0',
  'xmlns:style': 'urn:oasis:names:tc:opendocument:xmlns:style:1.0',
  'xmlns:fo': 'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0',
  'xmlns:xlink': 'http://www.w3.org/1999/xlink',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:meta': 'urn:oasis:names:tc:opendocument:xmlns:meta:1.0',
  'office:version': '1.3',
};

/** Looks of characters: what the text itself has, and differences, which a writer may restyle. */
const characters: Record<string, Record<string, string>> = {
  Emphasis: { 'fo:font-style': 'italic' },
  Foreign: { 'fo:font-style': 'italic' },
  Strong: { 'fo:font-weight': 'bold' },
  Deleted: { 'style:text-line-through-style': 'solid' },
  Code: { 'style:font-name': 'monospace' },
  NoteMark: { 'style:text-position': 'super 60%' },
  Label: { 'fo:color': '#6b665b' },
  PageMark: { 'fo:color': '#6b665b', 'fo:font-size': '8pt' },
  OnlyHere: { 'style:text-underline-style': 'solid', 'fo:color': '#1d5e3a' },
  Absent: { 'style:text-underline-style': 'dotted', 'fo:color': '#8f2d2d' },
  OtherWords: { 'fo:background-color': '#fbeecb' },
  Moved: { 'style:text-underline-style': 'solid', 'style:text-underline-type': 'double' },
  LeftOut: { 'fo:color': '#8f2d2d' },
};

/** The part `styles.xml` of a text in a language. */
export function stylesPart(language: string): Element {
  const locale = new Intl.Locale(language);
  const paragraph = (name: string, attributes: Record<string, string> = {}) =>
    x('style:style', {
      'style:name': name,
      'style:family': 'paragraph',
      'style:parent-style-name': 'Standard',
      ...attributes,
    });
  return x('office:document-styles', namespaces, [
    x('office:styles', [
      x('style:default-style', { 'style:family': 'paragraph' }, [
        x('style:paragraph-properties', {
          'style:writing-mode': direction(language) === 'rtl' ? 'rl-tb' : 'lr-tb',
        }),
        x('style:text-properties', {
          'fo:language': locale.language,
          'fo:country': locale.region ?? 'none',
        }),
      ]),
      x('style:style', { 'style:name': 'Standard', 'style:family': 'paragraph' }),
      paragraph('Title'),
      paragraph('Verse'),
      ...[1, 2, 3, 4, 5, 6].map((level) =>
        paragraph(`Heading_20_${level}`, {
          'style:display-name': `Heading ${level}`,
          'style:default-outline-level': String(level),
        }),
      ),
      ...Object.entries(characters).map(([name, look]) =>
        x('style:style', { 'style:name': name, 'style:family': 'text' }, [
          x('style:text-properties', look),
        ]),
      ),
      x('text:list-style', { 'style:name': 'Numbered' }, [
        x('text:list-level-style-number', {
          'text:level': '1',
          'style:num-format': '1',
          'style:num-suffix': '.',
        }),
      ]),
      x('text:list-style', { 'style:name': 'Bullets' }, [
        x('text:list-level-style-bullet', { 'text:level': '1', 'text:bullet-char': '•' }),
      ]),
    ]),
  ]);
}
