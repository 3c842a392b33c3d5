/**
 * Names that XML allows as ids (NCName), one for each of the names given, all different: what XML
 * does not allow is written by its code, `A²` as `A_b2_`.
 * Source: https://www.w3.org/TR/xml-names/#NT-NCName
 */
export function xmlIds(names: Iterable<string>, prefix = ''): Map<string, string> {
  const ids = new Map<string, string>();
  const used = new Set<string>();
  for (const name of names) {
    if (ids.has(name)) continue;
    const made = prefix + xmlId(name, prefix !== '');
    let id = made;
    for (let k = 2; used.has(id); k++) id = `${made}_${k}`;
    used.add(id);
    ids.set(name, id);
  }
  return ids;
}

/**
 * Letters of the commonest scripts that every edition of XML 1.0 takes for letters of names: libxml2 and Jing
 * hold ids to the fourth, which knows fewer than the fifth.
 * Source: https://www.w3.org/TR/2006/REC-xml-20060816/#CharClasses
 */
const nameStart = [
  'A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u0131\u0134-\u013e\u0141-\u0148\u014a-\u017e\u0180-\u01c3',
  '\u0386\u0388-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce',
  '\u0401-\u040c\u040e-\u044f\u0451-\u045c\u045e-\u0481',
  '\u05d0-\u05ea\u0621-\u063a\u0641-\u064a\u0905-\u0939\u0e01-\u0e2e',
  '\u3041-\u3094\u30a1-\u30fa\u4e00-\u9fa5\uac00-\ud7a3',
].join('');
const notInName = new RegExp(`[^${nameStart}\\-.0-9\u00b7\u0300-\u0345]`, 'gu');
const startsName = new RegExp(`^[${nameStart}]`, 'u');

/** A name as an id; names that differ may come out alike, see `xmlIds`. */
function xmlId(name: string, within: boolean): string {
  const made = name.replace(notInName, (letter) => `_${letter.codePointAt(0)!.toString(16)}_`);
  return within || startsName.test(made) ? made : `w${made}`;
}
