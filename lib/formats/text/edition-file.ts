import { InputError, inFile } from '../../core/errors';
import { readTextFile } from '../../core/files';
import { type EditionDraft, readMarkdownEdition } from '../../edition/read';
import { readPlainText } from './plain-text';

// Text files are read as Markdown when they carry metadata in one of its styles.
const frontMatter = /^\uFEFF?---[ \t]*\r?\n/;
const archiveField = /^\s*\*\*(?:title|author|date|source)\s*:\s*\*\*/im;

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

/** Reads an edition's source; `name` tells by its ending how. */
export function parseEdition(source: string, name: string): EditionDraft {
  const markdown =
    /\.(md|markdown)$/i.test(name) ||
    frontMatter.test(source) ||
    archiveField.test(source.slice(0, 4000));
  return markdown ? readMarkdownEdition(source) : { segments: readPlainText(source), warnings: [] };
}
