import type { RootContent } from 'mdast';
import { InputError } from '../core/errors';
import { readArchiveHeader } from './archive-header';
import { parseDate } from './dates';
import { languageSchema } from './language-schema';
import { parseMarkdown, readSegments } from './markdown';
import {
  type FrontMatter,
  type ReadFrontMatter,
  readFrontMatter,
  readTomlFrontMatter,
} from './metadata';
import { takeMetadataLines } from './metadata-lines';
import type { Segment, Warning } from './model';
import { omissionWarning } from './omissions';
import { type TitleBlock, takeTitleBlock } from './pandoc';

/** An edition as its file says it; what the file does not say is left open. */
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
  // Editors on some systems begin a file with a byte order mark; it is not part of the text.
  const text = withHyphens(source.replace(/^\uFEFF/, ''));
  const lines = takeMetadataLines(text);
  if (lines) {
    const { segments, warnings } = readSegments(parseMarkdown(lines.rest).children);
    return { ...lines.known, segments, warnings: [...otherFields(lines.others), ...warnings] };
  }
  const { known: titleBlock, rest } = takeTitleBlock(text);
  const root = parseMarkdown(rest);
  const first = root.children[0] as RootContent | Toml | undefined;
  if (titleBlock) return withTitleBlock(titleBlock, readSegments(root.children));
  if (first?.type === 'yaml' || first?.type === 'toml') {
    const read = first.type === 'yaml' ? readFrontMatter : readTomlFrontMatter;
    const { known, others } = read(first.value, 2);
    const { segments, warnings } = readSegments(root.children.slice(1));
    return { ...known, segments, warnings: [...otherFields(others), ...warnings] };
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

/** Front matter may end with three points, as YAML's own documents do. */
function withHyphens(source: string): string {
  const match = /^---[ \t]*\r?\n(?:(?!---|\.\.\.).*\n)*?\.\.\.(?=[ \t]*\r?(?:\n|$))/.exec(source);
  return match ? `${match[0].slice(0, -3)}---${source.slice(match[0].length)}` : source;
}

/** TOML front matter, which mdast's own types do not list. */
interface Toml {
  type: 'toml';
  value: string;
}

function withTitleBlock(
  { title, author, date }: TitleBlock,
  { segments, warnings }: Pick<EditionDraft, 'segments' | 'warnings'>,
): EditionDraft {
  const day = date === undefined ? null : parseDate(date);
  const lost =
    date !== undefined && day === null
      ? [
          omissionWarning(
            { what: 'dates that cannot be read', count: 1, words: [{ text: date }] },
            3,
          ),
        ]
      : [];
  return {
    ...(title ? { title } : {}),
    ...(author ? { author } : {}),
    ...(day ? { date: day } : {}),
    segments,
    warnings: [...lost, ...warnings],
  };
}

function otherFields(others: ReadFrontMatter['others']): Warning[] {
  if (others.length === 0) return [];
  const words = others.map(({ name, value, line }) => ({ text: `${name}: ${value}`, line }));
  const what = 'fields of the front matter that an edition has not';
  return [omissionWarning({ what, count: others.length, words }, others[0].line)];
}
