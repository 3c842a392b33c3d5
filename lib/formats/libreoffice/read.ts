import { InputError } from '../../core/errors';
import type { GivenFile, IngestedDocument } from '../document';
import { readOds } from '../ods/read';
import { readOdt } from '../odt/read';
import { beginnings } from './beginnings';
import { asOpenDocument, soffice } from './convert';

/** How texts begin; a sheet may begin as one. */
const { xls: _, ...texts } = beginnings;

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
  const found = Object.entries(texts).find(([, sign]) => sign.test(head))?.[0];
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

/**
 * Reads a sheet of an older Excel by LibreOffice, as the OpenDocument spreadsheet that it makes of it. What
 * programs save under the old name as a workbook of today, a page or a text is read as such.
 *
 * @throws InputError where LibreOffice is not installed, with what to do.
 */
export async function readSheetByLibreOffice(file: GivenFile): Promise<IngestedDocument> {
  const { bytes, name } = file;
  const head = Buffer.from(bytes.subarray(0, 512)).toString('latin1');
  if (head.startsWith('PK')) return (await import('../xlsx/read')).readXlsx(file);
  if (/^(?:ï»¿)?\s*<(?:!DOCTYPE\s+html|html|table|meta|head)\b/i.test(head))
    return (await import('../html/read')).readHtml(file);
  const isSheet = beginnings.xls.test(head);
  // Programs that write no sheets call their tables of text so.
  if (!isSheet && !head.includes('\0')) return (await import('../csv/read')).readCsv(file);
  const program = soffice();
  const remedy = 'save it as .xlsx in a spreadsheet program';
  if (!program) throw new InputError('.xls files cannot be read', { remedy });
  if (!isSheet)
    throw new InputError('it cannot be read as XLS: it does not begin as one', { remedy });
  return readOds({ bytes: await asOpenDocument(program, bytes, 'xls', 'ods'), name });
}
