import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { version } from '../cache/cache';
import { cacheFolder } from '../core/config';
import { contentHash } from '../core/hash';
import type { EditionDraft } from '../edition/read';
import { readEditionFile } from '../formats/text/edition-file';

/** Shorter files are read sooner than what was kept of them would be. */
const longFile = 256 * 1024;

/**
 * An edition as its file says; a long one is parsed once, and what was read is kept by the
 * contents of the file. (`cacache` keeps everything else; a work is loaded without waiting, and
 * cacache cannot be read so.)
 */
export function readKeptEdition(file: string, name: string): EditionDraft {
  let key: string;
  try {
    const bytes = readFileSync(/* turbopackIgnore: true */ file);
    if (bytes.length < longFile) return readEditionFile(file, name);
    key = contentHash(`${path.extname(file)}\n${bytes.toString('latin1')}`, 'strong');
  } catch {
    // Reading tells what is wrong.
    return readEditionFile(file, name);
  }
  const kept = path.join(cacheFolder(), 'editions', `${version}-${key}.json`);
  try {
    return JSON.parse(readFileSync(kept, 'utf8'));
  } catch {
    // Not kept yet, or damaged: it is read again.
  }
  const draft = readEditionFile(file, name);
  try {
    mkdirSync(path.dirname(kept), { recursive: true });
    writeFileAtomic.sync(kept, JSON.stringify(draft), { fsync: false });
  } catch {
    // A full or read-only disk costs time, never a result.
  }
  return draft;
}
