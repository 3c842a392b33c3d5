import { zipSync } from 'fflate';
import { libraryFolder } from '../core/config';
import { InputError } from '../core/errors';
import { storeOf } from '../store/open';

/** Entries have this date: the same files give the same archive. */
const date = new Date(Date.UTC(2000, 0, 1));

/** What a work's files hold, by name within the work. */
export type WorkFiles = Readonly<Record<string, Uint8Array>>;

/** All files of a work as they are kept. @throws InputError where the store has no such work. */
export async function workFiles(slug: string, folder = libraryFolder()): Promise<WorkFiles> {
  const files: Record<string, Uint8Array> = {};
  // They are read in one change of the store, so that they belong together; nothing is written.
  await (await storeOf(folder)).update([slug], async (current) => {
    for (const path of await current.files(slug)) {
      const content = await current.read(path);
      if (content) files[path.slice(slug.length + 1)] = content;
    }
    return [];
  });
  if (Object.keys(files).length > 0) return files;
  throw new InputError(`“${slug}” has no files of its own`, {
    code: 'not-found',
    remedy: 'export it in a format such as json',
  });
}

/** The files in a folder of the work's slug, as ZIP. */
export const workArchive = (slug: string, files: WorkFiles): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [`${slug}/${name}`, content]),
    ),
    { mtime: date },
  );
