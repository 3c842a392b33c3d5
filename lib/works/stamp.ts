import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { isSlug } from '../edition/names';

/** Times, size and number of a file: what was read of it stands while these do. */
export function fileStamp(file: string): string {
  const { mtimeMs, ctimeMs, size, ino } = statSync(/* turbopackIgnore: true */ file);
  return `${mtimeMs}:${ctimeMs}:${size}:${ino}`;
}

/**
 * The state of the files of a work: another as soon as one is saved, added or taken out.
 *
 * @returns null where there is no such work.
 */
export function workStamp(slug: string, folder: string): string | null {
  if (!isSlug(slug)) return null;
  const home = path.join(/* turbopackIgnore: true */ folder, slug);
  try {
    const files = readdirSync(home).filter((name) => !name.startsWith('.'));
    if (files.length === 0) return null;
    return files.map((name) => `${name}:${fileStamp(path.join(home, name))}`).join('\n');
  } catch {
    return null;
  }
}
