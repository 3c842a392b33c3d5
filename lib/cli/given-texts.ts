import { InputError } from '../core/errors';
import {
  checkSize,
  largestFile,
  largestUpload,
  readBytes,
  readStandardInput,
  standardInput,
} from '../core/files';
import type { Segment, Warning } from '../edition/model';
import type { EditionDraft } from '../edition/read';
import type { GivenFile, IngestedDocument } from '../formats/document';
import { formatOf, isPlain, readDocument } from '../formats/registry';
import { readSwordModule, swordModule } from '../formats/sword/read-module';
import { decodeText } from '../formats/text/decode';
import { inGivenEncoding } from '../formats/text/given-encoding';
import { readLines } from '../formats/text/plain-text';

// Texts that are named on the command line: all commands read them here, in whatever format they are.

/** What is read, for the help of a command. */
export const givenTexts =
  'Markdown, plain text, HTML, DOCX, ODT, EPUB, TEI, USFM, USX, USFX, OSIS, FB2, TMX, XLIFF, CSV, XLSX, ODS, JSON, InterText, PO, SRT or VTT, and with LibreOffice RTF, DOC and XLS; or an installed SWORD module, sword:KJV';

/** The option of each command that reads texts. */
export const encodingOption = [
  '--encoding <name>',
  'encoding of a text that is not UTF-8, such as cp850 or gb18030; found out by default',
] as const;

/** A file, a module of SWORD (`sword:KJV`), or standard input (`-`). */
export async function readGiven(given: string, encoding?: string): Promise<GivenFile> {
  const module = swordModule(given);
  if (module !== null) return readSwordModule(module);
  const bytes = given === '-' ? readStandardInput(largestUpload) : readBytes(given);
  const name = given === '-' ? standardInput : given;
  return { bytes, name, ...(encoding === undefined ? {} : { encoding }) };
}

/** Whether there is nothing in a file but white space. */
export const isBlank = ({ bytes }: GivenFile): boolean => bytes.every((byte) => byte <= 32);

/** Says what is to be known of a text that is read, on standard error. */
export function noteOf(name: string, warnings: readonly Warning[]): void {
  for (const { line, message } of warnings) note(`${name}${line ? `:${line}` : ''}: ${message}`);
}

export const note = (text: string) => process.stderr.write(`variorum: note: ${text}\n`);

/**
 * A file that is one text.
 *
 * @throws InputError also for one that holds several, and for one that is empty.
 */
export async function readOneText(given: GivenFile): Promise<EditionDraft> {
  const file = inGivenEncoding(given);
  if (isBlank(file)) throw empty(file);
  checkLength(file);
  const { editions } = await readDocument({ ...file, asOne: true });
  const [draft] = editions;
  if (editions.length > 1) throw several(file, editions);
  noteOf(file.name, draft.warnings);
  return draft;
}

/** Each line of a file as one segment; of a file that is not plain text, the lines of its words. */
export async function readTextLines(file: GivenFile): Promise<Segment[]> {
  const lines = readLines(await readText(file));
  if (lines.length === 0) throw empty(file);
  return lines;
}

/**
 * A file as one string: plain text and Markdown to the letter, of any other format its words, a blank line
 * between paragraphs.
 *
 * @throws InputError also for a file that holds several texts.
 */
export async function readText(given: GivenFile): Promise<string> {
  const file = inGivenEncoding(given);
  if (isBlank(file)) return Buffer.from(file.bytes).toString('latin1');
  checkLength(file);
  if (isPlain(formatOf(file))) {
    const { text, warnings } = decodeText(file.bytes, file.name);
    noteOf(file.name, warnings);
    // A mark that the file does not have stands before what is decoded.
    return file === given ? text : text.replace(/^\uFEFF/, '');
  }
  const { segments } = await readOneText(file);
  return segments.map(({ text }) => text).join('\n\n');
}

/** @throws InputError for a text of more bytes than an edition may have; archives hold pictures, too. */
function checkLength(file: GivenFile): void {
  if (isPlain(formatOf(file))) checkSize(file.bytes.length, largestFile, file.name);
}

const empty = ({ name }: GivenFile): InputError =>
  new InputError('the file is empty', { file: name, remedy: 'give a file with a text in it' });

function several({ name }: GivenFile, editions: IngestedDocument['editions']): InputError {
  const sigla = editions.flatMap(({ siglum }) => siglum ?? []);
  const which = sigla.length === editions.length ? ` (${sigla.slice(0, 12).join(', ')})` : '';
  return new InputError(`the file holds ${editions.length} editions${which}`, {
    file: name,
    remedy: 'give a file of one edition: import it, and export each by itself',
  });
}
