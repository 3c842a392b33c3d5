import type { Element, ElementContent, Nodes, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { EXIT, visit } from 'unist-util-visit';
import { noteTag } from './html/note-tags';
import { type ColumnName, nameOfColumn } from './parallel';

/** Texts that a page sets side by side in a table. */
export interface SideBySide {
  columns: ColumnName[];
  /** A row a place; what stands in the cell of each column. */
  rows: ElementContent[][][];
  /** The notes at the page’s end. */
  notes: Element[];
  /** What the page has beside the table: its title first, where it has one. */
  beside: ElementContent[];
  /** The words of each column of the table that holds no text: numbers, remarks of a word. */
  others: string[];
}

/** A table of more columns, or of fewer rows without a head, is not text in editions. */
const maxColumns = 20;
const minRows = 2;
/** Letters that a cell of running text has, on the average; Chinese ones say three times as much. */
const minLetters = 20;
/** Letters of the shortest sentence; an abbreviation or a numbered item has fewer. */
const minSentence = 9;
/** What may stand beside the table, as a share of the text in it, or in letters. */
const maxBeside = { share: 0.2, letters: 400 };

/**
 * The texts of a page that is, in the main, one table with a text in each column, as translators
 * keep them; null for any other page.
 *
 * A table of data is distinguished from it by this: the first row names the columns, or else their languages
 * differ, as they are marked or in their scripts.
 */
export function sideBySide(tree: Root): SideBySide | null {
  const table = onlyTable(tree);
  if (!table) return null;
  const rows = [...rowsOf(table)];
  const width = Math.max(0, ...rows.map(({ length }) => length));
  if (width < 2 || width > maxColumns) return null;
  const headed = namesColumns(rows);
  const body = headed ? rows.slice(1) : rows;
  // A head that says it is one leaves less doubt that what stands below it belongs together.
  const sure = saysHead(rows[0]);
  if (body.length < (sure ? 1 : minRows)) return null;
  const cells = (column: number) => body.flatMap((row) => row[column] ?? []);
  const all = Array.from({ length: width }, (_, column) => column);
  const used = all.filter((column) => isText(cells(column)));
  const full = used.filter((column) => sure || filled(cells(column)) >= body.length / 2);
  if (full.length < 2) return null;
  const columns = used.map((column): ColumnName => {
    const head = headed ? rows[0][column] : undefined;
    const named = head ? nameOfHead(head) : {};
    const marked = languageOf([...(head ? [head] : []), ...cells(column)]);
    return { ...named, language: marked ?? named.language };
  });
  const languages = columns.map(({ language }, k) => language ?? scriptOf(cells(used[k])));
  if (!headed && new Set(languages).size < used.length) return null;
  const { notes, beside } = around(tree, table);
  const letters = lettersOf(beside.map(textOf).join(' '));
  if (letters > Math.max(maxBeside.letters, maxBeside.share * lettersOf(textOf(table)))) {
    return null;
  }
  return {
    columns,
    rows: body.map((row) => used.map((column) => row[column]?.children ?? [])),
    notes,
    beside,
    others: all
      .filter((column) => !used.includes(column))
      .map((column) =>
        rows
          .flatMap((row) => row[column] ?? [])
          .map((cell) => textOf(cell).trim())
          .filter(Boolean)
          .join(' '),
      )
      .filter(Boolean),
  };
}

function onlyTable(tree: Root): Element | null {
  const tables: Element[] = [];
  visit(tree, 'element', (node) => {
    if (node.tagName === 'table') tables.push(node);
    return tables.length > 1 ? EXIT : undefined;
  });
  return tables.length === 1 ? tables[0] : null;
}

function* rowsOf(node: Element): Generator<Element[]> {
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    if (child.tagName !== 'tr') yield* rowsOf(child);
    else {
      const cells = child.children.filter(
        (cell): cell is Element =>
          cell.type === 'element' && (cell.tagName === 'td' || cell.tagName === 'th'),
      );
      if (cells.length > 0) yield cells;
    }
  }
}

const saysHead = (row: readonly Element[]) => row.every(({ tagName }) => tagName === 'th');

/** Whether the first row names the columns: it says so, or is short where the others are not. */
function namesColumns([head, ...body]: readonly Element[][]): boolean {
  if (!head || head.some((cell) => textOf(cell).trim() === '')) return false;
  if (saysHead(head)) return true;
  const average = (rows: readonly Element[][]) =>
    lettersOf(rows.flat().map(textOf).join('')) / Math.max(1, rows.flat().length);
  const ended = head.some((cell) => /[.!?。！？]\s*$/.test(textOf(cell)));
  return !ended && average([head]) <= 60 && average(body) >= 3 * average([head]);
}

const filled = (cells: readonly Element[]): number =>
  cells.filter((cell) => lettersOf(textOf(cell)) > 0).length;

/** Whether cells hold running text, most of them a sentence at least; numbers, signs and single words are none. */
const isText = (cells: readonly Element[]): boolean =>
  lettersOf(cells.map(textOf).join(' ')) >= minLetters * Math.max(1, filled(cells)) ||
  2 * cells.filter(isSentence).length > filled(cells);

const isSentence = (cell: Element): boolean => {
  const text = textOf(cell);
  return /[.!?。！？…][”’"'»」』）)\]]*\s*$/u.test(text) && lettersOf(text) >= minSentence;
};

function lettersOf(text: string): number {
  const han = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  return (text.match(/\p{L}/gu)?.length ?? 0) + 2 * han;
}

/** What the head of a column says: a name, and below it or beside its siglum a title. */
function nameOfHead(head: Element): ColumnName {
  const parts = head.children.filter(
    (part): part is Element => part.type === 'element' && textOf(part).trim() !== '',
  );
  const called = (part?: Element) => [part?.properties.className].flat().includes('siglum');
  if (parts.length !== 2 || !(called(parts[0]) || parts[0].tagName === 'p')) {
    return nameOfColumn(textOf(head));
  }
  const [name, title] = parts.map((part) => textOf(part).trim());
  const { title: siglum = name, language } = nameOfColumn(name);
  return { siglum, title, language };
}

/** The language that most of the cells are marked with. */
function languageOf(cells: readonly Element[]): string | undefined {
  const counts = new Map<string, number>();
  for (const cell of cells) {
    const tag = cell.properties.lang;
    if (tag) counts.set(String(tag), (counts.get(String(tag)) ?? 0) + 1);
  }
  return [...counts].sort(([, x], [, y]) => y - x)[0]?.[0];
}

const scripts = [
  'Latin',
  'Hira',
  'Han',
  'Hang',
  'Cyrl',
  'Arab',
  'Grek',
  'Hebr',
  'Deva',
  'Thai',
].map((name) => ({ name, pattern: new RegExp(`\\p{Script=${name}}`, 'gu') }));

/** The script of most letters; a few kana distinguish Japanese from Chinese. */
function scriptOf(cells: readonly Element[]): string {
  const text = cells.map(textOf).join(' ');
  const counts = scripts.map(({ name, pattern }) => ({
    name,
    count: (text.match(pattern)?.length ?? 0) * (name === 'Hira' ? 4 : 1),
  }));
  return counts.reduce((most, each) => (each.count > most.count ? each : most)).name;
}

/** What stands around a table: notes, and what else holds text. */
function around(tree: Root, table: Element): Pick<SideBySide, 'notes' | 'beside'> {
  const found: Pick<SideBySide, 'notes' | 'beside'> = { notes: [], beside: [] };
  const holders = new Set<Nodes>();
  const holds = (node: Nodes): boolean => {
    if (node === table || (node.type === 'element' && node.tagName === noteTag)) return true;
    // All are looked at: each that holds something is to be known.
    const within = 'children' in node && node.children.filter(holds).length > 0;
    if (within) holders.add(node);
    return within;
  };
  holds(tree);
  const look = (node: Root | Element): void => {
    for (const child of node.children as ElementContent[]) {
      if (child === table) continue;
      if (child.type === 'element' && child.tagName === noteTag) found.notes.push(child);
      else if (child.type === 'element' && holders.has(child)) look(child);
      else if (textOf(child).trim() !== '') found.beside.push(child);
    }
  };
  look(tree);
  return found;
}
