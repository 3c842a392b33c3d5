/** The first element of an XML file. */
export interface XmlRoot {
  /** Without its prefix. */
  name: string;
  /** The attributes as they are written. */
  attributes: string;
}

/** What may stand before the first element. */
const prolog = /^(?:\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^[>]*(?:\[[\s\S]*?\]\s*)?>)/i;

/**
 * The first element of what looks like XML, without parsing the whole; null for other files.
 *
 * @param head the beginning of a file.
 */
export function xmlRoot(head: string): XmlRoot | null {
  let rest = head.replace(/^\uFEFF/, '');
  for (let found = prolog.exec(rest); found; found = prolog.exec(rest)) {
    rest = rest.slice(found[0].length);
  }
  const match = /^<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)((?:\s[^>]*)?)\/?>/.exec(rest);
  return match ? { name: match[1], attributes: match[2] } : null;
}
