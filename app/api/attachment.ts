import contentDisposition from 'content-disposition';

/** Letters of a title in the name of a file, at most: file systems take 255 bytes. */
const maxLetters = 60;

/**
 * The header by which an answer is kept as a file that is named as readers know it: by the title of its
 * work, what of it the file holds, and the ending of its form (RFC 6266).
 */
export function attachment(title: string, what: string, ending: string): string {
  // Signs that some file systems refuse.
  const plain = (text: string) => text.replace(/[\p{Cc}\\/:*?"<>|]+/gu, ' ').trim();
  const name = [...plain(title)].slice(0, maxLetters).join('');
  return contentDisposition(`${[name, plain(what)].filter(Boolean).join(' ')}.${ending}`);
}
