import { createHash } from 'node:crypto';

/** First `length` hex digits of the SHA-256 of a text (as UTF-8) or of bytes. */
export function contentHash(text: string | Uint8Array, length = 64): string {
  return createHash('sha256').update(text).digest('hex').slice(0, length);
}
