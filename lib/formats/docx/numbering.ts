import type { Element } from 'xast';
import { listLabel } from '../html/list-numbers';
import { type NumberStyle, numberStyle, written } from '../item-numbers';
import { childrenOf, firstOf, parseXml } from '../xml/read';
import { escapedText } from '../xml/text';

/** Stand around the number of a list item while mammoth reads the document. */
const [opens, closes] = ['\ue013', '\ue014'];

interface Level {
  start: number;
  /** None where it is counted, but has no number of its own: a bullet. */
  style: NumberStyle | null;
  /** What is shown, with `%1` for the number of the first level. */
  text: string;
}

/** What a numbered list or a style of paragraphs says: of which numbering it is, at which level. */
interface Numbered {
  id: string;
  level: number;
}

interface StyleOfParagraphs {
  numbered: Partial<Numbered>;
  basedOn: string;
}

/** The levels of each numbering of a document, by `numId`. */
function numberings(xml: string | undefined): Map<string, Level[]> {
  const found = new Map<string, Level[]>();
  const root = xml ? firstOf(parseXml(Buffer.from(xml), 'word/numbering.xml'), 'numbering') : null;
  if (!root) return found;
  const abstracts = new Map<string, Level[]>();
  for (const abstract of childrenOf(root, 'abstractNum')) {
    abstracts.set(valOf(abstract, 'abstractNumId'), levelsOf(abstract, []));
  }
  for (const num of childrenOf(root, 'num')) {
    const base = abstracts.get(valOf(childrenOf(num, 'abstractNumId')[0])) ?? [];
    const levels = base.map((level) => ({ ...level }));
    for (const override of childrenOf(num, 'lvlOverride')) {
      const at = Number(valOf(override, 'ilvl'));
      const [own] = levelsOf(override, []);
      const start = Number(valOf(childrenOf(override, 'startOverride')[0]) || Number.NaN);
      const plain: Level = { start: 1, style: 'decimal', text: `%${at + 1}.` };
      levels[at] = { ...(own ?? levels[at] ?? plain) };
      if (!Number.isNaN(start)) levels[at].start = start;
    }
    found.set(valOf(num, 'numId'), levels);
  }
  return found;
}

function levelsOf(parent: Element, levels: Level[]): Level[] {
  for (const level of childrenOf(parent, 'lvl')) {
    const format = valOf(childrenOf(level, 'numFmt')[0]) || 'decimal';
    const start = Number(valOf(childrenOf(level, 'start')[0]) || 1);
    const at = parent.name.endsWith('abstractNum') ? Number(valOf(level, 'ilvl')) : 0;
    const counted = format !== 'bullet' && format !== 'none';
    const [shown] = childrenOf(level, 'lvlText');
    const text = shown ? valOf(shown) : `%${at + 1}.`;
    if (Number.isInteger(at) && at >= 0 && at < 9)
      levels[at] = { start, style: counted ? numberStyle(format) : null, text };
  }
  return levels;
}

function valOf(element: Element | undefined, name = 'val'): string {
  const found = Object.entries(element?.attributes ?? {}).find(
    ([key]) => key === name || key.endsWith(`:${name}`),
  );
  return String(found?.[1] ?? '');
}

/** What the styles of paragraphs say of their numbers, by their ids. */
function stylesOf(xml: string): Map<string, StyleOfParagraphs> {
  const found = new Map<string, StyleOfParagraphs>();
  for (const [, attributes, content] of xml.matchAll(
    /<w:style\b([^>]*)>((?:(?!<\/w:style>)[\s\S])*)/g,
  )) {
    const id = /\bw:styleId="([^"]*)"/.exec(attributes)?.[1] ?? '';
    const basedOn = /<w:basedOn\b[^>]*w:val="([^"]*)"/.exec(content)?.[1] ?? '';
    found.set(id, { numbered: numberedBy(content), basedOn });
  }
  return found;
}

function numberedBy(properties: string): Partial<Numbered> {
  const own = /<w:numPr>([\s\S]{0,400}?)<\/w:numPr>/.exec(properties)?.[1] ?? '';
  const id = /<w:numId\b[^>]*w:val="(\d+)"/.exec(own)?.[1];
  const level = /<w:ilvl\b[^>]*w:val="(\d)"/.exec(own)?.[1];
  return {
    ...(id === undefined ? {} : { id }),
    ...(level === undefined ? {} : { level: Number(level) }),
  };
}

/** What a paragraph says of its number itself, or by its style and those that it is based on. */
function numberedAs(
  properties: string,
  styles: ReadonlyMap<string, StyleOfParagraphs>,
): Numbered | null {
  let found = numberedBy(properties);
  const seen = new Set<string>();
  let style = /<w:pStyle\b[^>]*w:val="([^"]*)"/.exec(properties)?.[1] ?? '';
  for (; style !== '' && !seen.has(style); style = styles.get(style)?.basedOn ?? '') {
    seen.add(style);
    found = { ...styles.get(style)?.numbered, ...found };
  }
  return found.id === undefined || found.id === '0'
    ? null
    : { id: found.id, level: found.level ?? 0 };
}

/**
 * Writes into each paragraph that is numbered the number that Word shows before it: mammoth begins
 * every list with 1, and leaves out those of headings.
 *
 * @param xml of the main part.
 */
export function withNumbers(xml: string, numbering: string | undefined, styled: string): string {
  const levels = numberings(numbering);
  if (levels.size === 0) return xml;
  const styles = stylesOf(styled);
  const counts = new Map<string, number[]>();
  return xml.replace(/<w:pPr>((?:(?!<\/w:pPr>)[\s\S])*)<\/w:pPr>/g, (whole, properties: string) => {
    const numbered = numberedAs(properties, styles);
    const own = numbered && levels.get(numbered.id);
    const level = own?.[numbered?.level ?? 0];
    if (!numbered || !own || !level) return whole;
    const counted = counts.get(numbered.id) ?? [];
    counts.set(numbered.id, counted);
    const at = numbered.level;
    counted[at] = counted[at] === undefined ? level.start : counted[at] + 1;
    counted.length = at + 1;
    if (!level.style) return whole;
    const shown = level.text.replace(/%(\d)/g, (_, digit: string) => {
      const { start = 1, style } = own[Number(digit) - 1] ?? {};
      return written(counted[Number(digit) - 1] ?? start, style ?? 'decimal');
    });
    // A figure that nothing follows is a number all the same.
    const number = /^\d+$/.test(shown) ? `${shown}.` : shown.trim();
    if (!/[\p{L}\p{N}]/u.test(number)) return whole;
    return `${whole}<w:r><w:t>${opens}${escapedText(number)}${closes}</w:t></w:r>`;
  });
}

const number = `${opens}([^${closes}]*)${closes}`;
const ofItem = new RegExp(`<li>((?:<[^/][^>]*>)*)${number}`, 'g');
const ofBlock = new RegExp(`(<(?:p|h[1-6])(?:\\s[^>]*)?>(?:<a id="[^"]*"></a>)*)${number}`, 'g');
const leftOver = new RegExp(number, 'g');

/** Gives the items of lists, and other blocks, the numbers that were written into them. */
export function takeNumbers(html: string): string {
  return html
    .replace(ofItem, `<li ${listLabel}="$2">$1`)
    .replace(ofBlock, '$1<span class="label">$2</span> ')
    .replace(leftOver, '');
}
