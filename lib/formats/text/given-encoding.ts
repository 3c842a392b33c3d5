import iconv from 'iconv-lite';
import { InputError } from '../../core/errors';
import { binary } from '../../core/files';
import type { GivenFile } from '../document';
import { decodeStrictly } from './old-encodings';

/** Encodings of which zero bytes are a part. */
const wide = /^utf-?(?:16|32)/i;

/** What the library decodes, too, but no text is written in. */
const noText = new Set(['base64', 'hex', 'binary']);

/**
 * A file whose encoding is given as one in UTF-8, whatever it declares, and of no given encoding; any other as it is.
 *
 * @throws InputError for an encoding that is not known, for bytes that are not of it, and for what is not text.
 */
export function inGivenEncoding(file: GivenFile): GivenFile {
  const { encoding, ...others } = file;
  if (encoding === undefined) return file;
  const { bytes, name } = others;
  const called = encoding.trim().toLowerCase();
  if (noText.has(called) || !(isOfTheWeb(called) || iconv.encodingExists(called))) {
    throw new InputError(`“${encoding}” is not the name of an encoding that is known`, {
      file: name,
      remedy: 'give one such as windows-1251, gb18030, cp850 or macintosh',
    });
  }
  const zero = bytes.indexOf(0);
  if (zero >= 0 && !wide.test(called)) throw binary(bytes, zero, name);
  const text = isOfTheWeb(called) ? decodeStrictly(bytes, called) : decodeOther(bytes, called);
  if (text === null) {
    throw new InputError(`the file is not ${encoding}`, {
      file: name,
      remedy: 'leave the encoding to be found out, or give another',
    });
  }
  return { ...others, bytes: new TextEncoder().encode(`\uFEFF${text.replace(/^\uFEFF/, '')}`) };
}

/** Bytes in an encoding that the web does not know, as most of DOS; null where they are not of it. */
function decodeOther(bytes: Uint8Array, encoding: string): string | null {
  const text = iconv.decode(Buffer.from(bytes), encoding);
  return text.includes('\uFFFD') ? null : text;
}

function isOfTheWeb(encoding: string): boolean {
  try {
    return new TextDecoder(encoding).encoding !== '';
  } catch {
    return false;
  }
}
