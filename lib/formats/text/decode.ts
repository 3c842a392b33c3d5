import { analyse } from 'chardet';
import { InputError } from '../../core/errors';
import { binary, firstFault, lineOfByte } from '../../core/files';
import type { Warning } from '../../edition/model';
import { guessLanguage } from '../../language/script';
import { likelyEncodings } from './likely-encoding';
import { decodeStrictly } from './old-encodings';

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

const known = [...new Set(Object.values(encodings))];

/** How much of a file says its encoding; more costs time and says nothing new. */
const sample = 256 * 1024;

export interface DecodedText {
  text: string;
  /** What was concluded from the bytes alone, and may be wrong; and what of them is not text. */
  warnings: Warning[];
}

/**
 * Bytes of a text in whatever encoding: by byte order mark, what the file declares, UTF-8 where it is that
 * but for a few bytes, UTF-16 where zero bytes lie as it would have them, else the likeliest (ICU's method,
 * by chardet).
 *
 * @param declared the encoding that the file declares, by any of its names.
 * @throws InputError for binary files and encodings that cannot be known.
 */
export function decodeText(bytes: Uint8Array, name: string, declared?: string): DecodedText {
  const mark = markOf(bytes);
  if (mark === 'utf-8') return withFaults(bytes, utf8(bytes));
  if (mark) return { text: decodeAs(bytes, mark, name), warnings: [] };
  if (declared && !/^utf-?(?:8|16)/i.test(declared)) {
    if (isSurelyUtf8(bytes)) {
      const message = `declares ${declared.toUpperCase()}, but is UTF-8, and was read as that`;
      return { text: utf8(bytes), warnings: [{ message }] };
    }
    const text = attempt(bytes, declared);
    if (text !== null) return { text, warnings: [] };
  }
  const wide = utf16WithoutMark(bytes);
  const wideText = wide && attempt(bytes, wide);
  if (wide && wideText) return guessed(wideText, wide);
  const shifted = isShifted(bytes) ? attempt(bytes, 'iso-2022-jp') : null;
  if (shifted) return guessed(shifted, 'iso-2022-jp');
  const zero = bytes.indexOf(0);
  if (zero >= 0) throw binary(bytes, zero, name);
  const text = utf8(bytes);
  if (isMostlyUtf8(text)) return withFaults(bytes, text);
  const part = beginningOf(bytes, sample);
  const ranked = analyse(part).flatMap(({ name: found }) => encodings[found] ?? []);
  const language = guessLanguage(
    Buffer.from(part)
      .toString('latin1')
      .replace(/[^\p{ASCII}]/gu, ' '),
  );
  const lines = linesBeyondAscii(part);
  for (const encoding of likelyEncodings(ranked, known, language, (each) => attempt(lines, each))) {
    const likely = attempt(bytes, encoding);
    if (likely !== null) return guessed(likely, encoding);
  }
  throw new InputError('the file is not UTF-8 text', {
    file: name,
    line: lineOfByte(bytes, firstFault(bytes)),
    remedy: 'save it again as UTF-8',
  });
}

/**
 * The beginning of a text, which ends with a character whatever the encoding: with a space or the like, of which
 * no character is a part, or with a letter of ASCII, which is one or the end of one. In a run without either,
 * characters have two bytes, as far as they have more than one.
 */
function beginningOf(bytes: Uint8Array, length: number): Uint8Array {
  if (bytes.length <= length) return bytes;
  const begun = bytes.subarray(0, length);
  const end = begun.findLastIndex((byte) => byte < 0x30 || (byte >= 0x40 && byte < 0x80)) + 1;
  if (end > length / 2) return bytes.subarray(0, end);
  // A digit may be in the middle of a character of four bytes.
  if (begun.subarray(end).some((byte) => byte < 0x80)) return bytes;
  return bytes.subarray(0, end + 2 * Math.floor((length - end) / 2));
}

/** So many bytes of lines that have more than ASCII say what there is to be said. */
const enough = 8 * 1024;

/** The lines of a text that have more than ASCII, as far as they are needed to tell its encoding. */
function linesBeyondAscii(bytes: Uint8Array): Uint8Array {
  const found: Uint8Array[] = [];
  let length = 0;
  for (let from = 0; from < bytes.length && length < enough; ) {
    const end = bytes.indexOf(0x0a, from);
    const line = bytes.subarray(from, end < 0 ? bytes.length : end + 1);
    if (line.some((byte) => byte >= 0x80)) {
      const kept = beginningOf(line, enough);
      found.push(kept);
      length += kept.length;
    }
    from += line.length;
  }
  return Buffer.concat(found);
}

const guessed = (text: string, encoding: string): DecodedText => ({
  text,
  warnings: [{ message: `read as ${encoding.toUpperCase()}, which was guessed from its bytes` }],
});

/** The encoding that a byte order mark says. */
function markOf([first, second, third]: Uint8Array): string | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : null;
}

/** Stands for bytes that are not of the encoding. */
const replacement = '\uFFFD';
/** With at least this many characters of several bytes for each byte that does not fit, it is UTF-8. */
const minShare = 3;
/** The most bytes that are not text whose lines are reported. */
const maxReported = 20;

/** Bytes as UTF-8; each that is not is `replacement`. */
const utf8 = (bytes: Uint8Array): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

function isMostlyUtf8(text: string): boolean {
  const wrong = text.split(replacement).length - 1;
  if (wrong === 0) return true;
  const several = text.match(/[^\p{ASCII}\uFFFD]/gu)?.length ?? 0;
  return several >= minShare * wrong;
}

/** At least this many characters of several bytes, and no byte that does not fit, are not chance. */
const plenty = 4;

const isSurelyUtf8 = (bytes: Uint8Array): boolean =>
  isSound(bytes) && (utf8(bytes).match(/[^\p{ASCII}]/gu)?.length ?? 0) >= plenty;

/** Text in UTF-8, of which a few bytes may be something else: they are reported by their lines. */
function withFaults(bytes: Uint8Array, text: string): DecodedText {
  if (!text.includes(replacement) || isSound(bytes)) return { text, warnings: [] };
  const lines = text.split('\n').flatMap((line, k) => (line.includes(replacement) ? [k + 1] : []));
  const warnings = lines.slice(0, maxReported).map((line) => ({
    line,
    message: 'holds bytes that are not UTF-8, as the rest of the file is; each is shown as �',
  }));
  const more = lines.length - warnings.length;
  return {
    text,
    warnings: more > 0 ? [...warnings, { message: `so do ${more} more lines` }] : warnings,
  };
}

/** Whether bytes are UTF-8 throughout, which may hold the sign � itself. */
function isSound(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
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
  const text = decodeStrictly(bytes, encoding);
  return text === null || /[\u0000-\u0008\u000e-\u001a\u0080-\u009f]/.test(text) ? null : text;
}

/** Whether a text of seven bits shifts to the characters of ISO-2022-JP, as Japanese mail did. */
const isShifted = (bytes: Uint8Array): boolean => {
  const part = Buffer.from(bytes.subarray(0, sample)).toString('latin1');
  return part.includes('\u001b$') && /\u001b\$[@B]/.test(part) && !/[\u0080-\u00ff]/.test(part);
};

/** Latin letters and line ends in UTF-16 are every other byte zero, on one side only. */
function utf16WithoutMark(bytes: Uint8Array): string | null {
  const part = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  part.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2]++;
  });
  const [even, odd] = zeros;
  if (bytes.length % 2 !== 0 || Math.max(even, odd) < part.length / 40) return null;
  // Among letters of ASCII every other byte is zero; a zero here and there is a fault.
  const letters = part.filter((byte) => byte > 0 && byte < 0x80).length;
  const isLatin = letters > 0.9 * (part.length - even - odd);
  if (isLatin && Math.max(even, odd) < part.length / 3) return null;
  if (odd > 0 && even === 0) return 'utf-16le';
  return even > 0 && odd === 0 ? 'utf-16be' : null;
}
