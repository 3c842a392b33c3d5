import { direction, type Edition } from '../../lib/edition/model';
import type {
  Cell,
  ComparedRow,
  ComparedSegment,
  Comparison,
  Division,
} from '../../lib/library/comparison';
import { EditionHeading } from './edition-heading';
import { SegmentText } from './segment-text';

const divisionNotes: Partial<Record<Division, string>> = {
  merged: 'one paragraph for several',
  split: 'several paragraphs for one',
  redivided: 'paragraphs divided elsewhere',
};

/**
 * The editions in columns, corresponding paragraphs in rows. Roles are given in full, because
 * narrow screens lay the table out as blocks, which would otherwise strip its meaning.
 */
export function ComparisonTable({
  comparison,
  rows,
  marks,
  faint,
}: {
  comparison: Comparison;
  rows: ComparedRow[];
  marks: boolean;
  faint: boolean;
}) {
  const { editions, base, similarity } = comparison;
  return (
    <div className="comparison-frame" data-columns={editions.length}>
      <table className="comparison" role="table">
        <caption className="visually-hidden">
          {`${editions.length} editions side by side; each row is one place of the work.`}
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader" className="gutter">
              <span className="visually-hidden">Place</span>
            </th>
            {editions.map((edition, at) => (
              <th key={edition.siglum} scope="col" role="columnheader">
                <EditionHeading
                  edition={edition}
                  isBase={edition === base}
                  similarity={similarity[at]}
                />
              </th>
            ))}
          </tr>
          {editions.some(({ notice }) => notice) && (
            <tr role="row" className="notices">
              <th scope="row" role="rowheader" className="gutter">
                <span className="visually-hidden">Notice</span>
              </th>
              {editions.map(({ siglum, notice }) => (
                <td key={siglum} role="cell">
                  {notice && <p className="notice">{notice}</p>}
                </td>
              ))}
            </tr>
          )}
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={row.number} id={`row-${row.number}`} role="row">
              <th scope="row" role="rowheader" className="gutter">
                <a href={`#row-${row.number}`} aria-label={`Place ${row.number}`}>
                  {row.number}
                </a>
              </th>
              {row.cells.map((cell, at) => (
                <CellView
                  key={cell.siglum}
                  cell={cell}
                  edition={editions[at]}
                  marks={marks}
                  faint={faint}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function CellView({
  cell,
  edition,
  marks,
  faint,
}: {
  cell: Cell;
  edition: Edition;
  marks: boolean;
  faint: boolean;
}) {
  const note = divisionNotes[cell.division];
  return (
    <td
      role="cell"
      className={`cell division-${cell.division}`}
      lang={edition.language}
      dir={direction(edition.language)}
    >
      <span className="cell-siglum" lang="en" dir="ltr" aria-hidden="true">
        {edition.siglum}
      </span>
      {note && (
        <p className="division-note" lang="en" dir="ltr">
          {note}
        </p>
      )}
      {cell.moved && (
        <p className="division-note" lang="en" dir="ltr">
          stands elsewhere in this edition
        </p>
      )}
      {cell.segments.length === 0 && (
        <p className="division-note" lang="en" dir="ltr">
          not in this edition
        </p>
      )}
      {cell.segments.map((compared) => (
        <SegmentView
          key={compared.segment.id}
          compared={compared}
          siglum={edition.siglum}
          marks={marks}
          faint={faint}
        />
      ))}
    </td>
  );
}

function SegmentView({
  compared,
  siglum,
  marks,
  faint,
}: {
  compared: ComparedSegment;
  siglum: string;
  marks: boolean;
  faint: boolean;
}) {
  const { segment } = compared;
  // A heading of the text, under the page's own.
  const Tag = segment.kind === 'heading' ? 'h2' : 'p';
  return (
    <Tag id={`${siglum}-${segment.id}`} className={`segment segment-${segment.kind}`}>
      {segment.label && <span className="label">{spaced(segment.label)}</span>}
      <SegmentText compared={compared} marks={marks} faint={faint} />
    </Tag>
  );
}

/** Full-width brackets bring their own space. */
function spaced(label: string): string {
  return /[）、]$/.test(label) ? label : `${label} `;
}
