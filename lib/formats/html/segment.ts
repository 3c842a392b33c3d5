import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Mark } from '../../collate/marks';
import { cutPieces, nestPieces, type Piece, type SpanTree } from '../../collate/pieces';
import { spaced } from '../../edition/labels';
import { languageAttributes } from '../../edition/language-attributes';
import type { Segment, Span } from '../../edition/model';

/** What is shown of a segment: its text, and where it differs. */
export interface ShownSegment {
  segment: Segment;
  marks: readonly Mark[];
}

/** How a page leads to what is on it; null where there is nothing to lead to. */
export interface Addresses {
  /** A footnote, by its label. */
  note: (label: string) => string | null;
  /** A segment, by its id. */
  segment: (id: string) => string | null;
}

const nowhere: Addresses = { note: () => null, segment: () => null };

/** The content of a segment: its label, its text with spans and differences as elements. */
export function segmentContent(
  { segment, marks }: ShownSegment,
  addresses: Addresses = nowhere,
): ElementContent[] {
  const { text, spans, label, kind } = segment;
  const shown = marks.filter(({ ignored }) => !ignored);
  const body = cutPieces(text, [], shown, spans).flatMap(({ parts }) =>
    parts.flatMap(({ mark, pieces }) => {
      const content = treeContent(nestPieces(pieces), addresses);
      return mark ? [differenceElement(mark, content)] : content;
    }),
  );
  if (!label || kind === 'footnote') return body;
  return [h('span', { class: 'label' }, spaced(label)), ...body];
}

/** Words that differ; no words where others have some that are left out. */
export function differenceElement(
  {
    kind,
    other = '',
    difference,
  }: Pick<Mark, 'kind'> & Partial<Pick<Mark, 'other' | 'difference'>>,
  content: ElementContent[],
): ElementContent {
  const title = other ? { title: other } : {};
  const data = difference ? { 'data-kind': difference } : {};
  if (content.length === 0) return h('span', { class: 'omission', ...title, ...data }, '‸');
  if (kind === 'insert') return h('ins', data, content);
  // Nothing was deleted: these words stand here, and not in the base.
  if (kind === 'delete') return h('mark', { class: 'absent', ...data }, content);
  return h('mark', { class: kind === 'move' ? 'moved' : 'replaced', ...title, ...data }, content);
}

function treeContent(tree: readonly SpanTree[], addresses: Addresses): ElementContent[] {
  return tree.flatMap((node) => {
    if ('piece' in node) return pieceContent(node.piece, addresses);
    const content = treeContent(node.children, addresses);
    const element = spanElement(node.span as Span, content, addresses);
    return element ? [element] : content;
  });
}

function pieceContent({ text, notes }: Piece, addresses: Addresses): ElementContent[] {
  const references = notes.map(({ kind, target = '' }) => {
    if (kind === 'page') {
      const attributes = { className: 'page-break', role: 'doc-pagebreak', ariaLabel: target };
      return h('span', { ...attributes, title: target });
    }
    const href = addresses.note(target);
    // Its direction keeps it apart from a number before it, in a text from right to left.
    const mark = href ? [h('a', { href, role: 'doc-noteref' }, target)] : target;
    return h('sup', { dir: 'auto' }, mark);
  });
  const lines = text
    .split('\n')
    .flatMap((line, k): ElementContent[] =>
      k > 0 ? [h('br'), { type: 'text', value: line }] : [{ type: 'text', value: line }],
    );
  return [...references, ...lines];
}

function spanElement(
  span: Span,
  content: ElementContent[],
  addresses: Addresses,
): ElementContent | null {
  switch (span.kind) {
    case 'emphasis':
      return h('em', content);
    case 'strong':
      return h('strong', content);
    case 'foreign':
      return h('i', { ...languageAttributes(span.language) }, content);
    case 'deleted':
      return h('s', content);
    case 'code':
      return h('code', content);
    case 'link': {
      const target = span.target ?? '';
      const href = target.startsWith('#')
        ? addresses.segment(target.slice(1))
        : /^https?:/.test(target) && target;
      return href ? h('a', { href }, content) : null;
    }
    case 'ruby':
      return h('ruby', [
        ...content,
        h('rt', { ...languageAttributes(span.language) }, span.target),
      ]);
    case 'editorial':
      return h('span', { class: 'editorial' }, content);
    default:
      return null;
  }
}
