import type { Heading, ListItem, Nodes, Parent, PhrasingContent, Root, RootContent } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { InputError } from '../core/errors';
import { cellsOf, joinCells } from './cells';
import { controlWarnings } from './controls';
import { withoutTags } from './html-tags';
import { createIdentifier } from './identify';
import { flatten as flattenInline, type MarkedText, marksPlace, slice } from './inline';
import { leadingLabel } from './labels';
import { noteNumbers, numberOf } from './list-numbers';
import type { Omission, Position, Segment, SegmentKind, Span, Warning } from './model';
import { omissionWarning } from './omissions';
import { liftInlineNotes, takeAttributes, takeFences, takeSpanAttributes } from './pandoc';
import { isUsed, resolveReferences } from './references';
import { noteVerse, verseLines } from './verse';

const processor = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ['yaml', 'toml'])
  // One tilde is a sign of its own: Pandoc sets what stands low between two.
  .use(remarkGfm, { singleTilde: false })
  .freeze();

/** Blocks within blocks beyond this are not text; the time to parse them grows with their cube. */
const deepest = 100;
const marker = '(?:>|(?:[-+*]|\\d{1,9}[.)])(?=[ \\t]))';
const tooDeep = new RegExp(
  `^(?:[ \\t]*${marker}){${deepest + 1}}|^[ \\t]{${deepest * 4},}${marker}`,
  'm',
);

/** More lines than this, blank ones among them, are not an edition; the memory to parse them is the server's. */
const maxLines = 500_000;

/**
 * Parses Markdown (CommonMark, GFM, front matter, Pandoc’s inline notes) to its syntax tree, with
 * positions; items of lists keep their numbers as written.
 */
export function parseMarkdown(source: string): Root {
  const deep = tooDeep.exec(source);
  if (deep) throw nestedTooDeeply(lineAt(source, deep.index));
  refuseLines(source);
  try {
    const root = processor.parse(takeFences(source));
    noteNumbers(root, source);
    noteVerse(root, source);
    resolveReferences(root);
    liftInlineNotes(root);
    return root;
  } catch (error) {
    // Block containers nested thousands deep exhaust the parser's stack.
    if (error instanceof RangeError) {
      throw nestedTooDeeply();
    }
    throw error;
  }
}

function refuseLines(source: string): void {
  let lines = 0;
  for (let at = 0; at >= 0; at = source.indexOf('\n', at + 1)) lines++;
  if (lines <= maxLines) return;
  throw new InputError(`the text has more than ${maxLines.toLocaleString('en')} lines`, {
    line: maxLines,
    remedy: 'take out blank lines that part nothing, or divide it, for example by volume',
  });
}

const lineAt = (source: string, offset: number) => source.slice(0, offset).split('\n').length;

/**
 * Reads blocks into segments in document order: paragraphs, headings, list items, verse, table rows,
 * and footnotes last, where editions print them.
 */
export function readSegments(blocks: RootContent[]): { segments: Segment[]; warnings: Warning[] } {
  const identify = createIdentifier();
  const segments: Segment[] = [];
  const notes: Segment[] = [];
  const warnings: Warning[] = [];
  const omissions = new Map<string, Omission & { line?: number }>();
  const pending: Span[] = [];
  /** Calls of notes where there are no words, and the segment before each. */
  const alone: { span: Span; after: Segment | undefined }[] = [];
  /** The note that is being read: all its blocks are paragraphs of it, of which the first has its label. */
  let note: { label: string; isBegun: boolean } | null = null;

  const leaveOut = (what: string, words: string, line: number | undefined) => {
    const known = omissions.get(what) ?? { what, count: 0, words: [], line };
    omissions.set(what, known);
    known.count++;
    if (words !== '') known.words.push({ ...(line === undefined ? {} : { line }), text: words });
  };
  const flatten = (nodes: PhrasingContent[]) => {
    const { leftOut, ...marked } = flattenInline(nodes);
    for (const { what, text, line } of leftOut) leaveOut(what, text, line);
    return marked;
  };

  const addToNote = (node: Nodes, marked: MarkedText, number = '') => {
    const { text: own, spans: ownSpans } = slice(marked, 0);
    if (own === '' || !note) return;
    // The number of an item of a list within a note is words of the note.
    const before = number && `${number} `;
    const text = before + own;
    const spans = ownSpans.map((span) => ({
      ...span,
      start: span.start + before.length,
      end: span.end + before.length,
    }));
    const label = note.isBegun ? {} : { label: note.label };
    note.isBegun = true;
    notes.push({
      id: identify('footnote', text),
      kind: 'footnote',
      ...label,
      text,
      spans,
      position: positionOf(node),
    });
  };

  const add = (
    node: Nodes,
    kind: SegmentKind,
    { label: own, ...marked }: MarkedText & { label?: string },
    given: Partial<Segment> = {},
  ) => {
    if (note) return addToNote(node, marked, own ?? given.label);
    const extra = own ? { ...given, label: own } : given;
    // The space that a row begins with says that its first cell is empty.
    const trimmed = kind === 'row' ? marked : slice(marked, 0);
    const parts = kind === 'row' ? cellsOf(trimmed) : [trimmed];
    if (parts.every(({ text }) => text.trim() === '')) {
      // A page that begins between blocks begins with the next of them.
      for (const span of trimmed.spans.filter(marksPlace)) {
        if (span.kind === 'page') pending.push(span);
        else alone.push({ span, after: segments.at(-1) });
      }
      return;
    }
    const found = extra.label || kind === 'row' ? null : leadingLabel(trimmed.text);
    const { text, spans } = found ? slice(trimmed, found.length) : trimmed;
    segments.push({
      id: identify(kind, text),
      kind,
      ...extra,
      ...(found ? { label: found.label } : {}),
      text,
      spans: [...pending.splice(0).map((page) => ({ ...page, start: 0, end: 0 })), ...spans],
      position: positionOf(node),
    });
  };

  const attributes = (node: Heading) => {
    const found = takeAttributes(node);
    if (found) leaveOut('attributes of headings', found, node.position?.start.line);
  };

  const item = (node: ListItem, label: string | undefined) => {
    // Only the first paragraph of an item carries its number.
    node.children.forEach((child, index) => {
      if (child.type === 'paragraph') {
        add(child, 'item', flatten(child.children), index === 0 && label ? { label } : {});
      } else block(child);
    });
  };

  const block = (node: RootContent): void => {
    switch (node.type) {
      case 'paragraph': {
        for (const each of takeSpanAttributes(node.children))
          leaveOut('attributes', each, node.position?.start.line);
        const verse = verseLines(node);
        if (!verse) add(node, 'paragraph', flatten(node.children));
        else for (const line of verse) add(node, 'verse', flatten(line));
        break;
      }
      case 'heading':
        attributes(node);
        add(node, 'heading', flatten(node.children), { level: node.depth });
        break;
      case 'list':
        node.children.forEach((child, index) => {
          item(child, node.ordered ? numberOf(child, node.start, index) : undefined);
        });
        break;
      case 'code':
        add(node, 'paragraph', { text: node.value, spans: [] });
        break;
      case 'table':
        for (const row of node.children) {
          const cells = row.children.map((cell) => slice(flatten(cell.children), 0));
          add(row, 'row', joinCells(cells));
        }
        break;
      case 'footnoteDefinition':
        note = { label: node.label ?? node.identifier, isBegun: false };
        for (const child of node.children) block(child);
        note = null;
        break;
      case 'definition':
        if (!isUsed(node))
          leaveOut(
            'definitions of links that nothing refers to',
            [node.label ?? node.identifier, node.url, node.title ?? ''].join(' ').trim(),
            node.position?.start.line,
          );
        break;
      case 'html':
        if (/^<!--[\s\S]*-->\s*$/.test(node.value)) break;
        if (/^<pb\s[^>]*\/>\s*$/i.test(node.value)) {
          add(node, 'paragraph', flatten([node]));
          break;
        }
        for (const text of withoutTags(node.value, (what, words) =>
          leaveOut(what, words, node.position?.start.line),
        ))
          add(node, 'paragraph', { text, spans: [] });
        break;
      case 'text':
      case 'inlineCode':
      case 'emphasis':
      case 'strong':
      case 'delete':
      case 'link':
        // Words that no paragraph holds are one by themselves.
        add(node, 'paragraph', flatten([node]));
        break;
      default:
        if ('children' in node) for (const child of (node as Parent).children) block(child);
    }
  };

  try {
    for (const node of blocks) block(node);
  } catch (error) {
    if (error instanceof RangeError) {
      throw nestedTooDeeply();
    }
    throw error;
  }
  // A note that is called nowhere else is called at the end of the words before, or at their beginning.
  for (const { span, after } of alone) {
    const holder = after ?? segments[0];
    const isCalled = [...segments, ...notes].some(({ spans }) =>
      spans.some(({ kind, target }) => kind === 'note' && target === span.target),
    );
    if (!holder || isCalled) continue;
    const at = after ? after.text.length : 0;
    holder.spans.push({ ...span, start: at, end: at });
  }
  const all = [...segments, ...notes];
  const last = all.at(-1);
  // Pages that begin after the text are marked at its end.
  for (const page of last ? pending : []) {
    last?.spans.push({ ...page, start: last.text.length, end: last.text.length });
  }
  const omitted = [...omissions.values()].map(({ line, ...omission }) =>
    omissionWarning(omission, line),
  );
  return { segments: all, warnings: [...omitted, ...warnings, ...controlWarnings(all)] };
}

function nestedTooDeeply(line?: number): InputError {
  return new InputError('the Markdown is nested too deeply to read', {
    line,
    remedy: 'flatten its lists or block quotes',
  });
}

function positionOf(node: Nodes): Position | undefined {
  if (!node.position) return undefined;
  const { start, end } = node.position;
  return {
    line: start.line,
    column: start.column,
    endLine: end.line,
    start: start.offset ?? 0,
    end: end.offset ?? 0,
  };
}
