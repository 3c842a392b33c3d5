import type { Layout } from '../../../lib/compare/layout';
import type { OutlineEntry } from '../../../lib/edition/sections';
import { GoTo } from '../go-to';
import { Outline } from '../view-bar';
import { fromStart, type ViewState, viewQuery } from '../view-state';
import type { CollationViewName } from './collation-places';
import { ComeToPlace } from './come-to-place';

/** The ways to a place of the work that is collated: its outline, and its name. */
export function CollationWays({
  work,
  state,
  view,
  layout,
  outline,
  first,
  last,
  place,
  isMissing,
  placeAddress,
}: {
  work: string;
  state: ViewState;
  view: CollationViewName;
  layout: Layout;
  /** The headings of all rows, by index among them. */
  outline: readonly OutlineEntry[];
  /** Numbers of the first and last row of the page. */
  first: number;
  last: number;
  /** The number of the row that was asked for. */
  place: number | undefined;
  /** Whether a name was asked for that is of none. */
  isMissing: boolean;
  placeAddress: (number: number) => string;
}) {
  const query = viewQuery(fromStart(state), { view: view === 'apparatus' ? undefined : view });
  const headings = outline.map(({ row, level, text }) => ({
    number: layout.rows[row].number,
    level,
    text,
  }));
  return (
    <>
      <Outline
        lang={layout.base.language}
        entries={headings.map(({ number, level, text }) => ({
          text,
          level,
          href: placeAddress(number),
          current: number >= first && number <= last,
        }))}
      />
      <GoTo
        action={`/works/${work}/collation`}
        hidden={Object.fromEntries(new URLSearchParams(query))}
        headings={headings}
        missing={isMissing ? state.ref : undefined}
      />
      {place !== undefined && <ComeToPlace number={place} />}
    </>
  );
}
