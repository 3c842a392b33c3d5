import { htmlVoidElements } from 'html-void-elements';
import { escapedText } from '../xml/text';

const voids = new Set(htmlVoidElements);

/** Whether a page is written as XML: it says so, or is called so. */
export const isXhtml = (source: string, name: string): boolean =>
  /\.xht(?:ml)?$/i.test(name) ||
  /^\uFEFF?\s*<\?xml\s/.test(source) ||
  /<html\b[^>]*\sxmlns\s*=/i.test(source.slice(0, 4000));

const attribute = /\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'))?/.source;
const closedTag = new RegExp(`<([A-Za-z][\\w.:-]*)((?:${attribute})*)\\s*/>`, 'g');
/**
 * A page of XML in the syntax of HTML, line by line as it was: elements that are closed at once (`<title/>`,
 * `<i/>`) have an end tag, without which HTML takes all that follows into them, and character data are text.
 */
export const xhtmlAsHtml = (source: string): string =>
  dataAsText(source).replace(closedTag, (found, name: string, attributes: string) =>
    voids.has(name.toLowerCase()) ? found : `<${name}${attributes}></${name}>`,
  );

/** Writes character data as text. What is within comments stays. */
function dataAsText(source: string): string {
  let out = '';
  let at = 0;
  const opening = /<!--|<!\[CDATA\[/g;
  for (;;) {
    opening.lastIndex = at;
    const found = opening.exec(source);
    if (!found) break;
    const [begin, end] = found[0] === '<!--' ? ['<!--', '-->'] : ['<![CDATA[', ']]>'];
    const from = found.index + begin.length;
    const to = source.indexOf(end, from);
    if (to < 0) break;
    const text = source.slice(from, to);
    const written = begin === '<!--' ? `<!--${text}-->` : escapedText(text);
    out += source.slice(at, found.index) + written;
    at = to + end.length;
  }
  return out + source.slice(at);
}
