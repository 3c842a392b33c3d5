import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { cellsOf } from '../../edition/cells';
import { languageAttributes } from '../../edition/language-attributes';
import type { Edition, Segment } from '../../edition/model';
import { type Addresses, segmentContent } from './segment';

/** The segments of an edition as a text to be read, from `from` to before `to`. */
export function editionText(edition: Edition, from = 0, to = edition.segments.length): Element {
  const { segments, language } = edition;
  const labels = new Set(
    segments.flatMap(({ kind, label }) => (kind === 'footnote' && label ? [label] : [])),
  );
  const ids = new Set(segments.map(({ id }) => id));
  const addresses: Addresses = {
    note: (label) => (labels.has(label) ? `#note-${encodeURIComponent(label)}` : null),
    segment: (id) => (ids.has(id) ? `#${id}` : null),
  };
  const blocks: ElementContent[] = [];
  let group: Element | null = null;
  let before: Segment | undefined;
  for (const segment of segments.slice(from, to)) {
    const block = member(segment, segmentContent({ segment, marks: [] }, addresses), addresses);
    if (before?.kind !== segment.kind) {
      group = groupOf(segment);
      if (group) blocks.push(group);
    }
    const note = group?.children.at(-1);
    if (segment.kind === 'footnote' && segment.label === undefined && note?.type === 'element')
      goesOn(note, block);
    else (group?.children ?? blocks).push(block);
    before = segment;
  }
  return h('div', { class: 'text', ...languageAttributes(language) }, blocks);
}

/** Puts a further paragraph into a note. */
function goesOn(note: Element, { children }: Element): void {
  if (note.tagName === 'p') {
    note.children = [h('p', note.children)];
    note.tagName = 'aside';
  }
  note.children.push(h('p', children));
}

/** What holds segments of a kind that stand together. */
function groupOf({ kind }: Segment): Element | null {
  switch (kind) {
    case 'item':
      return h('ul', { class: 'items' });
    case 'verse':
      return h('div', { class: 'verse' });
    case 'row':
      return h('table', { class: 'rows' });
    case 'footnote':
      return h('section', { class: 'notes', role: 'doc-endnotes' });
    default:
      return null;
  }
}

function member(segment: Segment, content: ElementContent[], addresses: Addresses): Element {
  const { id, kind, level = 1, label } = segment;
  switch (kind) {
    case 'heading':
      return h(`h${Math.min(6, level)}`, { id }, content);
    case 'item':
      return h('li', { id }, content);
    case 'row':
      return h(
        'tr',
        { id },
        cellsOf(segment).map((cell) =>
          h(
            'td',
            segmentContent(
              { segment: { ...segment, ...cell, label: undefined }, marks: [] },
              addresses,
            ),
          ),
        ),
      );
    case 'footnote':
      return h('p', { id: label ? `note-${label}` : id, class: 'note', role: 'doc-footnote' }, [
        ...(label ? [h('span', { class: 'label' }, `${label} `)] : []),
        ...content,
      ]);
    default:
      return h('p', { id, ...(kind === 'verse' ? { class: 'line' } : {}) }, content);
  }
}
