import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { InputError } from '../edition/errors';

/** The longest text read as one edition: some three million English words. */
export const largestFile = 16 * 1024 * 1024;

/** A file's size as people say it. */
function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/**
 * Reads a UTF-8 text file to the letter.
 *
 * @param name how messages call the file; its path by default.
 * @throws InputError for what is no readable text: a missing file, a folder, one too large,
 *   bytes that are not UTF-8.
 */
export function readTextFile(file: string, name = file): string {
  let bytes: Buffer;
  try {
    const { size } = statSync(file);
    if (size > largestFile) {
      throw new InputError(
        `the file is ${megabytes(size)}, and an edition may be at most ${megabytes(largestFile)}`,
        { file: name, remedy: 'divide it, for example by volume or book' },
      );
    }
    bytes = readFileSync(file);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(ioMessage(error), { file: name, remedy: 'check the path' });
  }
  return decodeText(bytes, name);
}

/**
 * Bytes as text, to the letter.
 * @throws InputError, with the line, for what is binary or not UTF-8.
 */
export function decodeText(bytes: Buffer, name: string): string {
  if (bytes.includes(0)) {
    throw new InputError('the file is binary, not text', {
      file: name,
      line: lineOfByte(bytes, bytes.indexOf(0)),
      remedy: 'give a UTF-8 text or Markdown file',
    });
  }
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

function lineOfByte(bytes: Buffer, at: number): number {
  let line = 1;
  for (let k = 0; k < at; k++) if (bytes[k] === 10) line++;
  return line;
}

/** The first byte that is no UTF-8, by halving: prefixes that end inside a character are fine. */
function firstFault(bytes: Buffer): number {
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
