import { createIdentifier } from '../../edition/identify';
import { leadingLabel } from '../../edition/labels';
import type { Segment, Span } from '../../edition/model';
import type { EditionDraft } from '../../edition/read';
import { isCutTight, isTight } from '../../language/spacing';
import { Losses } from '../document';
import { gutenbergMetadata, gutenbergParts } from './gutenberg';
import { endsNote, footnoteIn, labelsOnce, opensNote, readSigns, type Signs } from './inline-signs';
import { joinAtHyphen, type KnownWords, knownWords } from './line-ends';
import { withoutLineNumbers } from './margin-numbers';
import { type NumberedLine, takeOutPageFurniture } from './page-furniture';
import { type Block, blocksOf, isVerse } from './text-blocks';
import { isCjk } from './wrapped-columns';

/** Ends of lines, those of older systems and of Unicode among them. */
const lineEnds = /\r\n|[\n\r\v\u0085\u2028]/;

/**
 * Reads plain text: blank lines part paragraphs (wrapped text); where none do, each line is a
 * paragraph. Short ragged lines are verse. What pages of a printed book have beside the text, and
 * what Project Gutenberg says of it, is left out and reported; words that are cut at the end of a
 * line are whole again, and reported.
 */
export function readPlainText(source: string): EditionDraft {
  const losses = new Losses();
  const whole = source.replace(/^\uFEFF/, '').replace(/\u2029/g, '\n\n');
  const gutenberg = gutenbergParts(whole);
  if (gutenberg) {
    losses.add('the header of Project Gutenberg', 1, gutenberg.header);
    if (gutenberg.credits !== '') losses.add('credits', undefined, gutenberg.credits);
    if (gutenberg.licence.trim() !== '') {
      losses.add('the licence of Project Gutenberg', undefined, gutenberg.licence);
    }
  }
  const first = gutenberg?.line ?? 1;
  const numbered = (gutenberg?.text ?? whole).split(lineEnds).map((text, k): NumberedLine => {
    const startsPage = text.includes('\f');
    return {
      text: text.replace(/\f/g, ''),
      line: first + k,
      ...(startsPage ? { startsPage } : {}),
    };
  });
  const { lines: printed, pages } = takeOutPageFurniture(numbered);
  const lines = withoutLineNumbers(printed, losses);
  for (const { written, number } of pages) {
    if (number === '') losses.add('running heads', written.line, written.text);
    else losses.mark('page numbers and running heads, as page marks', written.line, written.text);
  }
  const numberedPages = pages.filter(({ number }) => number !== '');
  const blocks = blocksOf(lines, numberedPages, losses);
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
    segments: segments.filter(({ text, spans }) => text !== '' || spans.length > 0),
    warnings: losses.warnings(),
  };
}

const textOf = (blocks: readonly Block[]): string =>
  blocks.flatMap(({ lines }) => lines.map(({ text }) => text.trim())).join(' ');

/** A note of more paragraphs has lost its last bracket. */
const maxParagraphs = 100;

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
  for (let k = from; k < Math.min(blocks.length, from + maxParagraphs); k++) {
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
  const touches = isCjk(textOf([block])) ? isCutTight : isTight;
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
    } else text += (text === '' || touches(text, next) ? '' : ' ') + next;
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
