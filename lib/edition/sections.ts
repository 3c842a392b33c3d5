/** A stretch of rows that is shown together: a chapter, part of a long one, or several short. */
export interface Section {
  /** Index of the first row, and past the last. */
  from: number;
  to: number;
}

/** A heading of the work, as the outline lists it. */
export interface OutlineEntry {
  /** Index of its row. */
  row: number;
  level: number;
  text: string;
}

/** Rows of a section at most: a page that opens at once and prints on a few sheets. */
const most = 100;
/** A section that is at least this long ends at the next heading. */
const enough = 40;

/** A work of no more rows than this is not divided. */
const whole = 200;

/** Divides rows at headings where there are any, else evenly enough. */
export function divide(rows: number, headings: readonly { row: number }[]): Section[] {
  if (rows <= whole) return rows > 0 ? [{ from: 0, to: rows }] : [];
  const sections: Section[] = [];
  let from = 0;
  let lastHeading = 0;
  const cut = (to: number) => {
    if (to <= from) return;
    sections.push({ from, to });
    from = to;
  };
  for (const { row } of headings) {
    // A chapter that would make the section too long opens one of its own.
    if (row - from > most && lastHeading > from) cut(lastHeading);
    while (row - from > most) cut(from + most);
    if (row - from >= enough) cut(row);
    lastHeading = row;
  }
  if (rows - from > most && lastHeading > from) cut(lastHeading);
  while (rows - from > most) cut(from + most);
  cut(rows);
  return sections;
}
