import { readFileSync, readSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { InputError } from './errors';

/** The longest text read as one edition: some three million English words. */
export const largestFile = 16 * 1024 * 1024;
/** The largest file of any kind that is read; archives hold pictures too. */
export const largestUpload = 64 * 1024 * 1024;

/** A file's size as people say it. */
function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** @throws InputError for a file of more bytes than it may have. */
export function checkSize(size: number, most: number, name: string): void {
  if (size <= most) return;
  throw new InputError(
    `the file is ${megabytes(size)}, and an edition may be at most ${megabytes(most)}`,
    { code: 'too-large', file: name, remedy: 'divide it, for example by volume or book' },
  );
}

/**
 * Reads a file whole.
 *
 * @param name how messages call the file; its path by default.
 * @param most bytes it may have.
 * @throws InputError for a missing file, a folder, one too large.
 */
export function readBytes(file: string, name = file, most = largestUpload): Buffer {
  try {
    const { size } = statSync(file);
    checkSize(size, most, name);
    return readFileSync(file);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(ioMessage(error), { file: name, remedy: 'check the path' });
  }
}

/**
 * Reads a UTF-8 text file to the letter, as the library's own files are written.
 *
 * @throws InputError also for bytes that are not UTF-8.
 */
export function readTextFile(file: string, name = file): string {
  return decodeUtf8(readBytes(file, name, largestFile), name);
}

/** How messages call standard input. */
export const standardInput = 'standard input';

/** Standard input to its end, refused as soon as it is longer than `most` bytes. */
export function readStandardInput(most: number): Buffer {
  const chunks: Buffer[] = [];
  let size = 0;
  for (;;) {
    const chunk = Buffer.alloc(64 * 1024);
    const read = readSome(chunk);
    if (read === 0) return Buffer.concat(chunks, size);
    size += read;
    checkSize(size, most, standardInput);
    chunks.push(chunk.subarray(0, read));
  }
}

/** A pipe that has nothing yet is waited for; one that is closed has ended. */
function readSome(chunk: Buffer): number {
  for (;;) {
    try {
      return readSync(0, chunk);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw new InputError(ioMessage(error), { file: standardInput });
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
}

/** Bytes as UTF-8, to the letter. @throws InputError, with the line, for what is not. */
export function decodeUtf8(bytes: Uint8Array, name: string): string {
  const zero = bytes.indexOf(0);
  if (zero >= 0) throw binary(bytes, zero, name);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new InputError('the file is not UTF-8 text', {
      file: name,
      line: lineOfByte(bytes, firstFault(bytes)),
      remedy: 'save it again as UTF-8',
    });
  }
}

export function binary(bytes: Uint8Array, at: number, name: string): InputError {
  return new InputError('the file is binary, not text', {
    file: name,
    line: lineOfByte(bytes, at),
    remedy: 'give a UTF-8 text or Markdown file',
  });
}

/** A system error in words. */
export function ioMessage(error: unknown): string {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'there is no such file';
    case 'EISDIR':
      return 'this is a folder, not a file';
    case 'EACCES':
    case 'EPERM':
      return 'the file may not be read';
    default:
      return `the file cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`;
  }
}

export function lineOfByte(bytes: Uint8Array, at: number): number {
  let line = 1;
  for (let k = 0; k < at; k++) if (bytes[k] === 10) line++;
  return line;
}

/** The first byte that is not UTF-8, by halving: prefixes that end inside a character are fine. */
export function firstFault(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle + 1), {
        stream: true,
      });
      low = middle + 1;
    } catch {
      high = middle;
    }
  }
  return low;
}

/** The name of a file without folder and ending. */
export function stemOf(file: string): string {
  return path.basename(file).replace(/\.[^.]*$/, '');
}

/** Whether a file is, by a symbolic link on its way, outside of a folder. What is not there is within. */
export function leadsOut(folder: string, file: string): boolean {
  try {
    const [home, place] = [realpathSync(folder), realpathSync(file)];
    return place !== home && !place.startsWith(home + path.sep);
  } catch {
    return false;
  }
}

/** @throws InputError for a file that `leadsOut`: what is there may be anything on the machine. */
export function refuseLeadingOut(folder: string, file: string, shown: string): void {
  if (!leadsOut(folder, file)) return;
  throw new InputError('it is a symbolic link that leads out of the library', {
    file: shown,
    remedy: 'put the file itself there',
  });
}
