import { type EditionDraft, readMarkdownEdition } from '../../edition/read';
import { isAozora, readAozora } from './aozora';
import { readPlainText } from './plain-text';
import { readVerseLines } from './verse-lines';

// Text files are read as Markdown when they carry metadata in one of its styles.
const frontMatter = /^\uFEFF?(---|\+\+\+)[ \t]*\r?\n/;
const archiveField = /^\s*\*\*(?:title|author|date|source)\s*:\s*\*\*/im;

/** Reads an edition's source; `name` says by its ending how. */
export function parseEdition(source: string, name: string): EditionDraft {
  const markdown =
    /\.(md|markdown)$/i.test(name) ||
    frontMatter.test(source) ||
    archiveField.test(source.slice(0, 4000));
  if (markdown) return readMarkdownEdition(source);
  if (isAozora(source)) return readAozora(source);
  return readVerseLines(source) ?? readPlainText(source);
}
