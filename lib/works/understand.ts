import type { FrontMatter } from '../edition/metadata';
import type { Segment, SegmentKind, Warning } from '../edition/model';
import type { EditionDraft } from '../edition/read';
import { writeMarkdownEdition } from '../edition/write';
import type { GivenFile } from '../formats/document';
import { decodeText } from '../formats/text/decode';
import { inGivenEncoding } from '../formats/text/given-encoding';
import { boundedKind, runBounded } from '../jobs/bounded';
import { guessLanguage } from '../language/script';
import { tokenize } from '../language/tokens';
import { readNamed } from './plan-import';

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

/** An edition of a file, as Markdown that may be corrected before it is saved. */
export interface UnderstoodEdition extends Understanding {
  text: string;
  /** How the Markdown is called: the file's name, and the edition's where it holds several. */
  name: string;
}

/** What is understood of a file. */
export interface UnderstoodFile {
  editions: UnderstoodEdition[];
  /** Whether the file says which passages of its editions correspond. */
  corresponding: boolean;
  /** The title of the work, where the file says one. */
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

/**
 * Reads a file of any format, and reports what was understood: one edition, or several.
 *
 * @throws InputError for what cannot be read, and for what holds no text.
 */
export async function understand(given: GivenFile): Promise<UnderstoodFile> {
  const file = inGivenEncoding(given);
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

export const understandJob = boundedKind<GivenFile, Uint8Array, null>('understand', 'upload');

/** Bytes that are sent at once. */
const batch = 1024 * 1024;

/** What is understood of a file, as JSON in parts. */
export async function understandJson(
  file: GivenFile,
  send: (part: Uint8Array) => void,
): Promise<null> {
  const json = new TextEncoder().encode(JSON.stringify(await understand(file)));
  for (let at = 0; at < json.length; at += batch) send(json.slice(at, at + batch));
  return null;
}

/**
 * What is understood of a file that nobody vouches for, as the JSON of an `UnderstoodFile`: read in a
 * process of its own, within limits.
 */
export async function understandSafely(file: GivenFile, signal?: AbortSignal): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  await runBounded(understandJob, file, { part: (part) => parts.push(part), signal });
  return Buffer.concat(parts);
}
