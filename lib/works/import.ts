import { libraryFolder } from '../core/config';
import { InputError } from '../core/errors';
import type { FrontMatter } from '../edition/metadata';
import type { Segment, SegmentKind, Warning } from '../edition/model';
import type { EditionDraft } from '../edition/read';
import { writeMarkdownEdition } from '../edition/write';
import type { GivenFile, IngestedDocument } from '../formats/document';
import { distinct } from '../formats/parallel';
import { readDocument } from '../formats/registry';
import { decodeText } from '../formats/text/decode';
import { guessLanguage } from '../language/script';
import { tokenize } from '../language/tokens';
import { type SavedImport, saveEditions } from './save';

/** What was made of one edition of a file before it is saved. */
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

/** An edition of a file, as Markdown that may be mended before it is saved. */
export interface UnderstoodEdition extends Understanding {
  text: string;
  /** How the Markdown is called: the file's name, and the edition's where it holds several. */
  name: string;
}

/** What is understood of a file. */
export interface UnderstoodFile {
  editions: UnderstoodEdition[];
  /** Whether the file tells which passages of its editions correspond. */
  corresponding: boolean;
  /** The title of the work, where the file tells one. */
  title?: string;
}

const firstSegments = 4;

/** What is understood of an edition as it was read. */
function understandDraft({ segments, warnings, ...metadata }: EditionDraft): Understanding {
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

/** Reads a file; where it holds several editions, each has a siglum: by its language if need be. */
async function readNamed(file: GivenFile): Promise<IngestedDocument> {
  const document = await readDocument(file);
  const { editions } = document;
  if (editions.length < 2 || editions.every(({ siglum }) => siglum)) return document;
  const sigla = distinct(
    editions.map(
      ({ siglum, language, segments }) =>
        siglum ?? language ?? guessLanguage(segments.map(({ text }) => text).join('\n')),
    ),
  );
  return { ...document, editions: editions.map((draft, k) => ({ ...draft, siglum: sigla[k] })) };
}

/**
 * Reads a file of any format, and tells what was understood: one edition, or several.
 *
 * @throws InputError for what cannot be read, and for what holds no text.
 */
export async function understand(file: GivenFile): Promise<UnderstoodFile> {
  const { editions, rows, title } = await readNamed(file);
  const asIs = editions.length === 1 && /\.(md|markdown|txt|text)$/i.test(file.name);
  const understood = editions.map((draft) => {
    const { segments, warnings: _, ...metadata } = draft;
    return {
      ...understandDraft(draft),
      // A text that is Markdown already is shown as its author wrote it.
      text: asIs
        ? decodeText(file.bytes, file.name).text
        : writeMarkdownEdition(metadata, segments),
      name: asIs
        ? file.name
        : `${file.name.replace(/\.[^.]*$/, '')}${editions.length > 1 ? `-${metadata.siglum}` : ''}.md`,
    };
  });
  return { editions: understood, corresponding: editions.length > 1 && rows !== undefined, title };
}

export interface ImportRequest {
  /** One file, or several that are the parts of one edition (volumes, chapters), in order. */
  files: GivenFile[];
  /** Slug of the work. */
  work: string;
  /** Whether the work is to be made. By default it is where a title is given. */
  isNew?: boolean;
  /** The title of a work that is made; by default its text's. */
  workTitle?: string;
  /** What an edition is called that neither `sigla` nor its file names. */
  siglum?: string;
  /** Sigla for the editions of the files, in order; their own by default. */
  sigla?: string[];
  /** Sigla, as the file has them, of the editions to take; all by default. */
  choose?: string[];
  /** What is known of the edition, in place of what its text says. */
  metadata: FrontMatter;
  /** Whether editions of that siglum may be replaced. */
  replace?: boolean;
}

/**
 * Saves a file's editions, in Markdown, in a work; what the file knows of their correspondence is
 * settled there.
 *
 * @throws ConflictError where the work has such an edition and it was not to be replaced;
 *   InputError for what cannot be read or saved. Nothing is written then.
 */
export async function importFiles(
  request: ImportRequest,
  folder = libraryFolder(),
): Promise<SavedImport> {
  const documents: IngestedDocument[] = [];
  // Who gives one name says that it is one text.
  const asOne = request.sigla?.length === 1 && !request.choose;
  for (const file of request.files) documents.push(await readNamed({ ...file, asOne }));
  const document = choose(join(documents, request.files), request);
  const { editions } = document;
  const sigla = request.sigla ?? [];
  if (sigla.length > 0 && sigla.length !== editions.length) {
    throw new InputError(
      `the file holds ${editions.length} editions (${editions.map(({ siglum }) => siglum).join(', ')}), and ${sigla.length} sigla were given`,
      { remedy: 'give one for each, parted by commas, or choose with --editions' },
    );
  }
  const several = editions.length > 1;
  const { work, isNew = request.workTitle !== undefined } = request;
  const workTitle = request.workTitle ?? document.title ?? editions[0].title ?? work;
  return saveEditions(
    {
      work,
      ...(isNew ? { workTitle } : {}),
      names: document.names,
      replace: request.replace,
      name: request.files[0].name,
      rows: document.rows,
      editions: editions.map(({ segments, warnings, siglum, ...told }, k) => ({
        siglum: sigla[k] ?? siglum ?? request.siglum ?? '',
        // What is said of one edition cannot be said of several.
        metadata: several ? { ...request.metadata, ...told } : { ...told, ...request.metadata },
        segments,
        warnings,
      })),
    },
    folder,
  );
}

function join(
  documents: readonly IngestedDocument[],
  files: readonly GivenFile[],
): IngestedDocument {
  if (documents.length === 1) return documents[0];
  const many = documents.findIndex(({ editions }) => editions.length !== 1);
  if (many >= 0) {
    throw new InputError('a file of several editions cannot be one of several parts', {
      file: files[many].name,
      remedy: 'import it by itself',
    });
  }
  const drafts = documents.map(({ editions }) => editions[0]);
  return {
    ...documents[0],
    // The first part speaks for all.
    editions: [
      {
        ...drafts[0],
        segments: joinParts(drafts.map(({ segments }) => segments)),
        warnings: drafts.flatMap(({ warnings }) => warnings),
      },
    ],
  };
}

function choose(document: IngestedDocument, { choose: chosen }: ImportRequest): IngestedDocument {
  if (!chosen) return document;
  const columns = chosen.map((siglum) => {
    const at = document.editions.findIndex((edition) => edition.siglum === siglum);
    if (at >= 0) return at;
    throw new InputError(`the file holds no edition “${siglum}”`, {
      remedy: `choose from ${document.editions.map((edition) => edition.siglum).join(', ')}`,
    });
  });
  return {
    ...document,
    editions: columns.map((column) => document.editions[column]),
    rows: document.rows?.map((row) => columns.map((column) => row[column])),
  };
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
