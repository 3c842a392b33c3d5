import { createIdentifier } from '../../edition/identify';
import { leadingLabel } from '../../edition/labels';
import type { Segment, Span } from '../../edition/model';
import type { EditionDraft } from '../../edition/read';
import { isTight } from '../../language/spacing';
import { Losses } from '../document';
import { gutenbergMetadata, gutenbergParts } from './gutenberg';
import { endsNote, footnoteIn, labelsOnce, opensNote, readSigns, type Signs } from './inline-signs';
import { joinAtHyphen, type KnownWords, knownWords } from './line-ends';
import { areWrapped, partsAtHeadings } from './line-roles';
import { type NumberedLine, takeOutPageFurniture } from './page-furniture';

interface Block {
  lines: NumberedLine[];
  /** Pages that begin within it, by the index of the line before which they do. */
  pages: { line: number; number: string }[];
}

/** Longer lines are those of prose that a program has wrapped. */
const longestVerse = 60;

/**
 * Reads plain text: blank lines part paragraphs (wrapped text); where none do, each line is a
 * paragraph. Short ragged lines are verse. What pages of a printed book have beside the text, and
 * what Project Gutenberg says of it, is left out and reported; words that are cut at the end of a
 * line are whole again, and reported.
 */
export function readPlainText(source: string): EditionDraft {
  const losses = new Losses();
  const whole = source.replace(/^\uFEFF/, '');
  const gutenberg = gutenbergParts(whole);
  if (gutenberg) {
    losses.add('the header of Project Gutenberg', 1, gutenberg.header);
    if (gutenberg.credits !== '') losses.add('credits', undefined, gutenberg.credits);
    if (gutenberg.licence.trim() !== '') {
      losses.add('the licence of Project Gutenberg', undefined, gutenberg.licence);
    }
  }
  const first = gutenberg?.line ?? 1;
  const numbered = (gutenberg?.text ?? whole).split(/\r\n|\n|\r/).map((text, k): NumberedLine => {
    const startsPage = text.includes('\f');
    return {
      text: text.replace(/\f/g, ''),
      line: first + k,
      ...(startsPage ? { startsPage } : {}),
    };
  });
  const { lines, pages } = takeOutPageFurniture(numbered);
  for (const { written, number } of pages) {
    if (number === '') losses.add('running heads', written.line, written.text);
    else losses.mark('page numbers and running heads, as page marks', written.line, written.text);
  }
  const numberedPages = pages.filter(({ number }) => number !== '');
  const blocks = blocksOf(lines, numberedPages);
  const known = knownWords(lines.map(({ text }) => text));
  const identify = createIdentifier();
  const groups = gutenberg ? withWholeNotes(blocks) : blocks.map((block) => [block]);
  const notes = gutenberg ? labelsOnce(groups.map(textOf)) : new Set<string>();
  const signs: Signs = { isGutenberg: gutenberg !== null, losses, notes };
  const segments = groups.flatMap((group) => {
    const found = footnoteIn(textOf(group));
    if (!found || !notes.has(found.label))
      return group.flatMap((block) => segmentsOf(block, known, identify, signs));
    const note = { label: found.label, isBegun: false };
    return withoutBrackets(group).flatMap((block) =>
      segmentsOf(block, known, identify, signs, note),
    );
  });
  return {
    ...(gutenberg ? gutenbergMetadata(gutenberg.header) : {}),
    segments,
    warnings: losses.warnings(),
  };
}

const textOf = (blocks: readonly Block[]): string =>
  blocks.flatMap(({ lines }) => lines.map(({ text }) => text.trim())).join(' ');

/** A note of more paragraphs has lost its last bracket. */
const mostParagraphs = 100;

/** The blocks of a text each by itself, but for those of one note, which stand together. */
function withWholeNotes(blocks: readonly Block[]): Block[][] {
  const groups: Block[][] = [];
  for (let k = 0; k < blocks.length; k += groups.at(-1)!.length) {
    groups.push(blocks.slice(k, k + noteLength(blocks, k)));
  }
  return groups;
}

/** How many blocks a note has that begins with a block; one where none begins, or none ends. */
function noteLength(blocks: readonly Block[], from: number): number {
  if (!opensNote(textOf([blocks[from]]))) return 1;
  let depth = 0;
  for (let k = from; k < Math.min(blocks.length, from + mostParagraphs); k++) {
    const text = textOf([blocks[k]]);
    if (k > from && opensNote(text)) return 1;
    depth += text.split('[').length - text.split(']').length;
    if (depth <= 0) return endsNote(text) ? k - from + 1 : 1;
  }
  return 1;
}

/** The blocks of a note without what says that it is one. */
function withoutBrackets(group: readonly Block[]): Block[] {
  return group.flatMap(({ lines, pages }, k) => {
    const texts = lines.map(({ text }) => text);
    if (k === 0) texts[0] = texts[0].replace(/^\s*\[Footnote [^\s:]+:\s*/u, '');
    if (k === group.length - 1) texts.push(texts.pop()!.replace(/\]\s*$/, ''));
    const kept = texts.map((text) => text.trim() !== '');
    const before = (line: number) => kept.slice(0, line).filter(Boolean).length;
    const own = {
      lines: lines.map((line, at) => ({ ...line, text: texts[at] })).filter((_, at) => kept[at]),
      pages: pages.map((page) => ({ ...page, line: before(page.line) })),
    };
    return own.lines.length > 0 ? [own] : [];
  });
}

function blocksOf(
  lines: readonly NumberedLine[],
  pages: readonly { before: number; number: string }[],
): Block[] {
  const joins = hasParagraphs(lines);
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
    if (!(joins && open)) blocks.push({ lines: [], pages: [] });
    const block = blocks[blocks.length - 1];
    for (const number of waiting) block.pages.push({ line: block.lines.length, number });
    waiting = [];
    block.lines.push(line);
    open = true;
  });
  const last = blocks.at(-1);
  for (; next < pages.length; next++) waiting.push(pages[next].number);
  for (const number of waiting) last?.pages.push({ line: last.lines.length, number });
  return blocks.flatMap(cutAtHeadings);
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
function cutAtHeadings({ lines, pages }: Block): Block[] {
  let start = 0;
  const parts = partsAtHeadings(lines);
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
function isVerse({ lines }: Block): boolean {
  if (lines.length < 2) return false;
  const texts = lines.map(({ text }) => text.replace(/\s+$/, ''));
  if (texts.some((text) => text.trim().length > longestVerse || /^\s*[-*•]\s/.test(text)))
    return false;
  const cased = texts.map((text) => /\p{L}/u.exec(text)?.[0] ?? '');
  const capitals = cased.filter((letter) => /\p{Lu}|\p{Lo}/u.test(letter)).length;
  const indented = texts.filter((text) => /^(\s{2,}|\t)\S/.test(text)).length;
  if (capitals < lines.length && indented < lines.length) return false;
  if (texts.some((text) => /\p{L}-$/u.test(text))) return false;
  // A program that wraps lines puts in each as many words as it takes.
  const width = Math.max(...texts.map((text) => text.trimStart().length));
  const room = texts.slice(0, -1).filter((text, k) => {
    const word = texts[k + 1].trim().split(/\s+/)[0];
    return text.trimStart().length + 1 + word.length <= width;
  }).length;
  const caseless = cased.every((letter) => !/\p{Lu}/u.test(letter));
  if (caseless) return indented === lines.length && lines.length > 2;
  if (indented === lines.length && capitals === lines.length) return true;
  return capitals === lines.length && lines.length > 2 && room > 0;
}

/** A note that is being read: the first of its paragraphs has its label. */
interface OpenNote {
  label: string;
  isBegun: boolean;
}

function segmentsOf(
  block: Block,
  known: KnownWords,
  identify: (kind: string, text: string) => string,
  signs: Signs,
  note?: OpenNote,
): Segment[] {
  if (isVerse(block)) {
    return block.lines.map(({ text, line }, k) =>
      segmentOf('verse', text.trim(), pagesAt(block, k, 0), line, line, identify, signs, note),
    );
  }
  const { lines } = block;
  let text = '';
  const spans: Span[] = [];
  lines.forEach(({ text: raw, line }, k) => {
    const next = raw.trim();
    const hyphenated = text === '' ? null : joinAtHyphen(text, next, known);
    const start = hyphenated
      ? Math.min(text.length, hyphenated.text.length - next.length)
      : text.length;
    if (hyphenated) {
      signs.losses.mark('words cut at the end of a line, joined', line, hyphenated.joined);
      text = hyphenated.text;
    } else text += (text === '' || isTight(text, next) ? '' : ' ') + next;
    spans.push(...pagesAt(block, k, hyphenated ? start : text.length - next.length));
  });
  spans.push(...pagesAt(block, lines.length, text.length));
  const [{ line }] = lines;
  return [
    segmentOf('paragraph', text, spans, line, lines[lines.length - 1].line, identify, signs, note),
  ];
}

function pagesAt({ pages }: Block, line: number, at: number): Span[] {
  return pages
    .filter((page) => page.line === line)
    .map(({ number }) => ({ kind: 'page', start: at, end: at, target: number }));
}

function segmentOf(
  kind: 'paragraph' | 'verse',
  written: string,
  given: readonly Span[],
  line: number,
  endLine: number,
  identify: (kind: string, text: string) => string,
  signs: Signs,
  note?: OpenNote,
): Segment {
  if (note) {
    const { text, spans } = readSigns(written, given, line, signs);
    const position = { line, column: 1, endLine, start: 0, end: 0 };
    const label = note.isBegun ? {} : { label: note.label };
    note.isBegun = true;
    return { id: identify('footnote', text), kind: 'footnote', ...label, text, spans, position };
  }
  const { text: whole, spans } = readSigns(written, given, line, signs);
  const label = leadingLabel(whole);
  const text = label ? whole.slice(label.length) : whole;
  const shift = whole.length - text.length;
  return {
    id: identify(kind, text),
    kind,
    ...(label ? { label: label.label } : {}),
    text,
    spans: spans.map((span) => ({
      ...span,
      start: Math.max(0, span.start - shift),
      end: Math.max(0, span.end - shift),
    })),
    position: { line, column: 1, endLine, start: 0, end: 0 },
  };
}

/** Each line as one segment, blank ones included, so that line numbers are segment numbers. */
export function readLines(source: string): Segment[] {
  const lines = source.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  if (lines.at(-1) === '') lines.pop();
  const identify = createIdentifier();
  return lines.map((line, index) => ({
    id: identify('line', line),
    kind: 'verse' as const,
    text: line.trim(),
    spans: [],
    position: { line: index + 1, column: 1, endLine: index + 1, start: 0, end: 0 },
  }));
}
