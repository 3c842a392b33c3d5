import type { Element, ElementContent } from 'xast';
import { x } from 'xastscript';
import { cutPieces, nestPieces, type Piece, type SpanTree } from '../../collate/pieces';
import { cellsOf } from '../../edition/cells';
import { leadingLabel, spaced } from '../../edition/labels';
import type { Edition, Segment, Span } from '../../edition/model';
import { xmlIds } from '../xml/names';
import { xmlText } from '../xml/text';

/** The `xml:id` of a segment of the edition at place `k`. */
export function idOf(k: number, { id }: Pick<Segment, 'id'>): string {
  return `t${k + 1}-${id}`;
}

/** An edition's text: nested divisions by its headings, and its notes at the back. */
export function body({ segments, images = {} }: Edition, k: number): Element[] {
  const labels = new Set(
    segments.flatMap(({ kind, label }) => (kind === 'footnote' && label ? [label] : [])),
  );
  const noteIds = xmlIds(labels, `t${k + 1}-note-`);
  const segmentIds = new Set(segments.map(({ id }) => id));
  const addresses: Addresses = {
    note: (label) => (noteIds.has(label) ? `#${noteIds.get(label)}` : null),
    segment: (id) => (segmentIds.has(id) ? `#${idOf(k, { id })}` : null),
    picture: (page) => (Object.hasOwn(images, page) ? images[page] : null),
  };
  const content = (segment: Segment) => inline(segment, addresses);
  const root = x('body', []);
  const open: { level: number; element: Element }[] = [{ level: 0, element: root }];
  const notes: Element[] = [];
  let group: Element | undefined;
  let before: Segment | undefined;
  /** Puts a segment into the group it continues, or opens one. */
  const into = (
    name: string,
    attributes: Record<string, string>,
    child: Element,
    goesOn: boolean,
  ) => {
    if (!goesOn || group?.name !== name) {
      group = x(name, attributes, []);
      open.at(-1)!.element.children.push(group);
    }
    group.children.push(child);
  };
  for (const segment of segments) {
    const id = { 'xml:id': idOf(k, segment) };
    const { kind, level = 1, label } = segment;
    const goesOn = before?.kind === kind;
    switch (kind) {
      case 'heading': {
        while (open.length > 1 && open.at(-1)!.level >= level) open.pop();
        const division = x('div', [x('head', { ...id, rend: `level${level}` }, content(segment))]);
        open.at(-1)!.element.children.push(division);
        open.push({ level, element: division });
        break;
      }
      case 'item': {
        const number = numberOf(segment);
        const ordered = !Number.isNaN(number);
        const follows = goesOn && number === numberOf(before) + 1;
        into(
          'list',
          ordered ? { rend: 'numbered', n: String(number) } : {},
          x('item', id, content(ordered ? { ...segment, label: undefined } : segment)),
          ordered ? follows : goesOn && Number.isNaN(numberOf(before)),
        );
        break;
      }
      case 'verse':
        into('lg', {}, x('l', id, content(segment)), goesOn);
        break;
      case 'row':
        into(
          'table',
          {},
          x(
            'row',
            id,
            cellsOf(segment).map((cell) => x('cell', inline({ ...segment, ...cell }, addresses))),
          ),
          goesOn,
        );
        break;
      case 'footnote': {
        const last = notes.at(-1);
        const paragraph = x('p', id, content({ ...segment, label: undefined }));
        if (label === undefined && last) last.children.push(paragraph);
        else {
          const named =
            label === undefined ? {} : { 'xml:id': noteIds.get(label), n: xmlText(label) };
          notes.push(x('note', { ...named, place: 'bottom' }, [paragraph]));
        }
        break;
      }
      default:
        open.at(-1)!.element.children.push(x('p', id, content(segment)));
    }
    before = segment;
  }
  // A body must hold something, if only an empty paragraph.
  if (root.children.length === 0) root.children.push(x('p', []));
  return notes.length > 0 ? [root, x('back', [x('div', { type: 'notes' }, notes)])] : [root];
}

/** The number of an item that its list gives it (“3.”); NaN for others. */
function numberOf(segment: Segment | undefined): number {
  return Number(/^(\d{1,9})\.$/.exec(segment?.label ?? '')?.[1]);
}

/** Where pointers within a text lead; null where there is nothing to lead to. */
interface Addresses {
  note: (label: string) => string | null;
  segment: (id: string) => string | null;
  picture: (page: string) => string | null;
}

function inline({ text, spans, label }: Segment, addresses: Addresses): ElementContent[] {
  const tree = (nodes: readonly SpanTree[]): ElementContent[] =>
    nodes.flatMap((node) => {
      if ('piece' in node) return piece(node.piece, addresses);
      const children = tree(node.children);
      const element = spanElement(node.span as Span, children, addresses);
      return element ? [element] : children;
    });
  const content = cutPieces(text, [], [], spans).flatMap(({ parts }) =>
    parts.flatMap(({ pieces }) => tree(nestPieces(pieces))),
  );
  if (!label) return content;
  // A number that would not be known for one is marked as a label.
  const before = spaced(label);
  const plain = leadingLabel(before + text)?.label === label;
  return plain
    ? [{ type: 'text', value: xmlText(before) }, ...content]
    : [x('label', xmlText(label)), { type: 'text', value: ' ' }, ...content];
}

function piece({ text, notes }: Piece, addresses: Addresses): ElementContent[] {
  const references = notes.map(({ kind, target = '' }) => {
    if (kind === 'page') {
      const picture = addresses.picture(target);
      return x('pb', { n: xmlText(target), ...(picture ? { facs: xmlText(picture) } : {}) });
    }
    const address = addresses.note(target);
    return x('ref', { type: 'note', ...(address ? { target: address } : {}) }, xmlText(target));
  });
  const lines = xmlText(text)
    .split('\n')
    .flatMap((value, k): ElementContent[] =>
      k > 0 ? [x('lb', { rend: 'break' }), { type: 'text', value }] : [{ type: 'text', value }],
    );
  return [...references, ...lines];
}

function spanElement(span: Span, children: ElementContent[], addresses: Addresses): Element | null {
  switch (span.kind) {
    case 'emphasis':
      return x('hi', { rend: 'italic' }, children);
    case 'strong':
      return x('hi', { rend: 'bold' }, children);
    case 'deleted':
      return x('del', children);
    case 'foreign':
      return x('foreign', span.language ? { 'xml:lang': span.language } : {}, children);
    case 'link': {
      const target = span.target ?? '';
      const address = target.startsWith('#') ? addresses.segment(target.slice(1)) : null;
      if (address) return x('ref', { target: address }, children);
      return /^https?:/.test(target)
        ? x('ref', { target: encodeURI(decodeURISafely(target)) }, children)
        : null;
    }
    case 'code':
      return x('code', children);
    case 'ruby':
      return x('ruby', [x('rb', children), x('rt', xmlText(span.target ?? ''))]);
    default:
      // Editorial brackets are letters of the text.
      return null;
  }
}

/** TEI's pointers are URIs: what is not part of one is escaped, once. */
function decodeURISafely(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
