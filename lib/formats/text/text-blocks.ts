import type { Losses } from '../document';
import { areWrapped, partsAtHeadings } from './line-roles';
import type { NumberedLine } from './page-furniture';
import { indentedStarts, isCjk, paragraphStarts } from './wrapped-columns';

/** Lines that stand together: a paragraph, or a stanza of verse. */
export interface Block {
  lines: NumberedLine[];
  /** Pages that begin within it, by the index of the line before which they do. */
  pages: { line: number; number: string }[];
}

/** Longer lines are those of prose that a program has wrapped. */
const longestVerse = 60;
/** No program wraps prose into narrower lines. */
const narrowest = 40;

/** The blocks of a text: blank lines part them, and what else shows where a paragraph begins. */
export function blocksOf(
  lines: readonly NumberedLine[],
  pages: readonly { before: number; number: string }[],
  losses: Losses,
): Block[] {
  const goesOn = continuedLines(lines, losses);
  const blocks: Block[] = [];
  let open = false;
  let next = 0;
  let waiting: string[] = [];
  lines.forEach((line, index) => {
    while (next < pages.length && pages[next].before <= index) waiting.push(pages[next++].number);
    if (line.text.trim() === '') {
      open = false;
      return;
    }
    if (!(open && goesOn(line))) blocks.push({ lines: [], pages: [] });
    const block = blocks[blocks.length - 1];
    for (const number of waiting) block.pages.push({ line: block.lines.length, number });
    waiting = [];
    block.lines.push(line);
    open = true;
  });
  const last = blocks.at(-1);
  for (; next < pages.length; next++) waiting.push(pages[next].number);
  for (const number of waiting) last?.pages.push({ line: last.lines.length, number });
  return blocks.flatMap(cutAtHeadings).flatMap(cutAtIndents).flatMap(cutAtNumbers);
}

/** Which lines go on with the paragraph of the line before them, where no blank one parts them. */
function continuedLines(
  lines: readonly NumberedLine[],
  losses: Losses,
): (line: NumberedLine) => boolean {
  if (hasParagraphs(lines)) return () => true;
  const used = lines.filter(({ text }) => text.trim() !== '');
  const found = new Set<NumberedLine>();
  for (const part of partsAtHeadings(used)) {
    const texts = part.map(({ text }) => text);
    const starts = indentedStarts(texts) ?? paragraphStarts(texts);
    part.forEach((line, k) => {
      if (!starts || starts.has(k)) return;
      found.add(line);
      losses.mark('lines of one width, joined to paragraphs', line.line);
    });
  }
  return (line) => found.has(line);
}

/** Whether several lines are one paragraph: blank lines part them, or a program has wrapped them. */
function hasParagraphs(lines: readonly NumberedLine[]): boolean {
  const used = lines.filter(({ text }) => text.trim() !== '');
  if (used.length < 2) return false;
  if (lines.slice(0, -1).some(({ text }, at) => text.trim() === '' && at > 0)) return true;
  const long = partsAtHeadings(used).filter(({ length }) => length > 1);
  return long.length > 0 && long.every((part) => areWrapped(part.map(({ text }) => text)));
}

/** The heading of a chapter is a paragraph of its own, though no blank line follows it. */
const cutAtHeadings = (block: Block): Block[] => cut(block, partsAtHeadings(block.lines));

/**
 * Paragraphs begin where lines are set in, and of Chinese and Japanese after a line that is not full, too,
 * whether or not a blank line parts them.
 */
function cutAtIndents(block: Block): Block[] {
  const texts = block.lines.map(({ text }) => text);
  if (texts.length < 2 || isVerse(block)) return [block];
  const isWide = isCjk(texts.join(''));
  const starts = indentedStarts(texts) ?? (isWide ? paragraphStarts(texts) : null);
  if (!starts && !isWide) return [block];
  const begins = (text: string, k: number) =>
    k === 0 || (isWide && text.startsWith('\u3000')) || (starts?.has(k) ?? false);
  const parts: NumberedLine[][] = [];
  block.lines.forEach((line, k) => {
    if (begins(line.text, k)) parts.push([]);
    parts[parts.length - 1].push(line);
  });
  return parts.length > 1 ? cut(block, parts) : [block];
}

const itemNumber = /^\s*(?:\(?(\d{1,3})[.)]|\[\d{1,3}\]|\(\p{L}\)|[-•–*])\s+\S/u;
const verseNumber = /^\s*(\d{1,3})\s+\p{L}/u;

/** Items of a list, and verses with their numbers, are each a paragraph, where no program has wrapped them. */
function cutAtNumbers(block: Block): Block[] {
  const texts = block.lines.map(({ text }) => text.trimEnd());
  if (texts.length < 2) return [block];
  const verses = texts.map((text) => Number(verseNumber.exec(text)?.[1] ?? Number.NaN));
  const areVerses = verses.every((number, k) => k === 0 || number === verses[k - 1] + 1);
  const width = Math.max(...texts.map(({ length }) => length));
  const begins = texts.map((text, k) => {
    if (areVerses || k === 0) return true;
    const [word] = text.trim().split(/\s/, 1);
    const before = texts[k - 1];
    const hasRoom = width <= narrowest || before.length + 1 + word.length <= width;
    return itemNumber.test(text) && (hasRoom || /[.!?;:,。！？；][”’"'»」』）)]*$/u.test(before));
  });
  if (!areVerses && !itemNumber.test(texts[0])) return [block];
  const parts: NumberedLine[][] = [];
  block.lines.forEach((line, k) => {
    if (begins[k]) parts.push([]);
    parts[parts.length - 1].push(line);
  });
  return parts.length > 1 ? cut(block, parts) : [block];
}

/** A block in several, each with its pages. */
function cut({ pages }: Block, parts: readonly NumberedLine[][]): Block[] {
  let start = 0;
  return parts.map((part, k) => {
    const from = start;
    start += part.length;
    const own = pages.filter(
      ({ line }) => line >= from && (line < start || k === parts.length - 1),
    );
    return { lines: part, pages: own.map((page) => ({ ...page, line: page.line - from })) };
  });
}

/**
 * Whether the lines of a block are verse: several, short, and each ended by its author: set in, or
 * beginning with capitals, and of lengths that no wrapping gives.
 */
export function isVerse({ lines }: Block): boolean {
  if (lines.length < 2) return false;
  const texts = lines.map(({ text }) => text.replace(/\s+$/, ''));
  if (texts.some((text) => text.trim().length > longestVerse || /^\s*[-*•]\s/.test(text)))
    return false;
  const cased = texts.map((text) => /\p{L}/u.exec(text)?.[0] ?? '');
  const capitals = cased.filter((letter) => /\p{Lu}|\p{Lo}/u.test(letter)).length;
  const indented = texts.filter((text) => /^(\s{2,}|\t)\S/.test(text)).length;
  if (texts.some((text) => /\p{L}-$/u.test(text))) return false;
  // A program that wraps lines puts in each as many words as it takes.
  const width = Math.max(...texts.map((text) => text.trimStart().length));
  const room = texts.slice(0, -1).filter((text, k) => {
    const word = texts[k + 1].trim().split(/\s+/)[0];
    return text.trimStart().length + 1 + word.length <= width;
  }).length;
  const caseless = cased.every((letter) => !/\p{Lu}|\p{Ll}/u.test(letter));
  if (caseless) return indented === lines.length && lines.length > 2;
  if (indented === lines.length && capitals === lines.length) return true;
  // Lines set in that end with a sign, most of them, are ended by their author.
  const ended = texts.filter((text) => /[,;.:!?…—][”’"»)]*$/u.test(text)).length;
  if (indented === lines.length && width <= narrowest && 2 * ended >= lines.length) return true;
  // Lines that end though there is much room for more, most of them, are ended by their author.
  const short = texts.slice(0, -1).filter((text) => text.trimStart().length < 0.8 * width).length;
  if (short >= 2 && room >= short && 3 * short >= 2 * (lines.length - 1)) return true;
  return capitals === lines.length && lines.length > 2 && room > 0;
}
