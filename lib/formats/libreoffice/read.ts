import { InputError } from '../../core/errors';
import type { GivenFile, IngestedDocument } from '../document';
import { readOdt } from '../odt/read';
import { beginnings } from './beginnings';
import { asOpenDocument, soffice } from './convert';

/** What to do with files that only LibreOffice reads, where it is not installed. */
const remedies: Record<string, string> = {
  doc: 'save it as .docx in Word or LibreOffice',
  rtf: 'save it as .docx or .odt in a word processor',
  wpd: 'save it as .docx or .odt in LibreOffice',
};

/**
 * Reads a text of an older word processor by LibreOffice, as the OpenDocument text that it makes of it.
 * What Word has saved as a page or as DOCX under the old name is read as such.
 *
 * @throws InputError where LibreOffice is not installed, with what to do, and for other files.
 */
export async function readByLibreOffice(file: GivenFile): Promise<IngestedDocument> {
  const { bytes, name, asOne } = file;
  const head = Buffer.from(bytes.subarray(0, 512)).toString('latin1');
  if (head.startsWith('PK')) return (await import('../docx/read')).readDocx(file);
  if (/^(?:ï»¿)?\s*<(?:!DOCTYPE\s+html|html)\b/i.test(head))
    return (await import('../html/read')).readHtml(file);
  const called = /\.([A-Za-z0-9]+)$/.exec(name)?.[1].toLowerCase() ?? '';
  const found = Object.entries(beginnings).find(([, sign]) => sign.test(head))?.[0];
  const ending = found ?? (Object.hasOwn(remedies, called) ? called : 'doc');
  const program = soffice();
  if (!program) {
    throw new InputError(`.${ending} files cannot be read`, { remedy: remedies[ending] });
  }
  if (!found) {
    throw new InputError(`it cannot be read as ${ending.toUpperCase()}: it does not begin as one`, {
      remedy: 'open it in the program it comes from and save it again',
    });
  }
  return readOdt({ bytes: await asOpenDocument(program, bytes, ending), name, asOne });
}
