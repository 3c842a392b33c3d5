import { InputError, inFile } from '../../core/errors';
import { decodeUtf8 } from '../../core/files';
import type { EditionDraft } from '../../edition/read';
import { checkBounds } from '../bounds';
import { parseEdition } from './parse-edition';

/**
 * Reads the bytes of the file of one edition, by its ending and contents.
 *
 * @param name how messages call the file.
 * @throws InputError also when the file holds no text at all.
 */
export function readEditionBytes(bytes: Uint8Array, name: string): EditionDraft {
  const source = decodeUtf8(bytes, name);
  const draft = inFile(name, () => parseEdition(source, name));
  if (draft.segments.length === 0) {
    throw new InputError(
      source.trim() === '' ? 'the file is empty' : 'the file has metadata but no text',
      { file: name, remedy: 'write the edition’s paragraphs into it' },
    );
  }
  return inFile(name, () => checkBounds(draft));
}
