import { withCharacters } from '../../edition/html-tags';

/** What XML itself knows. */
const own = new Set(['amp', 'lt', 'gt', 'quot', 'apos']);

/**
 * XML with the characters that HTML’s and ISO’s names stand for (`&eacute;`, `&mdash;`), which the DTDs of
 * older documents declare. What a document declares itself is not expanded, and names in comments and
 * character data stay.
 */
export function withNamedCharacters(xml: string): string {
  if (!/&[A-Za-z]/.test(xml)) return xml;
  const declared = new Set(
    [...xml.slice(0, 100_000).matchAll(/<!ENTITY\s+([\w.-]+)/g)].map(([, name]) => name),
  );
  const found = /<!--|<!\[CDATA\[|&([A-Za-z][\da-z]{1,30});/gi;
  let out = '';
  let at = 0;
  for (let match = found.exec(xml); match; match = found.exec(xml)) {
    const [written, name] = match;
    if (name === undefined) {
      const end = xml.indexOf(written === '<!--' ? '-->' : ']]>', found.lastIndex);
      if (end < 0) break;
      found.lastIndex = end;
      continue;
    }
    const characters = own.has(name) || declared.has(name) ? written : withCharacters(written);
    // A name that is not known stays, and is a fault of the document.
    if (characters === written) continue;
    out += xml.slice(at, match.index) + characters.replace(/&/g, '&#38;').replace(/</g, '&#60;');
    at = found.lastIndex;
  }
  return out + xml.slice(at);
}
