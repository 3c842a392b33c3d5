import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { InputError, inFile } from '../edition/errors';
import {
  check,
  type FrontMatter,
  frontMatterSchema,
  siglumPattern,
  slugPattern,
  workSchema,
} from '../edition/metadata';
import type { Segment, SegmentKind, Warning } from '../edition/model';
import type { EditionDraft } from '../edition/read';
import { writeMarkdownEdition } from '../edition/write';
import { parseEdition } from '../ingest/edition-file';
import { largestFile } from '../ingest/text-file';
import { guessLanguage } from '../language/script';
import { tokenize } from '../language/tokens';
import { libraryFolder } from './folder';
import { ConflictError, writeTextFile } from './json-file';
import { loadWork } from './library';

/** What was made of a text before it is saved. */
export interface Understanding {
  metadata: FrontMatter;
  /** As the text says, or guessed from it. */
  language: string;
  guessed: boolean;
  /** How many segments there are of each kind. */
  kinds: Partial<Record<SegmentKind, number>>;
  words: number;
  /** The first segments, as they will stand. */
  first: Pick<Segment, 'kind' | 'label' | 'text'>[];
  warnings: Warning[];
}

const firstSegments = 4;

/**
 * Reads a text as an edition would be read, and tells what was understood.
 * @param name its file's name, whose ending tells how it is written.
 * @throws InputError for what cannot be read, and for what holds no text.
 */
export function understand(source: string, name: string): Understanding {
  const { segments, warnings, ...metadata } = read(source, name);
  const text = segments.map((segment) => segment.text).join('\n');
  const language = metadata.language ?? guessLanguage(text);
  const kinds: Understanding['kinds'] = {};
  for (const { kind } of segments) kinds[kind] = (kinds[kind] ?? 0) + 1;
  return {
    metadata,
    language,
    guessed: metadata.language === undefined,
    kinds,
    words: tokenize(text, language).filter(({ kind }) => kind !== 'punctuation').length,
    first: segments
      .slice(0, firstSegments)
      .map(({ kind, label, text: whole }) => ({ kind, label, text: whole })),
    warnings,
  };
}

function read(source: string, name: string): EditionDraft {
  const draft = inFile(name, () => parseEdition(source, name));
  if (draft.segments.length === 0) {
    throw new InputError('it holds no text', { file: name, remedy: 'give a text with paragraphs' });
  }
  return draft;
}

export interface ImportRequest {
  /** The text, in one part or several (volumes, chapters), each with the name of its file. */
  parts: { source: string; name: string }[];
  /** Slug of the work; with `workTitle` a new one. */
  work: string;
  workTitle?: string;
  siglum: string;
  /** What is known of the edition, in place of what its text says. */
  metadata: FrontMatter;
  /** Whether an edition of that siglum may be replaced. */
  replace?: boolean;
}

/**
 * Saves a text as an edition of a work, in Markdown.
 *
 * @returns the file's name within the library.
 * @throws ConflictError where the work has such an edition and it was not to be replaced;
 *   InputError for what cannot be saved. Nothing is written then.
 */
export function importEdition(request: ImportRequest, folder = libraryFolder()): string {
  const { parts, work, workTitle, replace = false } = request;
  const siglum = request.siglum.normalize('NFC');
  if (!siglumPattern.test(siglum)) {
    throw new InputError(`“${siglum.slice(0, 60)}” cannot be a siglum`, {
      remedy: 'use letters, digits, ".", "-" or "_", at most 40',
    });
  }
  if (!slugPattern.test(work)) {
    throw new InputError(`“${work.slice(0, 60)}” cannot be the short name of a work`, {
      remedy: 'use small letters, digits and hyphens, at most 64',
    });
  }
  const home = path.join(/* turbopackIgnore: true */ folder, work);
  const isNew = !existsSync(home);
  if (isNew && !workTitle) {
    throw new InputError(`there is no work “${work}” in this library`, {
      remedy: 'give it a title to make it, or choose another',
    });
  }
  if (!isNew && workTitle) {
    throw new InputError(`there is a work “${work}” already`, {
      remedy: 'choose it from the list, or give the new one another short name',
    });
  }
  const drafts = parts.map(({ source, name }) => read(source, name));
  const segments = joinParts(drafts.map((draft) => draft.segments));
  // The first part speaks for all.
  const { segments: _, warnings: __, ...told } = drafts[0];
  const metadata = check(frontMatterSchema, { ...told, ...request.metadata, siglum });
  const language = metadata.language ?? guessLanguage(segments.map(({ text }) => text).join('\n'));
  const file = path.join(home, `${siglum}.md`);
  const shown = `${work}/${siglum}.md`;
  const [{ name }] = parts;
  const known = isNew ? [] : loadWork(work, folder).work.order;
  if ((known.includes(siglum) || existsSync(file)) && !replace) {
    throw new ConflictError(`“${work}” has an edition “${siglum}” already`);
  }
  const text = writeMarkdownEdition({ ...metadata, language }, segments);
  if (Buffer.byteLength(text) > largestFile) {
    throw new InputError('the text is longer than an edition may be', {
      file: name,
      remedy: 'divide it, for example by volume or book',
    });
  }
  if (isNew) {
    const workFile = check(workSchema, { title: workTitle, base: siglum, order: [siglum] });
    try {
      mkdirSync(home, { recursive: true });
    } catch (error) {
      throw new InputError('nothing was saved: the library folder may not be written to', {
        file: work,
        remedy: `check its permissions (${(error as NodeJS.ErrnoException).code})`,
      });
    }
    writeTextFile(file, shown, text);
    writeTextFile(
      path.join(home, 'work.json'),
      `${work}/work.json`,
      `${JSON.stringify(workFile, null, 2)}\n`,
    );
  } else writeTextFile(file, shown, text);
  return shown;
}

/** Parts as one text. Footnotes that later parts number alike are told apart by their part. */
function joinParts(parts: readonly (readonly Segment[])[]): Segment[] {
  const used = new Set<string>();
  return parts.flatMap((segments, part) => {
    const own = segments.flatMap(({ kind, label }) =>
      kind === 'footnote' && label ? [label] : [],
    );
    const named = new Map(
      own.map((label) => [label, used.has(label) ? `${label}.${part + 1}` : label]),
    );
    for (const label of named.values()) used.add(label);
    return segments.map((segment) => ({
      ...segment,
      ...(segment.kind === 'footnote' && segment.label
        ? { label: named.get(segment.label) ?? segment.label }
        : {}),
      spans: segment.spans.map((span) =>
        span.kind === 'note' && span.target !== undefined
          ? { ...span, target: named.get(span.target) ?? span.target }
          : span,
      ),
    }));
  });
}
