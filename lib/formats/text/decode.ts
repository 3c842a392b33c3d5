import { analyse } from 'chardet';
import { InputError } from '../../core/errors';
import { binary, firstFault, lineOfByte } from '../../core/files';
import type { Warning } from '../../edition/model';

/** Encodings that are looked for, as `TextDecoder` calls them, by the names of the detector. */
const encodings: Record<string, string> = {
  GB18030: 'gb18030',
  Big5: 'big5',
  Shift_JIS: 'shift_jis',
  'EUC-JP': 'euc-jp',
  'EUC-KR': 'euc-kr',
  'KOI8-R': 'koi8-r',
  'windows-1250': 'windows-1250',
  'windows-1251': 'windows-1251',
  'windows-1252': 'windows-1252',
  'windows-1253': 'windows-1253',
  'windows-1254': 'windows-1254',
  'windows-1255': 'windows-1255',
  'windows-1256': 'windows-1256',
  'ISO-8859-1': 'windows-1252',
  'ISO-8859-2': 'iso-8859-2',
  'ISO-8859-5': 'iso-8859-5',
  'ISO-8859-6': 'iso-8859-6',
  'ISO-8859-7': 'iso-8859-7',
  'ISO-8859-8': 'iso-8859-8',
  'ISO-8859-9': 'windows-1254',
};

/** How much of a file says its encoding; more costs time and says nothing new. */
const sample = 256 * 1024;

export interface DecodedText {
  text: string;
  /** As `TextDecoder` names it. */
  encoding: string;
  /** Whether it was concluded from the bytes alone, and so may be wrong. */
  guessed: boolean;
}

/** What is reported of an encoding that was guessed. */
export function guessedEncoding(encoding: string): Warning {
  return { message: `read as ${encoding.toUpperCase()}, which was guessed from its bytes` };
}

/**
 * Bytes of a text in whatever encoding: by byte order mark, UTF-8 where it is that, UTF-16 where
 * zero bytes lie as it would have them, else the likeliest (ICU's method, by chardet).
 *
 * @throws InputError for binary files and encodings that cannot be known.
 */
export function decodeText(bytes: Uint8Array, name: string): DecodedText {
  const [first, second] = bytes;
  const mark =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : null;
  if (mark) return { text: decodeAs(bytes, mark, name), encoding: mark, guessed: false };
  const wide = utf16WithoutMark(bytes);
  const wideText = wide && attempt(bytes, wide);
  if (wide && wideText) return { text: wideText, encoding: wide, guessed: true };
  const zero = bytes.indexOf(0);
  if (zero >= 0) throw binary(bytes, zero, name);
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { text, encoding: 'utf-8', guessed: false };
  } catch {
    const part = bytes.subarray(0, sample);
    for (const { name: found } of analyse(part)) {
      const encoding = encodings[found];
      if (!encoding) continue;
      const text = attempt(bytes, encoding);
      if (text === null) continue;
      const other = latin.test(encoding) && isGarbled(text) ? otherScript(part) : null;
      const better = other && attempt(bytes, other);
      if (other && better) return { text: better, encoding: other, guessed: true };
      return { text, encoding, guessed: true };
    }
    throw new InputError('the file is not UTF-8 text', {
      file: name,
      line: lineOfByte(bytes, firstFault(bytes)),
      remedy: 'save it again as UTF-8',
    });
  }
}

const latin = /^(?:windows-125[024]|iso-8859-2)$/;

/** Whether most words with letters beyond ASCII have hardly any others, as no Latin text has. */
function isGarbled(text: string): boolean {
  const words =
    text.match(/\p{L}*[\u0080-\uffff]\p{L}*/gu)?.filter(({ length }) => length > 3) ?? [];
  const garbled = words.filter((word) => word.replace(/[a-z]/gi, '').length > word.length * 0.7);
  return garbled.length > words.length / 2;
}

/**
 * The encoding of the words of another script in a text that is also in English or the like: ASCII
 * letters say nothing of it.
 */
function otherScript(bytes: Uint8Array): string | null {
  const isLetter = (byte: number) => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
  for (const { name } of analyse(bytes.filter((byte) => !isLetter(byte)))) {
    const encoding = encodings[name];
    if (encoding && !latin.test(encoding) && /^(?:windows|koi8|iso)/.test(encoding))
      return encoding;
  }
  return null;
}

function decodeAs(bytes: Uint8Array, encoding: string, name: string): string {
  const text = attempt(bytes, encoding);
  if (text !== null) return text;
  throw new InputError(`the file is not sound ${encoding.toUpperCase()}`, {
    file: name,
    remedy: 'save it again as UTF-8',
  });
}

/** Text, or null where the bytes are not of that encoding or hold what no text does. */
function attempt(bytes: Uint8Array, encoding: string): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return /[\u0000-\u0008\u000e-\u001a\u0080-\u009f]/.test(text) ? null : text;
  } catch {
    return null;
  }
}

/** Latin letters and line ends in UTF-16 are every other byte zero, on one side only. */
function utf16WithoutMark(bytes: Uint8Array): string | null {
  const part = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  part.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2]++;
  });
  const [even, odd] = zeros;
  if (bytes.length % 2 !== 0 || Math.max(even, odd) < part.length / 40) return null;
  if (odd > 0 && even === 0) return 'utf-16le';
  return even > 0 && odd === 0 ? 'utf-16be' : null;
}
