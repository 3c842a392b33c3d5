import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs/promises';
import path from 'node:path';
import { unwritable } from '../core/write-file';
import { isLibraryFile, isLibraryPath, libraryItself } from './store';

/** Files on their way end so; those that a process left behind are cleared away. */
const unfinished = '.unfinished';

/** Names of the files of a work, with what is in folders within it; hidden ones are not of it. */
export async function filesIn(library: string, slug: string): Promise<string[]> {
  if (slug === libraryItself) return (await namesIn(library)).filter(isLibraryFile);
  return (await entriesIn(path.join(library, slug)))
    .map(({ name, parentPath }) =>
      path.relative(library, path.join(parentPath, name)).split(path.sep).join('/'),
    )
    .filter(isLibraryPath);
}

/** All files in a folder and in those within it; none where it is not there. */
export async function entriesIn(home: string) {
  try {
    const entries = await fs.readdir(home, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile());
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** What a file holds; null where it is not there. */
export async function readIfThere(file: string): Promise<Uint8Array | null> {
  try {
    return await fs.readFile(/* turbopackIgnore: true */ file);
  } catch (error) {
    if (['ENOENT', 'EISDIR', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) {
      return null;
    }
    throw unwritable(error, file);
  }
}

/** A new file beside another, safe on the disk, with the other's permissions. */
export async function writeBeside(place: string, content: string | Uint8Array): Promise<string> {
  const beside = path.join(path.dirname(place), `.${randomBytes(8).toString('hex')}${unfinished}`);
  const there = await fs.stat(place).catch(() => null);
  if (there?.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
  try {
    const file = await fs.open(beside, 'wx', there?.mode);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    await fs.rm(beside, { force: true }).catch(() => {});
    throw error;
  }
  return beside;
}

/** What a process that ended in the middle of a save left behind: only the holder of the lock writes. */
export async function clearAbandoned(home: string): Promise<void> {
  for (const name of await fs.readdir(home)) {
    if (name.endsWith(unfinished)) await fs.rm(path.join(home, name), { force: true });
  }
}

/** Names of what is in a folder; none where it is not there. */
export async function namesIn(home: string): Promise<string[]> {
  try {
    return await fs.readdir(home);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
