import { comparedWith } from '../../../lib/compare/bases';
import type { Reading } from '../../../lib/compare/reading';
import { type Edition, sameLanguage } from '../../../lib/edition/model';
import { fewestEditions } from '../../../lib/works/choose';
import type { OutlineLink } from '../view-bar';
import { type ViewState, viewAddress } from '../view-state';
import type { ColumnLinks } from './edition-heading';

/** What the head of each column offers: other views of the same editions. */
export function columnLinks(
  work: string,
  state: ViewState,
  editions: readonly Edition[],
  bases: readonly Edition[],
): ColumnLinks[] {
  const sigla = editions.map(({ siglum }) => siglum);
  const siglaOf = (each: readonly Edition[]) => each.map(({ siglum }) => siglum);
  const to = (change: Partial<ViewState>) =>
    viewAddress(work, { ...state, editions: sigla, bases: siglaOf(bases), ...change });
  const swapped = (at: number, other: number) =>
    sigla.with(at, sigla[other]).with(other, sigla[at]);
  const against = comparedWith(editions, bases);
  return editions.map((edition, at) => {
    const { siglum } = edition;
    const rest = sigla.filter((each) => each !== siglum);
    const others = bases.filter((base) => base !== edition);
    return {
      left: at > 0 ? to({ editions: swapped(at, at - 1) }) : undefined,
      right: at < sigla.length - 1 ? to({ editions: swapped(at, at + 1) }) : undefined,
      base: against[at] === null ? undefined : to({ bases: siglaOf(withBase(bases, edition)) }),
      remove:
        rest.length >= fewestEditions
          ? to({ editions: rest, bases: others.length > 0 ? siglaOf(others) : undefined })
          : undefined,
    };
  });
}

/** The bases with an edition as that of its language. */
function withBase(bases: readonly Edition[], edition: Edition): Edition[] {
  const at = bases.findIndex((base) => sameLanguage(base, edition));
  return at < 0 ? [...bases, edition] : bases.with(at, edition);
}

/** Headings as links; a long work without any is listed by its sections. */
export function outlineLinks(
  { outline, sections, open, kept, layout }: Reading,
  base: Edition,
  sectionAddress: (page: number) => string,
  placeAddress: (number: number) => string,
): OutlineLink[] {
  const here = sections[open];
  if (outline.length > 0) {
    return outline.map(({ row, level, text }) => ({
      text,
      level,
      href: placeAddress(kept[row].number),
      current: row >= here.from && row < here.to,
    }));
  }
  const column = layout.editions.indexOf(base);
  return sections.map(({ from, to }, at) => {
    const first = kept.slice(from, to).find(({ cells }) => cells[column].indices.length > 0);
    const index = first?.cells[column].indices[0];
    const text = index === undefined ? '' : base.segments[index].text;
    return {
      text: `${at + 1}. ${text.slice(0, 48)}${text.length > 48 ? '…' : ''}`,
      level: 1,
      href: sectionAddress(at + 1),
      current: at === open,
    };
  });
}

/** The heading that each section stands under, if any. */
export function sectionTitles({ sections, outline }: Reading): (string | undefined)[] {
  return sections.map(({ from, to }) => {
    const inside = outline.find(({ row }) => row >= from && row < to);
    return (inside?.row === from ? inside : outline.findLast(({ row }) => row <= from))?.text;
  });
}

/** Letters in a line of a column, about. */
const lineLength = 48;

/** How many lines each section will take, about: its longest cells, and the space between rows. */
export function sectionHeights({ sections, kept, layout }: Reading): number[] {
  return sections.map(({ from, to }) => {
    let lines = 0;
    for (let k = from; k < to; k++) {
      const letters = kept[k].cells.map(({ indices }, shown) =>
        indices.reduce((sum, index) => sum + layout.editions[shown].segments[index].text.length, 0),
      );
      lines += Math.ceil(Math.max(...letters) / lineLength) + 1;
    }
    return lines;
  });
}
