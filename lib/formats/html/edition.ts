import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { cellsOf } from '../../edition/cells';
import { direction, type Edition, type Segment } from '../../edition/model';
import { type NoteAddress, segmentContent } from './segment';

/** The segments of an edition as a text to be read, from `from` to before `to`. */
export function editionText(edition: Edition, from = 0, to = edition.segments.length): Element {
  const { segments, language } = edition;
  const labels = new Set(
    segments.flatMap(({ kind, label }) => (kind === 'footnote' && label ? [label] : [])),
  );
  const address = (label: string) =>
    labels.has(label) ? `#note-${encodeURIComponent(label)}` : null;
  const blocks: ElementContent[] = [];
  let group: Element | null = null;
  let before: Segment | undefined;
  for (const segment of segments.slice(from, to)) {
    const block = member(segment, segmentContent({ segment, marks: [] }, address), address);
    if (before?.kind !== segment.kind) {
      group = groupOf(segment);
      if (group) blocks.push(group);
    }
    (group?.children ?? blocks).push(block);
    before = segment;
  }
  return h('div', { class: 'text', lang: language, dir: direction(language) }, blocks);
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

function member(segment: Segment, content: ElementContent[], address: NoteAddress): Element {
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
              address,
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
