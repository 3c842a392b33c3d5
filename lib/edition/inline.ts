import type { Nodes, PhrasingContent } from 'mdast';
import type { Span } from './model';
import { editorialSpans, foreignLanguage } from './spans';

/** Plain text with its marks: what a paragraph says, and how stretches of it are meant. */
export interface MarkedText {
  text: string;
  spans: Span[];
}

const spanOf: Partial<Record<Nodes['type'], Span['kind']>> = {
  emphasis: 'emphasis',
  strong: 'strong',
  delete: 'deleted',
  link: 'link',
  inlineCode: 'code',
};

/**
 * Flattens inline Markdown to text and spans. Line breaks of the source become spaces, hard
 * breaks become newlines (they carry meaning in verse and addresses).
 */
export function flatten(nodes: PhrasingContent[]): MarkedText {
  const spans: Span[] = [];
  let text = '';

  const walk = (node: PhrasingContent): void => {
    const start = text.length;
    switch (node.type) {
      case 'text':
        text += node.value.replace(/[ \t]*\r?\n[ \t]*/g, ' ');
        break;
      case 'inlineCode':
      case 'html':
        text += node.value;
        break;
      case 'break':
        text += '\n';
        break;
      case 'image':
      case 'imageReference':
        text += node.alt ?? '';
        break;
      case 'footnoteReference':
        // Marks a place, says nothing: an empty span keeps the texts comparable.
        spans.push({ kind: 'note', start, end: start, target: node.label ?? node.identifier });
        return;
      default:
        for (const child of node.children) walk(child);
    }
    const kind = spanOf[node.type];
    if (!kind || text.length === start) return;
    const span: Span = { kind, start, end: text.length };
    if (node.type === 'link') span.target = node.url;
    spans.push(span);
  };
  for (const node of nodes) walk(node);

  const brackets = editorialSpans(text);
  const within = (span: Span) => brackets.some((b) => b.start <= span.start && span.end <= b.end);
  const marked = spans.map((span): Span => {
    if (span.kind !== 'emphasis') return span;
    const language = foreignLanguage(text.slice(span.start, span.end), within(span));
    return language ? { ...span, kind: 'foreign', language } : span;
  });
  return { text, spans: [...marked, ...brackets].sort(byPlace) };
}

/** Outer spans before inner ones, so that a renderer can nest them. */
function byPlace(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}

/**
 * Cuts a marked text to `[from, to)` and trims white space at both ends.
 * Spans are clipped and shifted; those left with nothing go, but for footnote marks.
 */
export function slice(marked: MarkedText, from: number, to = marked.text.length): MarkedText {
  const raw = marked.text.slice(from, to);
  const lead = /^\s*/.exec(raw)![0].length;
  const text = raw.trim();
  const shift = from + lead;
  const spans = marked.spans
    .map((span) => ({
      ...span,
      start: clamp(span.start - shift, text.length),
      end: clamp(span.end - shift, text.length),
    }))
    .filter((span) => span.end > span.start || span.kind === 'note');
  return { text, spans };
}

function clamp(offset: number, length: number): number {
  return Math.min(length, Math.max(0, offset));
}
