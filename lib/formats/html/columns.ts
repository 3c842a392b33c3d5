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

/** Editions from the columns of a table, each cell read as a text of its own. */
export function readColumns(
  { columns, rows, notes, beside, others }: SideBySide,
  losses: Losses,
): IngestedDocument {
  const heading = beside.find((block) => block.type === 'element' && block.tagName === 'h1');
  const title = heading && textOf(heading);
  for (const block of beside) {
    if (block !== heading) losses.add('what stands beside the table', block.position?.start.line);
  }
  for (let k = 0; k < others; k++) losses.add('columns of single words or numbers');
  const read = (children: ElementContent[]) =>
    readSegments(blocksOf({ type: 'root', children })).segments;
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
    // In the editions that refer to it.
    places.push(
      editions.map(({ segments }, column) =>
        segments.some(({ spans }) => spans.some(({ target }) => target === label))
          ? add(column, found)
          : [],
      ),
    );
  }
  editions[0].warnings.push(...losses.warnings());
  return { title, editions, rows: places.filter((row) => row.some(({ length }) => length > 0)) };
}
