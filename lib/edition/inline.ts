import type { Html, Nodes, PhrasingContent } from 'mdast';
import { isKnownTag, withCharacters } from './html-tags';
import type { Span } from './model';
import { editorialSpans, foreignLanguage } from './spans';

/** Plain text with its marks: what a paragraph says, and how stretches of it are meant. */
export interface MarkedText {
  text: string;
  spans: Span[];
}

/** Marked text, and what stood in it that is none, with its words. */
export interface FlattenedText extends MarkedText {
  leftOut: { what: string; text: string; line?: number }[];
  /** The number that is marked as the paragraph’s own: `<label>2.5</label>`. */
  label?: string;
}

const spanOf: Partial<Record<Nodes['type'], Span['kind']>> = {
  emphasis: 'emphasis',
  strong: 'strong',
  delete: 'deleted',
  link: 'link',
  inlineCode: 'code',
};

/** Inline HTML that is read as markup in Markdown; other tags are words of the text. */
const inlineTag =
  /^<(\/?)(ruby|rb|rt|rp|pb|label|br|b|i|u|s|sub|sup|small|span|wbr)(?:\s[^>]*)?\/?>$/i;

/**
 * Flattens inline Markdown to text and spans. Line breaks of the source become spaces, hard
 * breaks become newlines (they carry meaning in verse and addresses). Ruby and page breaks are
 * inline HTML: `<ruby>渡<rt>わた</rt></ruby>`, `<pb n="12"/>`; so is a number that does not look like
 * one, `<label>dhp1:1</label>`.
 */
export function flatten(nodes: PhrasingContent[]): FlattenedText {
  const spans: Span[] = [];
  const leftOut: FlattenedText['leftOut'] = [];
  let text = '';
  let base = 0;
  /** The reading being read, or null; what is in `rp` is for programs that know no ruby. */
  let reading: string | null = null;
  let skipping = false;
  /** The number of the paragraph, where it is marked as such. */
  let label: string | undefined;
  let labelling = false;

  const put = (value: string): void => {
    if (skipping) return;
    if (labelling) label += value;
    else if (reading === null) text += value;
    else reading += value;
  };
  const leaveOut = (what: string, text: string, node: Nodes): void => {
    leftOut.push({ what, text, line: node.position?.start.line });
  };
  const tag = (node: Html): void => {
    const { value } = node;
    if (/^<!--[\s\S]*-->$/.test(value)) return;
    const [, closing, given] = inlineTag.exec(value) ?? [];
    const name = given?.toLowerCase();
    const opens = closing === '';
    if (name === undefined) {
      if (!isKnownTag(value)) put(value);
    } else if (name === 'label') {
      labelling = opens && text.trim() === '' && !label;
      if (labelling) label = '';
    } else if (name === 'br') put('\n');
    else if (name === 'rp') skipping = opens;
    else if (name === 'pb') {
      const target = /\sn="([^"]*)"/i.exec(value)?.[1] ?? '';
      spans.push({
        kind: 'page',
        start: text.length,
        end: text.length,
        target: withCharacters(target),
      });
    } else if (name === 'ruby' && opens) base = text.length;
    else if (name === 'rt' && opens) reading = '';
    else if (name === 'rt' && reading !== null) {
      const target = reading.trim();
      if (text.slice(base).trim() === '') {
        if (target !== '') leaveOut('readings of ruby over no words', target, node);
      } else if (target !== '') spans.push({ kind: 'ruby', start: base, end: text.length, target });
      base = text.length;
      reading = null;
    }
  };

  const walk = (node: PhrasingContent): void => {
    const start = text.length;
    switch (node.type) {
      case 'text':
        put(node.value.replace(/[ \t]*\r?\n[ \t]*/g, ' '));
        break;
      case 'inlineCode':
        put(node.value);
        break;
      case 'html':
        if (/^<img\s/i.test(node.value)) {
          const alt = /\salt\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(node.value);
          leaveOut('images', withCharacters(alt?.[1] ?? alt?.[2] ?? ''), node);
          return;
        }
        tag(node);
        break;
      case 'break':
        put('\n');
        break;
      case 'image':
      case 'imageReference':
        // A picture of a letter is that letter; what describes a picture is not text.
        if (/^\p{L}$/u.test(node.alt ?? '')) put(node.alt ?? '');
        else {
          const title = 'title' in node ? node.title : undefined;
          const alt = [node.alt, title].filter(Boolean).join(' ');
          leaveOut('images', alt, node);
        }
        return;
      case 'footnoteReference':
        // Marks a place, says nothing: an empty span keeps the texts comparable.
        spans.push({ kind: 'note', start, end: start, target: node.label ?? node.identifier });
        return;
      default:
        for (const child of node.children) walk(child);
    }
    const kind = spanOf[node.type];
    if (!kind || text.slice(start).trim() === '') return;
    // Space at the edges of marked words is not marked, whatever the source did.
    const inside = text.slice(start);
    const span: Span = {
      kind,
      start: start + inside.length - inside.trimStart().length,
      end: start + inside.trimEnd().length,
    };
    if (node.type === 'link') {
      span.target = node.url;
      if (node.title) leaveOut('titles of links', node.title, node);
    }
    spans.push(span);
  };
  for (const node of nodes) walk(node);
  if (reading !== null) text += reading;
  if (text.trim() === '' && label?.trim()) {
    // A number with nothing to number is the text itself.
    text = label.trim();
    label = undefined;
    for (const span of spans) span.start = span.end = text.length;
  }

  const brackets = editorialSpans(text);
  const within = (span: Span) => brackets.some((b) => b.start <= span.start && span.end <= b.end);
  const marked = spans.map((span): Span => {
    if (span.kind !== 'emphasis') return span;
    const language = foreignLanguage(text.slice(span.start, span.end), within(span));
    return language ? { ...span, kind: 'foreign', language } : span;
  });
  const placed = [...marked, ...brackets].sort(byPlace);
  return { text, spans: placed, leftOut, label: label?.trim() };
}

/** Outer spans before inner ones, so that a renderer can nest them. */
function byPlace(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}

/**
 * Cuts a marked text to `[from, to)` and trims white space at both ends.
 * Spans are clipped and shifted; those left with nothing go, but for those that mark a place.
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
    .filter((span) => span.end > span.start || marksPlace(span));
  return { text, spans };
}

function clamp(offset: number, length: number): number {
  return Math.min(length, Math.max(0, offset));
}

/** Whether a span marks a place rather than words. */
export function marksPlace({ kind }: Pick<Span, 'kind'>): boolean {
  return kind === 'note' || kind === 'page';
}
