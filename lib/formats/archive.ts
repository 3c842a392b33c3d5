import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { InputError } from '../core/errors';

/** Bytes that an archive may hold when unpacked, all its entries together. */
export const largestArchive = 128 * 1024 * 1024;
/** Entries that an archive may have. */
const maxEntries = 10_000;

/**
 * Unpacks a ZIP archive (DOCX, EPUB, ODT, XLSX) in memory. What an entry unpacks to is counted as
 * it comes out, whatever its header claims, so that a small file cannot fill the memory. A folder
 * around a whole package is taken off its names.
 *
 * @param wanted says by an entry's name whether it is to be unpacked.
 * @returns the entries' bytes by name.
 * @throws InputError for what is not a sound archive, is encrypted, or unpacks to too much.
 */
export async function unpack(
  bytes: Uint8Array,
  wanted: (name: string) => boolean = () => true,
): Promise<Map<string, Buffer>> {
  const zip = await open(bytes);
  const found = new Map<string, Buffer>();
  let total = 0;
  try {
    const entries: Entry[] = [];
    for await (const entry of zip.eachEntry()) {
      if (entries.length === maxEntries) throw tooMuch('holds more than 10,000 files');
      entries.push(entry);
    }
    const folder = wrappingFolder(entries.map(({ fileName }) => fileName));
    for (const entry of entries) {
      const name = entry.fileName.slice(folder.length);
      const isAside = !entry.fileName.startsWith(folder) || name === '' || name.endsWith('/');
      if (isAside || !wanted(name)) continue;
      if (entry.isEncrypted()) {
        throw new InputError('the file is encrypted', { remedy: 'save it without a password' });
      }
      const parts: Buffer[] = [];
      for await (const part of await zip.openReadStreamPromise(entry)) {
        total += part.length;
        if (total > largestArchive) throw tooMuch('unpacks to more than 128 MB');
        parts.push(part);
      }
      found.set(name, Buffer.concat(parts));
    }
  } catch (error) {
    throw error instanceof InputError ? error : damaged(error);
  } finally {
    zip.close();
  }
  return found;
}

/**
 * The folder that holds all there is in an archive, with its slash: of one that was packed again
 * from outside its folder, as the Finder does. Empty where there is not one.
 */
function wrappingFolder(names: readonly string[]): string {
  const own = names.filter((name) => !name.startsWith('__MACOSX/'));
  const folder = /^[^/]+\//.exec(own[0] ?? '')?.[0] ?? '';
  const holdsPackage = packages.some((each) => own.includes(folder + each));
  return holdsPackage && own.every((name) => name.startsWith(folder)) ? folder : '';
}

/** What stands at the root of a package, by which its root is known. */
const packages = ['META-INF/container.xml', '[Content_Types].xml', 'content.xml'];

function tooMuch(what: string): InputError {
  return new InputError(`the file ${what}`, {
    code: 'too-large',
    remedy: 'take the pictures and attachments out of it, or save its text alone',
  });
}

/** How Office wraps a file that a password protects, and how its older formats begin. */
const compound = /^ÐÏ\x11à¡±\x1aá/;

async function open(bytes: Uint8Array): Promise<ZipFile> {
  if (compound.test(Buffer.from(bytes.subarray(0, 8)).toString('latin1'))) {
    throw new InputError('the file is protected by a password, or in an older format of Office', {
      remedy: 'save it without a password, as .docx or .xlsx',
    });
  }
  return new Promise((resolve, reject) => {
    fromBuffer(Buffer.from(bytes), { lazyEntries: true, autoClose: false }, (error, zip) => {
      if (error || !zip) reject(damaged(error));
      else resolve(zip);
    });
  });
}

function damaged(error: unknown): InputError {
  const reason = error instanceof Error ? error.message : 'unknown reason';
  return new InputError(`the file is damaged: ${reason.slice(0, 120)}`, {
    remedy: 'open it in the program it comes from and save it again',
  });
}
