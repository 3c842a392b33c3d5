import type { List, ListItem, Paragraph, PhrasingContent, RootContent, Table } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { defaultHandlers, type Handle, toMarkdown } from 'mdast-util-to-markdown';
import { stringify } from 'yaml';
import { cellsOf } from './cells';
import { marksPlace } from './inline';
import { leadingLabel, spaced } from './labels';
import { numberNoted, setNumber } from './list-numbers';
import type { FrontMatter } from './metadata';
import type { Segment, Span } from './model';
import { lineMark } from './verse';

/**
 * Writes an edition as a Markdown file: YAML front matter, then the text. Reading it back gives
 * the same segments (`readMarkdownEdition`).
 */
export function writeMarkdownEdition(metadata: FrontMatter, segments: readonly Segment[]): string {
  const known = Object.entries(metadata).filter(([, value]) => value !== undefined);
  const yaml = known.length > 0 ? stringify(Object.fromEntries(known), { lineWidth: 0 }) : '';
  return `---\n${yaml}---\n\n${writeSegments(segments)}`;
}

/** The text of segments as Markdown. */
export function writeSegments(segments: readonly Segment[]): string {
  return toMarkdown(
    { type: 'root', children: blocksOf(segments) },
    {
      extensions: [gfmToMarkdown(), { handlers }],
      bullet: '-',
      emphasis: '*',
      rule: '-',
    },
  );
}

/** A node of our own that stands for the sign of a line of verse. */
const verseMark = 'verseMark';

const { listItem: write, paragraph: writeParagraph } = defaultHandlers;

/** An item with the number that it has, whatever place it has in its list. */
const listItem: Handle = (node: ListItem, parent, state, info) => {
  const { number } = numberNoted(node);
  if (number === undefined || parent?.type !== 'list') return write(node, parent, state, info);
  state.bulletCurrent = number.slice(-1);
  const alone: List = { ...parent, start: Number.parseInt(number, 10), children: [node] };
  return write(node, alone, state, info);
};

/**
 * Prose that begins with the sign of verse: as a reference to the character, since an escaped sign opens verse,
 * too, in what earlier versions have written.
 */
const paragraph: Handle = (node: Paragraph, parent, state, info) => {
  const [first] = node.children;
  const written = writeParagraph(node, parent, state, info);
  const isProse = first?.type === 'text' && first.value.startsWith(lineMark);
  return isProse ? written.replace(/^\\?\|/, '&#124;') : written;
};

const handlers: Record<string, Handle> = { listItem, paragraph, [verseMark]: () => lineMark };

function blocksOf(segments: readonly Segment[]): RootContent[] {
  const blocks: RootContent[] = [];
  let before: Segment | undefined;
  for (const segment of segments) {
    const last = blocks.at(-1);
    switch (segment.kind) {
      case 'heading': {
        const depth = Math.min(6, Math.max(1, segment.level ?? 1)) as 1 | 2 | 3 | 4 | 5 | 6;
        blocks.push({ type: 'heading', depth, children: labelled(segment) });
        break;
      }
      case 'item': {
        const { label = '' } = segment;
        const ordered = /^\d{1,9}[.)]$/.test(label);
        const item: ListItem = {
          type: 'listItem',
          spread: false,
          children: [
            { type: 'paragraph', children: ordered ? phrasing(segment) : labelled(segment) },
          ],
        };
        if (ordered) setNumber(item, label);
        if (last?.type === 'list' && last.ordered === ordered) last.children.push(item);
        else blocks.push({ type: 'list', ordered, spread: false, children: [item] });
        break;
      }
      case 'row': {
        const row: Table['children'][number] = {
          type: 'tableRow',
          children: cellsOf(segment).map((cell) => ({
            type: 'tableCell',
            children: phrasing(cell),
          })),
        };
        if (last?.type === 'table') last.children.push(row);
        else blocks.push({ type: 'table', children: [row] });
        break;
      }
      case 'footnote': {
        const paragraph: Paragraph = { type: 'paragraph', children: phrasing(segment) };
        if (segment.label === undefined && last?.type === 'footnoteDefinition') {
          last.children.push(paragraph);
        } else {
          const label = segment.label ?? 'note';
          blocks.push({
            type: 'footnoteDefinition',
            identifier: label.toLowerCase(),
            label,
            children: [paragraph],
          });
        }
        break;
      }
      case 'verse': {
        // A line is one segment: what breaks within it is a space.
        const line = labelled({ ...segment, text: segment.text.replace(/\n/g, ' ') });
        const mark = { type: verseMark } as unknown as PhrasingContent;
        if (before?.kind === 'verse' && last?.type === 'paragraph') {
          last.children.push({ type: 'text', value: '\n' }, mark, ...line);
        } else blocks.push({ type: 'paragraph', children: [mark, ...line] });
        break;
      }
      default:
        blocks.push({ type: 'paragraph', children: labelled(segment) });
    }
    before = segment;
  }
  return blocks;
}

/**
 * The text with the number it gives itself before it, as written; marked as a number where it would
 * not be known for one.
 */
function labelled(segment: Segment): PhrasingContent[] {
  const { label, text } = segment;
  if (!label) return phrasing(segment);
  const before = spaced(label);
  if (leadingLabel(before + text)?.label === label) {
    return [{ type: 'text', value: before }, ...phrasing(segment)];
  }
  return [
    { type: 'html', value: '<label>' },
    { type: 'text', value: label },
    { type: 'html', value: '</label>' },
    { type: 'text', value: ' ' },
    ...phrasing(segment),
  ];
}

/** Text and spans as inline Markdown; spans that cross are cut where they do. */
function phrasing({ text, spans }: Pick<Segment, 'text' | 'spans'>): PhrasingContent[] {
  const notes = spans.filter(marksPlace);
  // Brackets are letters of the text, found again when it is read.
  const marked = spans.filter((span) => !marksPlace(span) && span.kind !== 'editorial');
  const build = (start: number, end: number, inside: readonly Span[]): PhrasingContent[] => {
    const out: PhrasingContent[] = [];
    let at = start;
    for (const span of inside) {
      const from = Math.max(span.start, at);
      const to = Math.min(span.end, end);
      if (from >= to) continue;
      out.push(...plain(at, from));
      const within = inside.filter(
        (other) =>
          other !== span &&
          other.start >= span.start &&
          other.start < to &&
          other.end <= span.end &&
          !same(other, span),
      );
      out.push(...element(span, text.slice(from, to), build(from, to, within)));
      at = to;
    }
    return apart([...out, ...plain(at, end)]);
  };
  const plain = (from: number, to: number): PhrasingContent[] => {
    const out: PhrasingContent[] = [];
    const cuts = notes.filter(
      ({ start }) => start >= from && (start < to || (to === text.length && start === to)),
    );
    let at = from;
    for (const note of [...cuts, null]) {
      const until = note ? Math.min(note.start, to) : to;
      text
        .slice(at, until)
        .split('\n')
        .forEach((value, k) => {
          if (k > 0) out.push({ type: 'break' });
          if (value !== '') out.push({ type: 'text', value });
        });
      at = until;
      if (note && !placed.has(note)) {
        placed.add(note);
        out.push(placeMark(note));
      }
    }
    return out;
  };
  const placed = new Set<Span>();
  return build(0, text.length, marked);
}

/** Stretches of code or of deleted words that touch, with a comment between: their marks would be one. */
function apart(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.flatMap((node, k) =>
    /^(?:inlineCode|delete)$/.test(node.type) && nodes[k - 1]?.type === node.type
      ? [{ type: 'html', value: '<!-- -->' }, node]
      : [node],
  );
}

function same(x: Span, y: Span): boolean {
  return x.start === y.start && x.end === y.end && x.kind === y.kind;
}

function placeMark({ kind, target = '' }: Span): PhrasingContent {
  return kind === 'page'
    ? { type: 'html', value: `<pb n="${escaped(target)}"/>` }
    : { type: 'footnoteReference', identifier: target.toLowerCase(), label: target };
}

/** A page number as the value of an attribute. */
function escaped(value: string): string {
  const plain = value.replace(/\s+/g, ' ').trim();
  return plain.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}

function element(span: Span, text: string, children: PhrasingContent[]): PhrasingContent[] {
  switch (span.kind) {
    case 'strong':
      return [{ type: 'strong', children }];
    case 'deleted':
      return [{ type: 'delete', children }];
    case 'code':
      return [{ type: 'inlineCode', value: text }];
    case 'link':
      return [{ type: 'link', url: span.target ?? '', children }];
    case 'ruby':
      return [
        { type: 'html', value: '<ruby>' },
        ...children,
        { type: 'html', value: '<rt>' },
        { type: 'text', value: span.target ?? '' },
        { type: 'html', value: '</rt>' },
        { type: 'html', value: '</ruby>' },
      ];
    default:
      return [{ type: 'emphasis', children }];
  }
}
