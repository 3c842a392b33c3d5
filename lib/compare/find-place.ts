import type { LaidTexts } from '../align/layout';
import type { Edition } from '../edition/model';
import type { OutlineEntry } from '../edition/sections';
import { chineseNumeral, chineseValue, labelValue } from '../language/numerals';
import { placeName } from './place-name';

/** Where places are looked for. */
export interface PlacedTexts extends Pick<LaidTexts, 'editions' | 'rows'> {
  base: Edition;
  /** Headings, by index among the rows. */
  outline: readonly OutlineEntry[];
}

/**
 * Finds what a reader typed: “Acts 9:4”, “Acts.9.4”, “ch. 5”, “第五章”, “§12”, “p. 45”, words of a
 * heading, or a number alone, which is what the margin shows.
 *
 * @returns the index of a row, or -1.
 */
export function findPlace(texts: PlacedTexts, asked: string): number {
  const wanted = fold(asked).slice(0, 200);
  if (wanted === '') return -1;
  const page = /^(?:p|pp|page|s|seite|页|頁|第)\.?\s*(\d+|[ivxlc]+)\s*(?:页|頁)?$/.exec(wanted);
  if (page && /^(?:p|s|页|頁)|[页頁]$/.test(wanted)) {
    const found = pageRow(texts, page[1]);
    if (found >= 0) return found;
  }
  if (/^\d+$/.test(wanted)) {
    const found = marginRow(texts, Number(wanted));
    if (found >= 0) return found;
  }
  const { words, numbers } = parts(wanted);
  if (words !== '') {
    const named = headingNamed(texts.outline, words, numbers);
    if (named) return within(texts, named.at, numbers.slice(named.used));
    return numbers.length === 0 ? headingRow(texts, words) : -1;
  }
  const label = labelRow(texts, wanted, 0, texts.rows.length);
  // The number of a paragraph is a label first; that of a chapter a heading.
  if (label >= 0 && !asksChapter.test(wanted)) return label;
  const chapter = texts.outline.findIndex(({ text }) => numberOf(text) === numbers[0]);
  if (chapter >= 0) return within(texts, chapter, numbers.slice(1));
  if (label >= 0 || numbers.length !== 1) return label;
  // An article or a chapter that is not there is not another place.
  if (!/^§?\s*0*[1-9]\d*$/.test(wanted)) return -1;
  return texts.rows.findIndex(({ number }) => number >= Number(numbers[0]));
}

/** The row of a heading of any edition that is shown, by some of its words. */
const headingRow = ({ editions, rows }: PlacedTexts, words: string): number =>
  rows.findIndex(({ cells }) =>
    cells.some(({ indices }, column) =>
      indices.some((index) => {
        const { kind, text } = editions[column].segments[index];
        return kind === 'heading' && fold(text).includes(words);
      }),
    ),
  );

const asksChapter = /^(?:ch|chap|chapter|kapitel|kap|chapitre|cap|book|bk|part)\b|[章回卷]$/;

/** Letters as they are compared: full-width forms, case and the points of abbreviations aside. */
function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Words that say what a number counts, and nothing else. */
const counters =
  /^(?:chapters?|chap|ch|c|book|bk|part|section|sect?|kapitel|kap|chapitre|cap|capítulo|verse|v|art|article|artikel|第|章|节|節|回|卷|篇|条|條|§+|no|nr)$/;

/** The words of a query, and its numbers in order: “acts 9:4” gives “acts” and 9, 4. */
function parts(wanted: string): { words: string; numbers: string[] } {
  const numbers: string[] = [];
  const words: string[] = [];
  const spaced = wanted
    .replace(
      new RegExp(`第?(${chineseNumeral.source})\\s*([章节節回卷篇条條])`, 'g'),
      (_, n) => ` ${chineseValue(n) ?? n} `,
    )
    .replace(/(\d)([a-z]?)[章节節回卷篇条條]/g, '$1$2 ');
  for (const [part] of spaced.matchAll(/\d+|[\p{L}\p{M}]+|§+/gu)) {
    if (/^\d/.test(part)) {
      // “1 Kings” begins with a number that is part of its name.
      if (
        words.length === 0 &&
        /^\s*\d\s*[\p{L}]/u.test(spaced) &&
        numbers.length === 0 &&
        !counters.test(/[\p{L}]+/u.exec(spaced)?.[0] ?? '')
      )
        words.push(part);
      else numbers.push(String(Number(part)));
    } else if (!counters.test(part)) words.push(part);
  }
  return { words: words.join(' '), numbers };
}

/** The number of a heading, if it has one: “Chapter 9”, “9”, “第九章”, “IX.”. */
function numberOf(heading: string): string | null {
  const text = fold(heading);
  const digits = /\d+/.exec(text);
  if (digits) return String(Number(digits[0]));
  const chinese = new RegExp(`第?(${chineseNumeral.source})`).exec(text);
  if (chinese) return String(chineseValue(chinese[1]) ?? '');
  const roman = /(?:^|\s)([ivxlc]+)\.?(?:\s|$)/.exec(text);
  return roman ? labelValue(roman[1]) : null;
}

/** The heading that words name, and how many of the numbers it took. */
function headingNamed(
  outline: readonly OutlineEntry[],
  words: string,
  numbers: readonly string[],
): { at: number; used: number } | null {
  const texts = outline.map(({ text }) =>
    fold(text)
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
      .trim(),
  );
  const both = texts.findIndex(
    (text, at) =>
      text.includes(words) &&
      numbers.length > 0 &&
      numberOf(outline[at].text) === numbers[0] &&
      !/^\d/.test(words),
  );
  if (both >= 0) return { at: both, used: 1 };
  const order = [
    (text: string) => text === words,
    (text: string) => text.startsWith(words),
    (text: string) => text.includes(words),
  ];
  for (const fits of order) {
    const at = texts.findIndex(fits);
    if (at >= 0) return { at, used: 0 };
  }
  return null;
}

/** A place under a heading: its chapter and verse, or as much of them as there is. */
function within(texts: PlacedTexts, at: number, numbers: readonly string[]): number {
  const { outline, rows } = texts;
  const head = outline[at];
  const next = outline.find(({ row, level }) => row > head.row && level <= head.level);
  const to = next?.row ?? rows.length;
  if (numbers.length === 0) return head.row;
  const label = labelRow(texts, numbers.join(':'), head.row, to);
  if (label >= 0) return label;
  const inner = outline.findIndex(
    ({ row, text, level }) =>
      row > head.row && row < to && level > head.level && numberOf(text) === numbers[0],
  );
  if (inner >= 0) return within(texts, inner, numbers.slice(1));
  return head.row;
}

/** The first row of a stretch in which a segment carries a label; the base's before others'. */
function labelRow(
  { editions, base, rows }: PlacedTexts,
  wanted: string,
  from: number,
  to: number,
): number {
  const key = labelKey(wanted);
  if (key === '') return -1;
  for (const edition of [base, ...editions.filter((each) => each !== base)]) {
    const column = editions.indexOf(edition);
    if (column < 0) continue;
    for (let row = from; row < to; row++) {
      const labelled = rows[row].cells[column].indices.some((index) => {
        const { label, kind } = edition.segments[index];
        return label !== undefined && kind !== 'footnote' && labelKey(label) === key;
      });
      if (labelled) return row;
    }
  }
  return -1;
}

/** Labels as they are compared: “(三)” and 3, “9:4” and “9.4”. */
function labelKey(label: string): string {
  const numbers = fold(label).match(/\d+[a-z]?/g);
  return numbers ? numbers.join(':') : labelValue(fold(label));
}

/** The row that carries a number in the margin, alone or as “§ 12”. */
function marginRow({ editions, rows }: PlacedTexts, wanted: number): number {
  const names = rows.map(({ number, cells }) =>
    placeName(
      number,
      cells.flatMap(({ indices }, column) =>
        indices.map((index) => editions[column].segments[index]),
      ),
    ),
  );
  const alone = names.indexOf(String(wanted));
  if (alone >= 0) return alone;
  return names.findIndex(
    (name) => name.startsWith('§') && Number(name.replace(/^§+\s?/, '')) === wanted,
  );
}

/** The row in which a page of an edition begins. */
function pageRow({ editions, rows }: PlacedTexts, page: string): number {
  return rows.findIndex(({ cells }) =>
    cells.some(({ indices }, column) =>
      indices.some((index) =>
        editions[column].segments[index].spans.some(
          ({ kind, target = '' }) =>
            kind === 'page' && fold(target).replace(/^p\.?\s*/, '') === page,
        ),
      ),
    ),
  );
}
