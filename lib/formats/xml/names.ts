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

const nameStart =
  'A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\u{10000}-\u{effff}';
const notInName = new RegExp(`[^${nameStart}\\-.0-9\u00b7\u0300-\u036f\u203f-\u2040]`, 'gu');
const startsName = new RegExp(`^[${nameStart}]`, 'u');

/** A name as an id; names that differ may come out alike, see `xmlIds`. */
function xmlId(name: string, within: boolean): string {
  const made = name.replace(notInName, (letter) => `_${letter.codePointAt(0)!.toString(16)}_`);
  return within || startsName.test(made) ? made : `w${made}`;
}
