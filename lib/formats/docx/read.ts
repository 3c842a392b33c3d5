import mammoth from 'mammoth';
import { unpack } from '../archive';
import { type GivenFile, type IngestedDocument, Losses, withoutLines } from '../document';
import { parseHtml, readHtmlTree } from '../html/read';
import { propertiesOf, treeOfPart } from '../office';
import { reportBeside } from './beside';
import { type NoteMarks, takeNoteMarks } from './note-marks';
import { takeNumbers } from './numbering';
import { mainPartOf, withoutObstacles } from './repair';
import { takeRuby } from './ruby-signs';

/** Styles that mammoth does not know by itself. */
const styleMap = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  // How our own comparisons mark differences, which are not part of a text.
  "r[style-name='Words left out'] => !",
  // What our own documents say of a text.
  "p[style-name='About the text'] => !",
  // Notes to which nothing refers, as our own documents have them.
  "p[style-name='Note without reference'] => p.loose-note[role='doc-footnote']:fresh",
  // What stands in our own documents beside their words.
  "r[style-name='Label'] => span.label",
  // Each by itself, also where two pages begin at one place.
  "r[style-name='Page mark'] => span.page-mark:fresh",
  "r[style-name='Call within a note'] => span.note-again:fresh",
  "r[style-name='Code'] => code",
  "p[style-name='Item with a label'] => ul > li:fresh",
  ...['Only here', 'Absent elsewhere', 'Other words', 'Moved'].map(
    (name) => `r[style-name='${name}'] => span`,
  ),
  // Each a line of verse, or a stanza with its breaks.
  ...['Verse', 'Poem', 'Poetry', 'Stanza', 'Lyrics'].map(
    (name) => `p[style-name^='${name}'] => p.line:fresh`,
  ),
];

/**
 * Reads a Word document by mammoth, which knows headings, lists and notes by their styles. Tracked
 * changes are read as accepted; what they delete, and comments, are left out and reported.
 */
export async function readDocx({ bytes, name, asOne }: GivenFile): Promise<IngestedDocument> {
  // Unpacked first within bounds: mammoth would unpack whatever the file holds.
  const parts = await unpack(bytes);
  const main = mainPartOf(parts, name);
  const losses = new Losses();
  const marks: NoteMarks = new Map();
  const { value, messages } = await mammoth.convertToHtml(
    { buffer: Buffer.from(withoutObstacles(parts, main, losses, marks)) },
    { styleMap },
  );
  // Styles that mammoth does not know are not a loss: their paragraphs are kept.
  const others = [...new Set(messages.map(({ message }) => message))].filter(
    (message) => !/^Unrecognised (paragraph|run) style/.test(message),
  );
  reportBeside(parts, losses);
  const known = {
    ...propertiesOf(treeOfPart(parts, 'docProps/core.xml')),
    ...propertiesOf(treeOfPart(parts, 'docProps/custom.xml')),
  };
  const page = takeNoteMarks(takeRuby(takeNumbers(value)), marks);
  const document = readHtmlTree(parseHtml(page, name, true), known, asOne);
  return withoutLines(document, [...losses.warnings(), ...others.map((message) => ({ message }))]);
}
