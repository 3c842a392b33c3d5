import { streamXml } from '../formats/xml/stream';
import { licenceIn } from './dictd';
import type { DictionaryEntry, ParsedDictionary } from './dictionary-file';
import { renderingsOf } from './renderings';

/**
 * Reads a dictionary of FreeDict in TEI: `entry/form/orth`, `sense/cit[@type="trans"]/quote`.
 *
 * Source: https://github.com/freedict/fd-dictionaries/wiki/FreeDict-HOWTO
 *
 * @throws InputError with the line, for what is not well-formed.
 */
export function readFreedictTei(bytes: Uint8Array, name: string): ParsedDictionary {
  const entries: DictionaryEntry[] = [];
  const open: string[] = [];
  let [title, licence, words] = ['', '', ''];
  let entry: DictionaryEntry | null = null;
  let translations = 0;
  streamXml(bytes, name, {
    open: (element, attributes) => {
      open.push(element);
      if (element === 'entry') entry = { head: '', renderings: [] };
      const isTranslation = /^trans/.test(attributes.type ?? '');
      if (element === 'cit' && (isTranslation || translations > 0)) translations++;
      if (element === 'orth' || element === 'quote') words = '';
    },
    text: (value) => {
      if (open.includes('availability')) licence += value;
      else if (open.at(-1) === 'title' && open.includes('titleStmt') && title === '') title = value;
      else words += value;
    },
    close: (element) => {
      open.pop();
      if (element === 'orth' && entry && entry.head === '') entry.head = words.trim();
      if (element === 'quote' && entry && translations > 0) {
        entry.renderings.push(...renderingsOf(words));
      }
      if (element === 'cit' && translations > 0) translations--;
      if (element === 'entry' && entry) {
        if (entry.head !== '' && entry.renderings.length > 0) entries.push(entry);
        entry = null;
      }
    },
  });
  const terms = licenceIn(licence);
  return {
    entries,
    ...(title.trim() ? { title: title.trim() } : {}),
    ...(terms ? { licence: terms } : {}),
  };
}
