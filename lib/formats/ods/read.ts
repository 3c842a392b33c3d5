import type { Element, Nodes } from 'xast';
import { InputError } from '../../core/errors';
import { unpack } from '../archive';
import { checkTable } from '../bounds';
import { type GivenFile, type IngestedDocument, Losses } from '../document';
import { tableDocument } from '../table';
import { allOf, attribute, childrenOf, firstOf, isElement, localName, parseXml } from '../xml/read';

/**
 * Reads the first sheet of an OpenDocument spreadsheet that has words: a column an edition, a row a
 * paragraph, as those of Excel. Cells are read as they are shown.
 */
export async function readOds({ bytes, name }: GivenFile): Promise<IngestedDocument> {
  const parts = await unpack(bytes, (entry) => entry === 'content.xml');
  const content = parts.get('content.xml');
  const sheets = content && firstOf(parseXml(content, 'content.xml'), 'spreadsheet');
  if (!sheets) {
    throw new InputError('the workbook has no sheets', {
      file: name,
      remedy: 'open it in a spreadsheet program and save it again as .xlsx or .ods',
    });
  }
  const losses = new Losses();
  const tables = childrenOf(sheets, 'table').map((table) => rowsOf(table, losses));
  const used = tables.filter((rows) => rows.some((row) => row.some((cell) => cell !== '')));
  const document = tableDocument(used[0] ?? [], name);
  for (const rows of used.slice(1)) {
    losses.add('sheets after the first', undefined, rows.flat().join(' '));
  }
  document.editions[0].warnings.push(...losses.warnings());
  return document;
}

/** The cells of a sheet as they are shown, without the empty ones at its edges. */
function rowsOf(table: Element, losses: Losses): string[][] {
  const rows: string[][] = [];
  /** Rows that are written once and stand several times; empty ones may fill the sheet to its end. */
  let emptyRows = 0;
  const look = (node: Element): void => {
    for (const child of childrenOf(node)) {
      const name = localName(child);
      if (name !== 'table-row') {
        if (/^table-(?:row-group|rows|header-rows)$/.test(name)) look(child);
        else if (/^shapes$/.test(name)) reportDrawn(child, losses);
        continue;
      }
      const cells = cellsOf(child, losses);
      const repeated = repeats(child, 'table:number-rows-repeated');
      if (cells.length === 0) {
        emptyRows += repeated;
        continue;
      }
      checkTable(rows.length + emptyRows + repeated, cells.length);
      for (; emptyRows > 0; emptyRows--) rows.push([]);
      for (let k = 0; k < repeated; k++) rows.push(cells);
    }
  };
  look(table);
  return rows;
}

function cellsOf(row: Element, losses: Losses): string[] {
  const cells: string[] = [];
  let empty = 0;
  for (const cell of childrenOf(row)) {
    if (!/^(?:covered-)?table-cell$/.test(localName(cell))) continue;
    const words = wordsOf(cell, losses);
    const repeated = repeats(cell, 'table:number-columns-repeated');
    if (words === '') {
      empty += repeated;
      continue;
    }
    checkTable(1, cells.length + empty + repeated);
    for (; empty > 0; empty--) cells.push('');
    for (let k = 0; k < repeated; k++) cells.push(words);
  }
  return cells;
}

const repeats = (element: Element, name: string): number =>
  Math.max(1, Math.floor(Number(attribute(element, name) ?? 1)) || 1);

/** The paragraphs of a cell, each a line of it. */
function wordsOf(cell: Element, losses: Losses): string {
  const paragraphs: string[] = [];
  for (const child of childrenOf(cell)) {
    if (isElement(child, 'p')) paragraphs.push(inlineOf(child, losses));
    else if (isElement(child, 'annotation')) losses.add('comments', undefined, paragraphsIn(child));
    else reportDrawn(child, losses);
  }
  return paragraphs.join('\n').trim();
}

function inlineOf(node: Element, losses: Losses): string {
  return (node.children as Nodes[])
    .map((child) => {
      if (child.type === 'text' || child.type === 'cdata')
        return child.value.replace(/[ \t\r\n]+/g, ' ');
      if (!isElement(child)) return '';
      const name = localName(child);
      if (name === 's') return ' '.repeat(Math.min(100, Number(attribute(child, 'text:c')) || 1));
      if (name === 'tab') return ' ';
      if (name === 'line-break') return '\n';
      if (name === 'ruby-text') {
        losses.add('readings over characters', undefined, paragraphsIn(child));
        return '';
      }
      return inlineOf(child, losses);
    })
    .join('');
}

function reportDrawn(element: Element, losses: Losses): void {
  const words = paragraphsIn(element);
  if (words !== '') losses.add('words in drawings', undefined, words);
}

const paragraphsIn = (element: Element): string => {
  const found = isElement(element, 'ruby-text') ? [element] : [...allOf(element, 'p')];
  return found
    .map((each) => inlineOf(each, new Losses()))
    .join(' ')
    .trim();
};
