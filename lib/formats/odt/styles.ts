import type { Element } from 'xast';
import { x } from 'xastscript';
import { direction } from '../../edition/model';
import { firstLineIndent } from '../../language/first-line-indent';

export const namespaces = {
  'xmlns:office': 'urn:oasis:names:tc:opendocument:xmlns:office:1.0',
  'xmlns:text': 'urn:oasis:names:tc:opendocument:xmlns:text:1.0',
  'xmlns:table': 'urn:oasis:names:tc:opendocument:xmlns:table:1.0',
  'xmlns:style': 'urn:oasis:names:tc:opendocument:xmlns:style:1.0',
  'xmlns:fo': 'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0',
  'xmlns:svg': 'urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0',
  'xmlns:xlink': 'http://www.w3.org/1999/xlink',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:meta': 'urn:oasis:names:tc:opendocument:xmlns:meta:1.0',
  'office:version': '1.3',
};

type Attributes = Record<string, string>;

export const quiet = '#6b665b';
export const rule = '0.5pt solid #bbb6a8';

/** Looks of characters: what the text itself has, and differences, which a writer may restyle. */
const characters: Record<string, Attributes> = {
  Emphasis: inAllScripts({ 'font-style': 'italic' }),
  Foreign: inAllScripts({ 'font-style': 'italic' }),
  Strong: inAllScripts({ 'font-weight': 'bold' }),
  Deleted: { 'style:text-line-through-style': 'solid' },
  Code: { 'style:font-name': 'monospace' },
  NoteMark: { 'style:text-position': 'super 60%' },
  Label: { 'fo:color': quiet },
  PageMark: { 'fo:color': quiet, ...inAllScripts({ 'font-size': '8pt' }) },
  OnlyHere: { 'style:text-underline-style': 'solid', 'fo:color': '#1d5e3a' },
  Absent: { 'style:text-underline-style': 'dotted', 'fo:color': '#8f2d2d' },
  OtherWords: { 'fo:background-color': '#fbeecb' },
  Moved: {
    'style:text-underline-style': 'solid',
    'style:text-underline-type': 'double',
    'fo:color': '#2b3853',
  },
  LeftOut: { 'fo:color': '#8f2d2d' },
};

/** Sizes of headings by their level, in points. */
const headingSizes = [17, 14, 12.5, 11, 11, 11];

/** A property of letters, in the names that it has for each kind of script. */
function inAllScripts(properties: Attributes): Attributes {
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, value]) => [
      [`fo:${name}`, value],
      [`style:${name}-asian`, value],
      [`style:${name}-complex`, value],
    ]),
  );
}

/** Scripts that OpenDocument calls Asian, and those that it calls complex; all others are Western. */
const asian = new Set(['Bopo', 'Hang', 'Hani', 'Hans', 'Hant', 'Jpan', 'Kore', 'Yiii']);
const complex = new Set(
  'Arab Aran Beng Deva Gujr Guru Hebr Khmr Knda Laoo Mlym Mong Mymr Nkoo Orya Sinh Syrc Taml Telu Thaa Thai Tibt'.split(
    ' ',
  ),
);

/**
 * The language of words, as OpenDocument has it: one for each kind of script. Letters of other scripts among
 * them are of no language: Latin words within Chinese would be broken anywhere by its rules.
 */
function languageProperties(tag: string): Attributes {
  const { language, region } = new Intl.Locale(tag);
  const { script = '', region: likely = 'none' } = new Intl.Locale(tag).maximize();
  const none = { 'fo:language': 'zxx', 'fo:country': 'none' };
  const kind = asian.has(script) ? 'asian' : complex.has(script) ? 'complex' : null;
  if (!kind) return { 'fo:language': language, 'fo:country': region ?? 'none' };
  return {
    ...none,
    [`style:language-${kind}`]: language,
    // The forms of Chinese characters go by the country.
    [`style:country-${kind}`]: kind === 'asian' ? likely : (region ?? 'none'),
  };
}

export const writingMode = (tag: string): Attributes => ({
  'style:writing-mode': direction(tag) === 'rtl' ? 'rl-tb' : 'lr-tb',
});

const directionProperties = (tag: string): Attributes => ({
  ...writingMode(tag),
  // LibreOffice takes “start” for the left in any direction.
  'fo:text-align': direction(tag) === 'rtl' ? 'right' : 'left',
});

interface Look {
  paragraph?: Attributes;
  text?: Attributes;
}

function paragraphStyle(name: string, own: Attributes, { paragraph, text }: Look): Element {
  return x('style:style', { 'style:name': name, 'style:family': 'paragraph', ...own }, [
    ...(paragraph ? [x('style:paragraph-properties', paragraph)] : []),
    ...(text ? [x('style:text-properties', text)] : []),
  ]);
}

/** Styles of paragraphs whose words are of a language that is not the document's. */
export class LanguageStyles {
  private readonly found = new Map<string, Element>();

  /** The name of the style for words of a language that is otherwise as a named one. */
  of(parent: string, language: string): string {
    const name = `${parent}_${language}`;
    if (!this.found.has(name)) {
      const look = { paragraph: directionProperties(language), text: languageProperties(language) };
      this.found.set(name, paragraphStyle(name, { 'style:parent-style-name': parent }, look));
    }
    return name;
  }

  elements(): Element[] {
    return [...this.found.values()];
  }
}

/** The style of what a document says of its texts: left out when it is read, see `read.ts`. */
export const aboutStyle = 'AboutTheText';
export const aboutHeadStyle = 'AboutOneText';
/** Those of the heads and feet of our pages, which repeat what is known of the texts. */
export const frameStyles = { header: 'PageHeader', footer: 'PageFooter', number: 'PageNumber' };

/** The style of a note to which nothing refers, by which it is a note when the document is read. */
export const looseNoteStyle = 'NoteWithoutReference';

/** The style of a paragraph of a running text, in no table. */
export const runningStyle = 'Text_20_body';

/** The size of the text, in points. */
const textSize = 11;

const namedLooks = (): Record<string, { own?: Attributes } & Look> => ({
  Title: {
    paragraph: { 'fo:margin-bottom': '0.2cm' },
    text: inAllScripts({ 'font-size': '24pt' }),
  },
  Verse: { paragraph: { 'fo:margin-bottom': '0cm' } },
  Footnote: {
    // The number of the note stands in the indent.
    paragraph: {
      'fo:margin-left': '0.5cm',
      'fo:text-indent': '-0.5cm',
      'fo:margin-bottom': '0.1cm',
    },
    text: inAllScripts({ 'font-size': '9pt' }),
  },
  [looseNoteStyle]: {
    own: { 'style:display-name': 'Note without reference' },
    text: inAllScripts({ 'font-size': '9pt' }),
  },
  [frameStyles.header]: {
    own: { 'style:display-name': 'Page header' },
    paragraph: { 'fo:border-bottom': rule, 'fo:padding-bottom': '0.1cm' },
    text: { 'fo:color': quiet, ...inAllScripts({ 'font-size': '8pt' }) },
  },
  [aboutStyle]: {
    own: { 'style:display-name': 'About the text' },
    paragraph: { 'fo:margin-bottom': '0.1cm', ...directionProperties('en') },
    text: {
      'fo:color': quiet,
      ...inAllScripts({ 'font-size': '9pt' }),
      ...languageProperties('en'),
    },
  },
  [aboutHeadStyle]: {
    own: { 'style:parent-style-name': aboutStyle },
    paragraph: { 'fo:margin-top': '0.4cm', 'fo:keep-with-next': 'always' },
    text: inAllScripts({ 'font-weight': 'bold' }),
  },
  [frameStyles.footer]: {
    own: { 'style:parent-style-name': aboutStyle, 'style:display-name': 'Page footer' },
    paragraph: { 'fo:margin-bottom': '0cm' },
    text: inAllScripts({ 'font-size': '8pt' }),
  },
  [frameStyles.number]: {
    own: { 'style:parent-style-name': frameStyles.footer, 'style:display-name': 'Page number' },
    paragraph: { 'fo:text-align': 'center' },
  },
  ...Object.fromEntries(
    headingSizes.map((size, k) => [
      `Heading_20_${k + 1}`,
      {
        own: {
          'style:display-name': `Heading ${k + 1}`,
          'style:default-outline-level': String(k + 1),
        },
        paragraph: {
          'fo:margin-top': '0.4cm',
          'fo:margin-bottom': '0.2cm',
          'fo:keep-with-next': 'always',
        },
        text: inAllScripts({ 'font-size': `${size}pt`, 'font-weight': 'bold' }),
      },
    ]),
  ),
});

/** The styles of a text in a language, by their names. */
export function namedStyles(language: string): Element {
  return x('office:styles', [
    x('style:default-style', { 'style:family': 'paragraph' }, [
      x('style:paragraph-properties', directionProperties(language)),
      x('style:text-properties', {
        ...inAllScripts({ 'font-size': `${textSize}pt` }),
        ...languageProperties(language),
      }),
    ]),
    paragraphStyle('Standard', {}, { paragraph: { 'fo:margin-bottom': '0.21cm' } }),
    paragraphStyle(
      runningStyle,
      { 'style:display-name': 'Text body', 'style:parent-style-name': 'Standard' },
      { paragraph: { 'fo:text-indent': `${textSize * firstLineIndent(language)}pt` } },
    ),
    ...Object.entries(namedLooks()).map(([name, { own, ...look }]) =>
      paragraphStyle(name, { 'style:parent-style-name': 'Standard', ...own }, look),
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
    x('text:notes-configuration', {
      'text:note-class': 'footnote',
      'text:citation-body-style-name': 'NoteMark',
      'style:num-format': '1',
    }),
  ]);
}
