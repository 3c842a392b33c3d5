import { InputError } from '../core/errors';
import { readArchiveHeader } from './archive-header';
import { parseMarkdown, readSegments } from './markdown';
import { type FrontMatter, languageSchema, readFrontMatter } from './metadata';
import type { Segment, Warning } from './model';

/** An edition as its file tells it; what the file does not say is left open. */
export interface EditionDraft extends FrontMatter {
  segments: Segment[];
  warnings: Warning[];
}

/**
 * Reads the Markdown of one edition: YAML front matter, or the archive's loose header, or
 * neither.
 *
 * @throws InputError for front matter that cannot be read. The text itself is never at fault:
 *   any string is Markdown.
 */
export function readMarkdownEdition(source: string): EditionDraft {
  // Editors on some systems begin a file with a byte order mark; it is no part of the text.
  const root = parseMarkdown(source.replace(/^\uFEFF/, ''));
  const first = root.children[0];
  if (first?.type === 'yaml') {
    const metadata = readFrontMatter(first.value, 2);
    return { ...metadata, ...readSegments(root.children.slice(1)) };
  }
  if (/^\uFEFF?---[ \t]*\r?\n[A-Za-z]+:/.test(source)) {
    throw new InputError('the front matter is not closed', {
      line: 1,
      remedy: 'end it with a line of three hyphens: ---',
    });
  }
  const header = readArchiveHeader(root);
  if (!header) return readSegments(root.children);
  const { segments, warnings } = readSegments(root.children.slice(header.length));
  const { title, author, translator, date, source: from, url, description, category } = header;
  const language = languageSchema.safeParse(header.language).data;
  const known = {
    title,
    author,
    translator,
    date,
    source: from,
    url,
    language,
    description,
    category,
  };
  return {
    ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)),
    segments,
    warnings: [...header.warnings, ...warnings],
  };
}
