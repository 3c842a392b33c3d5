import writeFileAtomic from 'write-file-atomic';
import { InputError } from './errors';

const reasons: Record<string, string> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  EACCES: 'the folder may not be written to',
  EPERM: 'the folder may not be written to',
  EROFS: 'the disk is read-only',
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'its folder is a file',
  EEXIST: 'its folder is a file',
  EISDIR: 'there is a folder of that name',
  ELOCKED: 'another program is saving here',
};

/** What keeps a file from being written, in a few words. */
export function writeMessage(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  return reasons[code ?? ''] ?? `the file cannot be written (${code})`;
}

/** Why a file was not written, reported so that it can be fixed. */
export function unwritable(error: unknown, name: string): InputError {
  if (error instanceof InputError) return error;
  const { code } = error as NodeJS.ErrnoException;
  return new InputError(`nothing was saved: ${writeMessage(error)}`, {
    code:
      code && /^(ENOSPC|EDQUOT)$/.test(code)
        ? 'disk-full'
        : code === 'ELOCKED'
          ? 'conflict'
          : 'store-away',
    file: name,
    remedy: 'fix that and save again; the file is as it was',
  });
}

/**
 * Writes a file that is not part of a library, whole or not at all (temporary file, fsync, rename).
 *
 * @param lasting whether it is waited until the disk has it; not where it can be made again.
 */
export function writeFile(
  file: string,
  name: string,
  content: string | Uint8Array,
  { lasting = true } = {},
): void {
  try {
    const bytes = typeof content === 'string' ? content : Buffer.from(content);
    writeFileAtomic.sync(file, bytes, { fsync: lasting });
  } catch (error) {
    throw unwritable(error, name);
  }
}
