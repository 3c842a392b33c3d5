import { InputError } from '../core/errors';
import { ankiBeginning } from './csv/anki';
import type { GivenFile } from './document';
import { beginnings as office } from './libreoffice/beginnings';
import { type XmlRoot, xmlRoot } from './xml/root';

const pandoc = 'convert it to .docx, .html or .md, for example with Pandoc';
const ebook = 'convert it to .epub, for example with Calibre';
const noText = 'take the text out of it and save that as .txt, .csv or .docx';
/** Formats that are not read, by the endings of their files; what to do with them. */
const refused: Record<string, string> = {
  pages: 'export it as .docx or .epub from Pages',
  pdf: 'take its text out first: PDF keeps pages, not paragraphs',
  djvu: 'take its text out first: it keeps pages, not paragraphs',
  numbers: 'export it as .xlsx or .csv from Numbers',
  ...Object.fromEntries(
    'tex latex rst adoc asciidoc org textile wiki mediawiki dbk docbook typ ipynb opml'
      .split(' ')
      .map((ending) => [ending, pandoc]),
  ),
  ...Object.fromEntries('mobi azw azw3 prc lit'.split(' ').map((ending) => [ending, ebook])),
  ...Object.fromEntries(
    'yaml yml toml ini properties strings resx arb ftl sql bib'
      .split(' ')
      .map((ending) => [ending, noText]),
  ),
  ass: 'save it as .srt or .vtt in a program for subtitles',
  ssa: 'save it as .srt or .vtt in a program for subtitles',
  sub: 'save it as .srt or .vtt in a program for subtitles',
};

/** Formats of XML by the first element of their files. */
const roots: Record<string, string> = {
  TEI: 'TEI',
  teiCorpus: 'TEI',
  'TEI.2': 'TEI',
  'teiCorpus.2': 'TEI',
  text: 'TEI',
  tmx: 'TMX',
  xliff: 'XLIFF',
  usx: 'USX',
  usfx: 'USFX',
  osis: 'OSIS',
  FictionBook: 'FictionBook',
  html: 'HTML',
  linkGrp: 'InterText',
  cesAlign: 'InterText',
};

/** What the beginning of a text shows of its format, whatever its file is called. */
const beginnings: [RegExp, string][] = [
  [/^WEBVTT(?:\s|$)/, 'subtitles'],
  [/^\s*\d+\s*\r?\n\s*\d+:\d{2}:\d{2}[.,]\d+\s+--?>/, 'subtitles'],
  [ankiBeginning, 'CSV'],
  [/^\s*\\id\s+[A-Z0-9]{3}\b/, 'USFM'],
  [/^(?:#.*\r?\n|\s*\r?\n)*msg(?:ctxt|id)\s+"/, 'Gettext'],
  [/^\s*<!DOCTYPE\s+html/i, 'HTML'],
  // A page, or a part of one, whose first block ends.
  [
    /^\s*(?:<!--[^>]*-->\s*)*<(html|body|div|p|h[1-6]|table|ul|ol|blockquote)(?:\s[^<>]*)?>[\s\S]*<\/\1>/i,
    'HTML',
  ],
  [office.rtf, 'RTF and DOC (by LibreOffice)'],
  [office.doc, 'RTF and DOC (by LibreOffice)'],
];

/** The same for formats that are not read. */
const unread: [RegExp, string][] = [
  [/^\s*%PDF-\d/, 'PDF'],
  [/^\s*%!PS/, 'PostScript'],
  [
    /^(?:\s|%.*\n)*\\(?:documentclass|documentstyle|usepackage|input|begin|part|chapter|section|title)\*?\s*[[{]/,
    'LaTeX',
  ],
  [/^(?=[\s\S]*(?:\[\[[^[\]]+\]\]|'''))\s*(?:(?:.*\n){0,20})={2,6}[^=\n]+={2,6}\s*$/m, 'wiki text'],
  // A directive, and a title with its line or a role: each by itself may stand in a text.
  [
    /^(?=[\s\S]*^\.\. (?:[a-z][\w-]*::|_[^:\n]+:))(?=[\s\S]*(?:^[^\s.].*\n([=~^"*+#-])\1{2,}\s*$|:[a-z]+:`[^`\n]+`))/m,
    'reStructuredText',
  ],
  [
    /^(?=[\s\S]*^={1,5} \S)(?=[\s\S]*(?:^:[a-z][\w-]*:(?:\s|$)|^\[(?:NOTE|TIP|WARNING|IMPORTANT|CAUTION|source|quote|verse|\[)|\b(?:link|image|include|xref|footnote):{1,2}[^\s[]*\[))/m,
    'AsciiDoc',
  ],
  [/^#\+(?:TITLE|AUTHOR|DATE|OPTIONS|STARTUP|BEGIN_\w+)\b/im, 'Org mode'],
  [/^\.TH\s+\S+\s+\S+.*\n(?:.*\n)*?\.SH\s/m, 'troff'],
  [/^@(?:article|book|inbook|incollection|misc)\s*\{\s*[^\s,{}]+,\s*$/im, 'BibTeX'],
  [/^\s*\[Script Info\]/i, 'ASS or SSA'],
  [/(?:^\d+(?:\t[^\t\n]+){9}\r?\n){2}/m, 'CoNLL-U'],
];

/** A sentence as InterText has it, in XML of any kind. */
const sentence = /<s(?:\s[^<>]*)?>[^<]/;

/** So much of a file says what it is. */
const headLength = 16 * 1024;

interface NamedFormat {
  name: string;
  endings: readonly string[];
}

/**
 * The name of a file's format: by its ending, and where that leaves it open by its contents. Markup
 * of a format that is not known is never taken for text.
 *
 * @param formats that are read, each with the endings of its files.
 * @throws InputError for a format that is not read, with those that are.
 */
export function formatNameOf({ bytes, name }: GivenFile, formats: readonly NamedFormat[]): string {
  const ending = /\.([A-Za-z0-9]+)$/.exec(name)?.[1].toLowerCase() ?? '';
  const remedy = refused[ending];
  if (remedy) throw new InputError(`.${ending} files cannot be read`, { file: name, remedy });
  const byEnding = formats.find((each) => each.endings.includes(ending))?.name;
  if (byEnding && byEnding !== 'plain text' && byEnding !== 'TEI') return byEnding;
  const head = Buffer.from(bytes.subarray(0, headLength)).toString('latin1').replaceAll('\0', '');
  const text = head.replace(/^(?:ï»¿|ÿþ|þÿ)/, '');
  for (const [pattern, format] of beginnings) if (pattern.test(text)) return format;
  const unknown = (what: string): InputError =>
    new InputError(`${what} is not a format that is read`, {
      file: name,
      remedy: `convert it to one of these: ${formats.map((each) => each.name).join(', ')}`,
    });
  for (const [pattern, format] of byEnding === 'plain text' || !byEnding ? unread : [])
    if (pattern.test(text)) throw unknown(format);
  const root = xmlRoot(text);
  if (root) {
    const known = isOpenDocument(root)
      ? 'flat OpenDocument'
      : Object.hasOwn(roots, root.name)
        ? roots[root.name]
        : undefined;
    // A plain text may begin with a word in angle brackets.
    const declared = /^\s*<[?!]/.test(text) || /\bxmlns\b/.test(root.attributes);
    if (known && (declared || byEnding !== 'plain text')) return known;
    if (byEnding === 'TEI' && sentence.test(text)) return 'InterText';
    if (byEnding === 'TEI' || declared) throw unknown(`XML whose first element is “${root.name}”`);
  }
  if (!byEnding && /^\s*[{[]/.test(text) && isJson(bytes)) return 'JSON';
  return byEnding ?? 'plain text';
}

const isOpenDocument = ({ name, attributes }: XmlRoot): boolean =>
  name === 'document' && /oasis:names:tc:opendocument/.test(attributes);

function isJson(bytes: Uint8Array): boolean {
  try {
    return typeof JSON.parse(Buffer.from(bytes).toString('utf8')) === 'object';
  } catch {
    return false;
  }
}
