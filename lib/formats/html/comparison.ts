import type { Element } from 'hast';
import { h } from 'hastscript';
import { languageAttributes } from '../../edition/language-attributes';
import { direction, type Edition, type Segment, type SegmentKind } from '../../edition/model';
import type { ComparedRow } from '../prepared';
import { type Addresses, segmentContent } from './segment';

/** Editions side by side, a row a place, with what differs from the base marked. */
export function comparisonTable(
  editions: readonly Edition[],
  rows: readonly ComparedRow[],
): Element {
  const notes = notesOf(editions, rows);
  return h('table', { class: 'comparison' }, [
    h('thead', [
      h(
        'tr',
        editions.map(({ siglum, title, language }) =>
          h('th', { scope: 'col', dir: direction(language) }, [
            h('bdi', { class: 'siglum' }, siglum),
            ' ',
            h('span', { class: 'title', ...languageAttributes(language) }, title),
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
            const { language, siglum } = editions[column];
            return h(
              'td',
              { ...languageAttributes(language), 'data-edition': siglum },
              cellContent(segments, notes[column]),
            );
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
  const notes = notesOf(editions, rows);
  return rows.map(({ number, cells }) =>
    h(
      'section',
      { id: `row-${number}`, class: 'place' },
      cells.flatMap(({ segments }, column) => {
        if (segments.length === 0) return [];
        const { language, siglum } = editions[column];
        return [
          h('div', { ...languageAttributes(language) }, [
            h('p', { class: 'siglum' }, [h('bdi', siglum)]),
            ...cellContent(segments, notes[column]),
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

/** The id of each note that is shown of an edition, by its label. */
type NoteIds = ReadonlyMap<string, string>;

function notesOf(editions: readonly Edition[], rows: readonly ComparedRow[]): NoteIds[] {
  return editions.map(({ siglum }, column) => {
    const labels = rows.flatMap(({ cells }) =>
      (cells[column]?.segments ?? []).flatMap(({ segment: { kind, label } }) =>
        kind === 'footnote' && label ? [label] : [],
      ),
    );
    return new Map(labels.map((label) => [label, `note-${siglum}-${label}`]));
  });
}

function cellContent(
  segments: ComparedRow['cells'][number]['segments'],
  notes: NoteIds,
): Element[] {
  const addresses: Addresses = {
    note: (label) => {
      const id = notes.get(label);
      return id ? `#${encodeURIComponent(id)}` : null;
    },
    segment: () => null,
  };
  return segments.map(({ segment, marks }) => {
    const { kind, label } = segment;
    const isNote = kind === 'footnote' && label !== undefined;
    return h(
      'p',
      {
        class: classOf[kind] ?? kind,
        ...headingRole(segment),
        ...(isNote ? { id: notes.get(label), role: 'doc-footnote' } : {}),
      },
      [
        ...(isNote ? [h('span', { class: 'label' }, `${label} `)] : []),
        ...segmentContent({ segment, marks }, addresses),
      ],
    );
  });
}
