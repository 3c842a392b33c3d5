import { comparedLanguage, type Edition } from '../../edition/model';
import { type PrintLayout, printLayouts } from './printed';

/** Whether editions can be set on pages in a way, and what is said where they cannot. */
const needs: Record<
  PrintLayout,
  { fits: (editions: readonly Edition[]) => boolean; message: string; remedy: string }
> = {
  columns: {
    fits: (editions) => editions.length > 1,
    message: 'one edition has nothing to stand beside it',
    remedy: 'choose two or more, or the layout “edition”',
  },
  pages: {
    fits: (editions) => editions.length === 2,
    message: 'facing pages show two editions',
    remedy: 'choose two',
  },
  interleaved: {
    fits: (editions) => editions.length > 1,
    message: 'one edition has nothing to stand between its lines',
    remedy: 'choose two or more',
  },
  apparatus: {
    fits: (editions) =>
      new Set(editions.map(({ language }) => comparedLanguage(language))).size < editions.length,
    message: 'an apparatus needs two editions in one language',
    remedy: 'choose more editions',
  },
  edition: {
    fits: (editions) => editions.length === 1,
    message: 'the layout “edition” shows one edition alone',
    remedy: 'choose one of them',
  },
};

/** The layouts of pages in which editions can be set, the usual one first. */
export const layoutsFor = (editions: readonly Edition[]): PrintLayout[] =>
  printLayouts.filter((layout) => needs[layout].fits(editions));

/** Why editions cannot be set so; null where they can. */
export function unfit(
  layout: PrintLayout,
  editions: readonly Edition[],
): { message: string; remedy: string } | null {
  const { fits, message, remedy } = needs[layout];
  return fits(editions) ? null : { message, remedy };
}
