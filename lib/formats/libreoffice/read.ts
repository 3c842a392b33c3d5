import { InputError } from '../../core/errors';
import type { GivenFile, IngestedDocument } from '../document';
import { readOdt } from '../odt/read';
import { asOpenDocument, soffice } from './convert';

/** What to do with files that only LibreOffice reads, where it is not installed. */
const remedies: Record<string, string> = {
  doc: 'save it as .docx in Word or LibreOffice',
  rtf: 'save it as .docx or .odt in a word processor',
  wpd: 'save it as .docx or .odt in LibreOffice',
};

/**
 * Reads a text of an older word processor by LibreOffice, as the OpenDocument text that it makes of it.
 *
 * @throws InputError where LibreOffice is not installed, with what to do.
 */
export async function readByLibreOffice({
  bytes,
  name,
  asOne,
}: GivenFile): Promise<IngestedDocument> {
  const called = /\.([A-Za-z0-9]+)$/.exec(name)?.[1].toLowerCase() ?? '';
  // By its contents where its name says another thing.
  const isRtf = Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '{\\rtf';
  const ending = isRtf ? 'rtf' : Object.hasOwn(remedies, called) ? called : 'doc';
  const program = soffice();
  if (!program) {
    throw new InputError(`.${ending} files cannot be read`, { remedy: remedies[ending] });
  }
  return readOdt({ bytes: await asOpenDocument(program, bytes, ending), name, asOne });
}
