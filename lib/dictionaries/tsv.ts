import type { DictionaryEntry } from './dictionary-file';

/**
 * Reads word lists: `word<TAB>rendering`, or with a space between as MUSE has them; hunalign’s dictionaries,
 * `rendering @ word`, the other way round. Lines that begin with # are comments; the first may name the licence.
 *
 * Sources: https://github.com/facebookresearch/MUSE, https://github.com/danielvarga/hunalign.
 */
export function* readTsv(text: string): Generator<DictionaryEntry> {
  for (const line of text.split(/\r?\n/)) {
    if (line.startsWith('#') || line.trim() === '') continue;
    const pair = pairOf(line);
    if (pair) yield { head: pair[0], renderings: [pair[1]] };
  }
}

function pairOf(line: string): [string, string] | null {
  const parts = line.includes(' @ ')
    ? line.split(' @ ').reverse()
    : line.includes('\t')
      ? line.split('\t')
      : line.trim().split(/ +/);
  const [head, rendering] = parts.map((each) => each.trim());
  return head && rendering ? [head, rendering] : null;
}
