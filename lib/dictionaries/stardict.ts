import { InputError } from '../core/errors';
import type { DictionaryEntry } from './dictionary-file';
import { renderingsOf } from './renderings';

/** The fields of an `.ifo` file. */
export function readIfo(text: string, file: string): Map<string, string> {
  if (!text.startsWith("StarDict's dict ifo file")) {
    throw new InputError('the file does not begin as an .ifo file of StarDict', {
      file,
      remedy: 'give the .ifo file with its .idx and .dict beside it',
    });
  }
  return new Map(
    text.split(/\r?\n/).flatMap((line): [string, string][] => {
      const at = line.indexOf('=');
      return at > 0 ? [[line.slice(0, at), line.slice(at + 1).trim()]] : [];
    }),
  );
}

/** Types of fields whose end is a zero byte, as against a length before them. */
const isText = (type: string): boolean => type === type.toLowerCase();

/**
 * Reads a dictionary of StarDict.
 *
 * @param index headwords, each with a zero byte, its offset (4 or 8 bytes) and its length.
 * @param text definitions. Source: StarDictFileFormat in the documentation of StarDict.
 */
export function* readStarDict(
  info: ReadonlyMap<string, string>,
  index: Buffer,
  text: Buffer,
): Generator<DictionaryEntry> {
  const wide = info.get('idxoffsetbits') === '64' ? 8 : 4;
  const types = info.get('sametypesequence');
  for (let at = 0; at < index.length; ) {
    const end = index.indexOf(0, at);
    if (end < 0 || end + 1 + wide + 4 > index.length) return;
    const head = index.toString('utf8', at, end);
    const offset =
      wide === 8 ? Number(index.readBigUInt64BE(end + 1)) : index.readUInt32BE(end + 1);
    const length = index.readUInt32BE(end + 1 + wide);
    at = end + 1 + wide + 4;
    const renderings = textsOf(text.subarray(offset, offset + length), types)
      .flatMap((each) => each.split(/\n|<br\s*\/?>|<\/(?:p|div|li|dd)>/i))
      .map((line) => line.replace(/<[^>]*>/g, ' '))
      .flatMap(renderingsOf)
      .filter((each) => each !== head);
    if (renderings.length > 0) yield { head, renderings };
  }
}

/** The texts of a definition: fields of meaning, of markup or of plain text; sounds and pictures are passed over. */
function textsOf(definition: Buffer, types: string | undefined): string[] {
  const found: string[] = [];
  let at = 0;
  for (let k = 0; at < definition.length; k++) {
    const type = types === undefined ? String.fromCharCode(definition[at++]) : types[k];
    if (type === undefined) break;
    // The last field of a known sequence has neither length nor end.
    const isLast = types !== undefined && k === types.length - 1;
    let end: number;
    if (isLast) end = definition.length;
    else if (isText(type)) {
      const zero = definition.indexOf(0, at);
      end = zero < 0 ? definition.length : zero;
    } else {
      if (at + 4 > definition.length) break;
      end = Math.min(definition.length, at + 4 + definition.readUInt32BE(at));
    }
    if ('mlghx'.includes(type)) found.push(definition.toString('utf8', at, end));
    at = isLast || !isText(type) ? end : end + 1;
  }
  return found;
}
