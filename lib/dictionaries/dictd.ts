import type { DictionaryEntry } from './dictionary-file';
import { renderingsOf } from './renderings';

const digits = new Map(
  [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].map((each, k) => [
    each,
    k,
  ]),
);
function numberOf(text: string): number {
  let sum = 0;
  for (const each of text) sum = sum * 64 + (digits.get(each) ?? 0);
  return sum;
}

/** Lines of an entry that say something else than how to render its headword. */
const notRenderings = /^\s*(?:Synonyms?:|see:|Note:|Antonyms?:|")/;

/** What a dictd database says of itself, in entries whose names begin so. */
const own = /^00-?database-?/;

/**
 * Reads a dictd database, as Debian’s `dict-freedict-*` packages have them.
 *
 * @param index lines of headword, offset and length in `text`, the numbers in base 64.
 * @param text the bodies of the entries: the headword with its pronunciation in the first line, then
 *   renderings. Source: dictd(8), dictfmt(1).
 */
export function* readDictd(index: string, text: Buffer): Generator<DictionaryEntry> {
  for (const line of index.split('\n')) {
    const [key, offset, length] = line.split('\t');
    if (!offset || !length || own.test(key)) continue;
    const from = numberOf(offset);
    const [head, ...rest] = text.toString('utf8', from, from + numberOf(length)).split('\n');
    const written = renderingsOf(head.replace(/[,;]/g, ' '))[0];
    const renderings = rest
      .filter((each) => each.trim() !== '' && !notRenderings.test(each))
      .flatMap(renderingsOf);
    if (written && renderings.length > 0) yield { head: written, renderings };
  }
}

/** What a dictd database says of itself: its name, and the terms under which it may be used. */
export function aboutDictd(index: string, text: Buffer): { title?: string; licence?: string } {
  const entry = (name: string) => {
    const line = index.split('\n').find((each) => each.replace(/-/g, '').startsWith(`${name}\t`));
    const [, offset, length] = line?.split('\t') ?? [];
    if (!offset || !length) return '';
    const from = numberOf(offset);
    return text.toString('utf8', from, from + numberOf(length));
  };
  const lines = (name: string) =>
    entry(name)
      .split('\n')
      .filter((each) => each.trim() !== '');
  const short = lines('00databaseshort').find((each) => !own.test(each.trim()));
  const licence = licenceIn(entry('00databaseinfo'));
  return { ...(short ? { title: short.trim() } : {}), ...(licence ? { licence } : {}) };
}

/** The licence that a notice names, in the short form of SPDX where it is one of the usual. */
export function licenceIn(notice: string): string | undefined {
  const flat = notice.replace(/\s+/g, ' ');
  const gpl = /(?:GNU General Public Licen[sc]e|\bGPL)\D{0,24}(\d(?:\.\d)?)/i.exec(flat);
  if (gpl) {
    const orLater = /any later version|or later/i.test(flat.slice(gpl.index, gpl.index + 120));
    const version = gpl[1].includes('.') ? gpl[1] : `${gpl[1]}.0`;
    return `GPL-${version}-${orLater ? 'or-later' : 'only'}`;
  }
  const cc = /\bCC[- ](BY(?:-(?:SA|NC|ND))*)[- ](\d\.\d)|CC0/i.exec(flat);
  if (cc) return cc[1] ? `CC-${cc[1].toUpperCase()}-${cc[2]}` : 'CC0-1.0';
  if (/GNU General Public Licen[sc]e|\bGPL\b/i.test(flat)) return 'GPL';
  if (/public domain/i.test(flat)) return 'public domain';
  return undefined;
}
