import type { Element } from 'hast';
import { h } from 'hastscript';
import { direction, type Edition, type Segment, type SegmentKind } from '../../edition/model';
import type { ComparedRow } from '../prepared';
import { segmentContent } from './segment';

/** Editions side by side, a row a place, with what differs from the base marked. */
export function comparisonTable(
  editions: readonly Edition[],
  rows: readonly ComparedRow[],
): Element {
  return h('table', { class: 'comparison' }, [
    h('thead', [
      h(
        'tr',
        editions.map(({ siglum, title, language }) =>
          h('th', { scope: 'col' }, [
            h('span', { class: 'siglum' }, siglum),
            ' ',
            h('span', { class: 'title', lang: language }, title),
          ]),
        ),
      ),
    ]),
    h(
      'tbody',
      rows.map(({ number, cells }) =>
        h(
          'tr',
          { id: `row-${number}` },
          cells.map(({ segments }, column) => {
            const { language } = editions[column];
            return h('td', { lang: language, dir: direction(language) }, cellContent(segments));
          }),
        ),
      ),
    ),
  ]);
}

/** Places one over the other, for narrow pages: each edition's text under its siglum. */
export function comparisonStack(
  editions: readonly Edition[],
  rows: readonly ComparedRow[],
): Element[] {
  return rows.map(({ number, cells }) =>
    h(
      'section',
      { id: `row-${number}`, class: 'place' },
      cells.flatMap(({ segments }, column) => {
        if (segments.length === 0) return [];
        const { language, siglum } = editions[column];
        return [
          h('div', { lang: language, dir: direction(language) }, [
            h('p', { class: 'siglum' }, siglum),
            ...cellContent(segments),
          ]),
        ];
      }),
    ),
  );
}

const classOf: Partial<Record<SegmentKind, string>> = { verse: 'verse line' };

/** In a cell a heading looks as the text around it does, and is one all the same. */
const headingRole = ({ kind, level = 1 }: Segment) =>
  kind === 'heading' ? { role: 'heading', ariaLevel: String(level) } : {};

function cellContent(segments: ComparedRow['cells'][number]['segments']): Element[] {
  return segments.map(({ segment, marks }) =>
    h('p', { class: classOf[segment.kind] ?? segment.kind, ...headingRole(segment) }, [
      ...(segment.kind === 'footnote' && segment.label
        ? [h('span', { class: 'label' }, `${segment.label} `)]
        : []),
      ...segmentContent({ segment, marks }),
    ]),
  );
}
