import type { Element } from 'xast';
import { childrenOf, firstOf, parseXml } from '../xml/read';

/** Stand around the number of a list item while mammoth reads the document. */
const [opens, closes] = ['\ue013', '\ue014'];

interface Level {
  start: number;
  counted: boolean;
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
      levels[at] = { ...(own ?? levels[at] ?? { start: 1, counted: true }) };
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
    if (Number.isInteger(at) && at >= 0 && at < 9)
      levels[at] = { start, counted: format !== 'bullet' && format !== 'none' };
  }
  return levels;
}

function valOf(element: Element | undefined, name = 'val'): string {
  const found = Object.entries(element?.attributes ?? {}).find(
    ([key]) => key === name || key.endsWith(`:${name}`),
  );
  return String(found?.[1] ?? '');
}

/**
 * Writes into each item of a numbered list the number that Word shows before it: mammoth begins
 * every list with 1.
 *
 * @param xml of the main part.
 */
export function withNumbers(xml: string, numbering: string | undefined): string {
  const levels = numberings(numbering);
  if (levels.size === 0) return xml;
  const counts = new Map<string, number[]>();
  return xml.replace(
    /<w:numPr>((?:(?!<\/w:numPr>)[\s\S]){0,400})<\/w:numPr>((?:(?!<\/w:p>)[\s\S])*?<\/w:pPr>)/g,
    (whole, properties: string) => {
      const id = /<w:numId\b[^>]*w:val="(\d+)"/.exec(properties)?.[1] ?? '';
      const at = Number(/<w:ilvl\b[^>]*w:val="(\d)"/.exec(properties)?.[1] ?? 0);
      const level = levels.get(id)?.[at];
      if (!level?.counted || id === '0') return whole;
      const own = counts.get(id) ?? [];
      counts.set(id, own);
      own[at] = own[at] === undefined ? level.start : own[at] + 1;
      own.length = at + 1;
      return `${whole}<w:r><w:t>${opens}${own[at]}${closes}</w:t></w:r>`;
    },
  );
}

const marked = new RegExp(`<li>((?:<[^/][^>]*>)*)${opens}(\\d+)${closes}`, 'g');
const leftOver = new RegExp(`${opens}\\d+${closes}`, 'g');

/** Gives the items of lists the numbers that were written into them. */
export function takeNumbers(html: string): string {
  return html.replace(marked, '<li value="$2">$1').replace(leftOver, '');
}
