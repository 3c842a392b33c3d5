import mammoth from 'mammoth';
import { InputError } from '../../core/errors';
import { unpack } from '../archive';
import { type GivenFile, type IngestedDocument, withoutLines } from '../document';
import { parseHtml, readHtmlTree } from '../html/read';
import { propertiesOf } from '../office';

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
    ...propertiesOf(parts.get('docProps/core.xml'), 'docProps/core.xml'),
    ...propertiesOf(parts.get('docProps/custom.xml'), 'docProps/custom.xml'),
  };
  const document = readHtmlTree(parseHtml(value, name, true), known, asOne);
  return withoutLines(
    document,
    told.map((message) => ({ message })),
  );
}
