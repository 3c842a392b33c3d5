import type { ElementContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { createIdentifier } from '../../edition/identify';
import { readSegments } from '../../edition/markdown';
import type { Segment } from '../../edition/model';
import type { EditionDraft } from '../../edition/read';
import type { IngestedDocument, Losses } from '../document';
import { columnsNamed } from '../parallel';
import type { SideBySide } from '../side-by-side';
import { blocksOf } from './blocks';
import { wordsOf } from './words';

/** Editions from the columns of a table, each cell read as a text of its own. */
export function readColumns(
  { columns, rows, notes, beside, others }: SideBySide,
  losses: Losses,
): IngestedDocument {
  const heading = beside.find((block) => block.type === 'element' && block.tagName === 'h1');
  const title = heading && textOf(heading);
  for (const block of beside) {
    if (block === heading) continue;
    losses.add('what stands beside the table', block.position?.start.line, wordsOf(block));
  }
  for (const words of others) losses.add('columns of single words or numbers', undefined, words);
  const read = (children: ElementContent[]) =>
    readSegments(blocksOf({ type: 'root', children }, losses)).segments;
  const identify = columns.map(() => createIdentifier());
  const editions = columnsNamed(columns).map(
    (metadata): EditionDraft => ({ ...metadata, segments: [], warnings: [] }),
  );
  const add = (column: number, segments: Segment[]) =>
    segments.map((segment) => {
      const id = identify[column](segment.kind, segment.text);
      return editions[column].segments.push({ ...segment, id }) - 1;
    });
  const places = rows.map((cells) => cells.map((children, column) => add(column, read(children))));
  for (const note of notes) {
    const found = read([note]);
    const label = found[0]?.label;
    const refers = ({ segments }: EditionDraft) =>
      segments.some(({ spans }) => spans.some(({ target }) => target === label));
    const place = editions.map((edition, column) => (refers(edition) ? add(column, found) : []));
    const shared = place.filter(({ length }) => length > 0).length;
    // A note of one edition only stands in no row: the file does not say that it has no counterpart.
    if (shared > 1) places.push(place);
    else if (shared === 0)
      losses.add('notes that nothing refers to', note.position?.start.line, wordsOf(note));
  }
  for (const edition of editions) shortenLabels(edition.segments);
  editions[0].warnings.push(...losses.warnings());
  return { title, editions, rows: places.filter((row) => row.some(({ length }) => length > 0)) };
}

/** Gives the notes of one edition the labels that they had before those of all editions were told apart: `1-2` is `1`. */
function shortenLabels(segments: Segment[]): void {
  const used = new Set(
    segments.flatMap(({ kind, label }) => (kind === 'footnote' ? (label ?? []) : [])),
  );
  for (const label of [...used]) {
    const own = /^(.+)-\d+$/.exec(label)?.[1];
    if (!own || used.has(own)) continue;
    used.add(own);
    for (const segment of segments) {
      if (segment.kind === 'footnote' && segment.label === label) segment.label = own;
      for (const span of segment.spans) {
        if (span.kind === 'note' && span.target === label) span.target = own;
      }
    }
  }
}
