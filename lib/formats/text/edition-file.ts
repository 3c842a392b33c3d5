import { InputError, inFile } from '../../core/errors';
import { readTextFile } from '../../core/files';
import type { EditionDraft } from '../../edition/read';
import { parseEdition } from './parse-edition';

/**
 * Reads the file of one edition, by its ending and contents.
 *
 * @param name how messages call the file.
 * @throws InputError also when the file holds no text at all.
 */
export function readEditionFile(file: string, name = file): EditionDraft {
  const source = readTextFile(file, name);
  const draft = inFile(name, () => parseEdition(source, name));
  if (draft.segments.length === 0) {
    throw new InputError(
      source.trim() === '' ? 'the file is empty' : 'the file has metadata but no text',
      { file: name, remedy: 'write the edition’s paragraphs into it' },
    );
  }
  return draft;
}
