import { createIdentifier } from '../edition/identify';
import { leadingLabel } from '../edition/labels';
import { languageNamed } from '../edition/language-names';
import type { FrontMatter } from '../edition/metadata';
import type { Segment, Warning } from '../edition/model';
import { withSingleSpaces } from '../edition/single-spaces';
import { checkEditions } from './bounds';
import type { IngestedDocument } from './document';
import { metadataFrom } from './metadata';

/** A column of a parallel text: what it is called, and what is known of it. */
export interface ParallelColumn {
  metadata: FrontMatter;
  warnings?: Warning[];
}

/**
 * Editions of a text that is given side by side: rows of cells, a cell the paragraphs that an
 * edition has at that place. Empty cells are places an edition does not have.
 *
 * @param labels of the rows, where they have any: of the first paragraph of each cell that has no
 *   number of its own.
 */
export function parallelDocument(
  columns: readonly ParallelColumn[],
  rows: readonly (readonly string[])[],
  labels: readonly string[] = [],
): IngestedDocument {
  checkEditions(columns.length);
  const identify = columns.map(() => createIdentifier());
  const segments = columns.map((): Segment[] => []);
  const table = rows.map((row, at) =>
    columns.map((_, column) =>
      paragraphsOf(row[column] ?? '').map((whole, k) => {
        const leading = leadingLabel(whole);
        const text = leading ? whole.slice(leading.length) : whole;
        const label = leading?.label ?? (k === 0 ? labels[at] : '');
        segments[column].push({
          id: identify[column]('paragraph', text),
          kind: 'paragraph',
          ...(label ? { label } : {}),
          text,
          spans: [],
        });
        return segments[column].length - 1;
      }),
    ),
  );
  return {
    editions: columns.map(({ metadata, warnings = [] }, column) => ({
      ...metadata,
      segments: segments[column],
      warnings,
    })),
    rows: table.filter((row) => row.some((cell) => cell.length > 0)),
  };
}

/** Paragraphs of a cell, separated by blank lines. */
function paragraphsOf(cell: string): string[] {
  return cell
    .split(/(?:\r?\n[ \t]*){2,}/)
    .map((text) => text.split('\n').map(withSingleSpaces).join('\n').trim())
    .filter((text) => text !== '');
}

/** What the head of a column says. */
export interface ColumnName {
  /** By its title, where it has none. */
  siglum?: string;
  title?: string;
  language?: string;
}

const languageTag = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*$/;

/** Reads the head of a column: `A`, a language's tag or name, or `A (zh)` with the language. */
export function nameOfColumn(head: string): ColumnName {
  const cell = head.replace(/\s+/g, ' ').trim();
  const [, outside, inside] = /^(.*?)\s*[([]([^()[\]]+)[)\]]$/.exec(cell) ?? [];
  const given = inside !== undefined && languageTag.test(inside) ? inside : undefined;
  const outer = outside === undefined ? undefined : languageNamed(outside);
  // “English (UK)” says the country: it is not in Ukrainian.
  const tagged = given && !(outer && /^[A-Z]{2}$/.test(given)) ? given : undefined;
  const inner = inside === undefined ? undefined : languageNamed(inside);
  const side =
    /^(?:source|target|src|tgt|trg|text)[\s_:.-]+([a-z]{2,3}(?:[-_][A-Za-z]{2,4})?)$/i.exec(
      cell,
    )?.[1];
  const whole = /^(?:[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?|[A-Za-z]{2}[-_][A-Za-z]{2,4})$/.test(cell);
  return {
    title: (tagged ?? inner) ? (outside ?? cell) : cell,
    language:
      tagged ??
      languageNamed(cell) ??
      inner ??
      outer ??
      [side, whole ? cell : undefined].find((each) => each !== undefined && isLanguage(each)),
  };
}

/** The head of an edition's column, as `nameOfColumn` reads it: its siglum, which may say its language already. */
export const headOfColumn = ({ siglum, language }: { siglum: string; language: string }): string =>
  siglum === language && nameOfColumn(siglum).language === language
    ? siglum
    : `${siglum} (${language})`;

/** Whether a tag is that of a language that has a name. */
export function isLanguage(tag: string): boolean {
  try {
    const [canonical] = Intl.getCanonicalLocales(tag.replace('_', '-'));
    return languageNames.of(canonical) !== undefined;
  } catch {
    return false;
  }
}
const languageNames = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/**
 * What is known of columns by their heads, each with a siglum of its own. Columns of which nothing
 * is reported have none: it is for whoever knows their languages to give.
 */
export function columnsNamed(names: readonly ColumnName[]): FrontMatter[] {
  const sigla = distinct(
    names.map(({ siglum, title, language }, k) =>
      siglumFrom(siglum ?? title ?? language ?? '', `column-${k + 1}`),
    ),
  );
  return names.map(({ siglum, title, language }, k) => ({
    ...((siglum ?? title ?? language) === undefined ? {} : { siglum: sigla[k] }),
    ...metadataFrom({ language, title: title === sigla[k] ? undefined : title }),
  }));
}

/** A name as a siglum: letters and digits, what else there is as hyphens. */
export function siglumFrom(name: string, fallback: string): string {
  const made = name
    .normalize('NFC')
    .trim()
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[^\p{L}\p{N}]+|-+$/gu, '')
    .slice(0, 40);
  return made || fallback;
}

/** Sigla made different by a number where they are not, or differ in capitals alone. */
export function distinct(sigla: readonly string[]): string[] {
  const used = new Set<string>();
  return sigla.map((siglum) => {
    let made = siglum;
    for (let k = 2; used.has(made.toLowerCase()); k++) made = `${siglum.slice(0, 36)}-${k}`;
    used.add(made.toLowerCase());
    return made;
  });
}
