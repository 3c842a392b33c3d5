import mammoth from 'mammoth';
import { InputError } from '../edition/errors';
import { unpack } from './archive';
import type { GivenFile, IngestedDocument } from './document';
import { parseHtml, readHtmlTree, withoutLines } from './html';
import { metadataField, metadataFrom } from './metadata';
import { allOf, attribute, firstOf, lineOf, parseXml } from './xml/xml';

/** Styles that mammoth does not know by itself. */
const styleMap = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  // How our own comparisons mark differences, which are no part of a text.
  "r[style-name='Words left out'] => !",
  ...['Only here', 'Absent elsewhere', 'Other words', 'Moved'].map(
    (name) => `r[style-name='${name}'] => span`,
  ),
  // Each a line of verse, or a stanza with its breaks.
  ...['Verse', 'Poem', 'Poetry', 'Stanza', 'Lyrics'].map(
    (name) => `p[style-name^='${name}'] => p.line:fresh`,
  ),
];

/**
 * Reads a Word document by mammoth, which tells headings, lists and notes by their styles. Tracked
 * changes are read as accepted; comments are left out, and told.
 */
export async function readDocx({ bytes, name, asOne }: GivenFile): Promise<IngestedDocument> {
  // Unpacked first within bounds: mammoth would unpack whatever the file holds.
  const parts = await unpack(bytes);
  if (!parts.has('word/document.xml')) {
    throw new InputError('the file is no Word document', {
      file: name,
      remedy: 'save it as .docx (Word 2007 or later)',
    });
  }
  const { value, messages } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    { styleMap },
  );
  // Styles that mammoth does not know are no loss: their paragraphs are kept.
  const told = [...new Set(messages.map(({ message }) => message))].filter(
    (message) => !/^Unrecognised (paragraph|run) style/.test(message),
  );
  if (parts.has('word/comments.xml')) told.push('not kept: comments');
  const known = {
    ...propertiesOf(parts.get('docProps/core.xml')),
    ...customOf(parts.get('docProps/custom.xml')),
  };
  const document = readHtmlTree(parseHtml(value, name, true), known, asOne);
  return withoutLines(document, told);
}

function propertiesOf(core: Buffer | undefined) {
  if (!core) return {};
  const tree = parseXml(core, 'docProps/core.xml');
  const told = (field: string) => lineOf(firstOf(tree, field));
  return metadataFrom({
    title: told('title'),
    author: told('creator'),
    language: told('language'),
    description: told('description'),
  });
}

/** Properties that a writer has added by name: “Translator”. */
function customOf(custom: Buffer | undefined) {
  if (!custom) return {};
  return metadataFrom(
    Object.fromEntries(
      [...allOf(parseXml(custom, 'docProps/custom.xml'), 'property')].map((property) => [
        metadataField(attribute(property, 'name') ?? ''),
        lineOf(property),
      ]),
    ),
  );
}
