import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { version } from '../cache/cache';
import { noteWritten, parsedFolder } from '../cache/tidy';
import { InputError } from '../core/errors';
import { largestFile, readBytes } from '../core/files';
import { hashLengths } from '../core/hash';
import type { Segment } from '../edition/model';
import type { EditionDraft } from '../edition/read';
import { readEditionBytes } from '../formats/text/edition-file';
import { boundedKind, inProcess, runBounded } from '../jobs/bounded';
import { readLimits } from '../jobs/limits';
import { guessLanguage } from '../language/script';
import { revisionOf } from '../store/store';

export interface StoredFile {
  /** Full path of the file. */
  file: string;
  /** How messages call it. */
  name: string;
}

/** What was read of an edition; its language is guessed where the file does not name it. */
export type StoredEdition = EditionDraft & { language: string; revision: string };
type WithoutSegments = Omit<StoredEdition, 'segments'>;

export const readStoredJob = boundedKind<StoredFile, Segment[], WithoutSegments>(
  'read-stored',
  'stored',
);

/** Segments that are sent at once. */
const batch = 1000;

/** Reads an edition of the library in the process for that. */
export function readStored(
  { file, name }: StoredFile,
  send: (segments: Segment[]) => void,
): WithoutSegments {
  const { segments, ...rest } = readKept(file, name);
  for (let at = 0; at < segments.length; at += batch) send(segments.slice(at, at + batch));
  return rest;
}

/**
 * An edition of the library as its file says.
 *
 * @throws InputError for what cannot be read. Where reading exceeds a limit, that is remembered by
 *   the contents of the file: it is not tried again until these, or the limits, change.
 */
export async function readStoredEdition(given: StoredFile): Promise<StoredEdition> {
  const { file, name } = given;
  if (inProcess(file, sizeOf(file))) return readKept(file, name);
  const segments: Segment[] = [];
  try {
    const rest = await runBounded(readStoredJob, given, {
      part: (part) => {
        for (const segment of part) segments.push(segment);
      },
    });
    return { ...rest, segments };
  } catch (error) {
    if (!(error instanceof InputError) || error.file) throw error;
    const { message, code, remedy } = error;
    const refusal = new InputError(message, { code, remedy, file: name });
    if (code === 'too-slow' || code === 'too-large') keepRefusal(file, refusal);
    throw refusal;
  }
}

function sizeOf(file: string): number {
  try {
    return readBytes(file).length;
  } catch {
    return 0;
  }
}

/** Shorter files are read sooner than what was kept of them would be. */
const longFile = 256 * 1024;

/** What was read of a file is kept by its contents: its place in the cache. */
function placeOf(bytes: Uint8Array, file: string): string {
  const key = createHash('sha256')
    .update(`${path.extname(file)}\n`)
    .update(bytes)
    .digest('hex')
    .slice(0, hashLengths.strong);
  return path.join(parsedFolder(), `${version}-${key}`);
}

const refusalOf = (place: string): string => {
  const { seconds, megabytes } = readLimits();
  return `${place}-${seconds}s-${megabytes}MB.refused`;
};

/**
 * An edition as its file says; a long one is parsed once. (`cacache` keeps everything else; these are
 * read by processes of their own, without waiting.)
 */
function readKept(file: string, name: string): StoredEdition {
  const bytes = readBytes(file, name, largestFile);
  const place = placeOf(bytes, file);
  refuseAgain(place, name);
  if (bytes.length < longFile) return stored(readEditionBytes(bytes, name), bytes);
  const kept = `${place}.json`;
  try {
    return JSON.parse(readFileSync(kept, 'utf8'));
  } catch {
    // Not kept yet, or damaged: it is read again.
  }
  const draft = stored(readEditionBytes(bytes, name), bytes);
  keepFile(kept, JSON.stringify(draft));
  return draft;
}

function stored(draft: EditionDraft, bytes: Uint8Array): StoredEdition {
  const { language = guessLanguage(draft.segments.map(({ text }) => text).join('\n')) } = draft;
  return { ...draft, language, revision: revisionOf(bytes) };
}

function refuseAgain(place: string, name: string): void {
  let refused: Record<string, string>;
  try {
    refused = JSON.parse(readFileSync(refusalOf(place), 'utf8'));
  } catch {
    return;
  }
  const { message, remedy, code } = refused;
  throw new InputError(message, {
    code: code === 'too-slow' ? code : 'too-large',
    file: name,
    remedy,
  });
}

function keepRefusal(file: string, { message, remedy, code }: InputError): void {
  try {
    const place = placeOf(readFileSync(file), file);
    keepFile(refusalOf(place), JSON.stringify({ message, remedy, code }));
  } catch {
    // The file is gone meanwhile.
  }
}

/** A full or read-only disk costs time, never a result. */
function keepFile(file: string, content: string): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileAtomic.sync(file, content, { fsync: false });
    noteWritten(content.length);
  } catch {
    // See above.
  }
}
