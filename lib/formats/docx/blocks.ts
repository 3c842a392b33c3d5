import { LevelFormat, Paragraph, Table, TableCell, TableRow, WidthType } from 'docx';
import { cellsOf } from '../../edition/cells';
import type { Segment } from '../../edition/model';

/** The number that a list gives an item (“3.”); null where it has another label, or none. */
export function listNumber({ kind, label }: Segment): number | null {
  const number = kind === 'item' ? /^(\d{1,9})\.$/.exec(label ?? '')?.[1] : undefined;
  return number === undefined ? null : Number(number);
}

/** Numberings for a text: a run of consecutive numbers is a list that begins with the first. */
export function numberingOf(segments: readonly Segment[]) {
  const references = new Map<Segment, string>();
  const starts: number[] = [];
  let next: number | null = null;
  for (const segment of segments) {
    const number = listNumber(segment);
    if (number !== null) {
      if (number !== next) starts.push(number);
      references.set(segment, `list-${starts.length}`);
      next = number + 1;
    } else next = null;
  }
  const config = starts.map((start, k) => ({
    reference: `list-${k + 1}`,
    levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', start }],
  }));
  return { config, references };
}

/** Rows that stand together, as a table. */
export function tableOf(
  rows: readonly Segment[],
  paragraphOf: (segment: Segment) => Paragraph,
): Table {
  const cells = rows.map((row) => cellsOf(row).map((cell) => ({ ...row, ...cell })));
  const width = Math.max(...cells.map(({ length }) => length));
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: cells.map(
      (own) =>
        new TableRow({
          children: Array.from(
            { length: width },
            (_, k) =>
              new TableCell({
                children: [own[k] ? paragraphOf(own[k]) : new Paragraph('')],
              }),
          ),
        }),
    ),
  });
}

/** Segments as blocks: rows in tables, all others by themselves. */
export function blocksOf(
  segments: readonly Segment[],
  paragraphOf: (segment: Segment) => Paragraph,
): (Paragraph | Table)[] {
  const blocks: (Paragraph | Table)[] = [];
  for (let at = 0; at < segments.length; at++) {
    if (segments[at].kind !== 'row') {
      blocks.push(paragraphOf(segments[at]));
      continue;
    }
    let end = at;
    while (segments[end + 1]?.kind === 'row') end++;
    blocks.push(tableOf(segments.slice(at, end + 1), paragraphOf));
    at = end;
  }
  return blocks;
}
