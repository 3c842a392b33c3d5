import { fromBuffer, type ZipFile } from 'yauzl';
import { InputError } from '../core/errors';

/** Bytes that an archive may hold when unpacked, all its entries together. */
export const largestArchive = 128 * 1024 * 1024;
/** Entries that an archive may have. */
const maxEntries = 10_000;

/**
 * Unpacks a ZIP archive (DOCX, EPUB, ODT, XLSX) in memory. What an entry unpacks to is counted as
 * it comes out, whatever its header claims, so that a small file cannot fill the memory.
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
  let count = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      if (++count > maxEntries) throw tooMuch('holds more than 10,000 files');
      if (entry.fileName.endsWith('/') || !wanted(entry.fileName)) continue;
      if (entry.isEncrypted()) {
        throw new InputError('the file is encrypted', { remedy: 'save it without a password' });
      }
      const parts: Buffer[] = [];
      for await (const part of await zip.openReadStreamPromise(entry)) {
        total += part.length;
        if (total > largestArchive) throw tooMuch('unpacks to more than 128 MB');
        parts.push(part);
      }
      found.set(entry.fileName, Buffer.concat(parts));
    }
  } catch (error) {
    throw error instanceof InputError ? error : damaged(error);
  } finally {
    zip.close();
  }
  return found;
}

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
