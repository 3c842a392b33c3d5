import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';

/** How many hex digits of the hash each use keeps. */
export const hashLengths = {
  /** Within one edition: the id of a segment. */
  segment: 8,
  /** A name for one of a few: a database, a library folder. */
  name: 12,
  /** Whether a file is as its reader knew it. */
  revision: 16,
  /** The contents that a cached result was computed from. */
  content: 24,
  /** The same where a collision would show one text for another. */
  strong: 32,
  full: 64,
} as const;

/**
 * The SHA-256 of a text (as UTF-8) or of bytes, in hex digits. In JavaScript, as segments get their
 * ids in browsers, too.
 */
export function contentHash(
  text: string | Uint8Array,
  length: keyof typeof hashLengths = 'full',
): string {
  const bytes = typeof text === 'string' ? utf8ToBytes(text) : text;
  return bytesToHex(sha256(bytes)).slice(0, hashLengths[length]);
}
