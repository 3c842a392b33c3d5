import { TextDecoder } from '@exodus/bytes/encoding.js';
import iconv from 'iconv-lite';

/**
 * Encodings that the WHATWG's standard does not have: of DOS in western and central Europe, Ukraine, Greece and
 * the United States, and of the Macintosh in central Europe.
 */
export const iconvEncodings = [
  'cp850',
  'cp437',
  'cp852',
  'cp1125',
  'cp737',
  'maccenteuro',
] as const;

/**
 * Bytes as text, or null where they are not of the encoding. By a decoder that follows the WHATWG's tables:
 * in Node 20 the built-in one reads windows-1252 as Latin-1, and loses “ ” ’ – €.
 */
export function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  if (iconvEncodings.some((name) => name === encoding))
    return iconv.decode(Buffer.from(bytes), encoding);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
