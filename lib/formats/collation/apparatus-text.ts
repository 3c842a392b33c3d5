import type { ApparatusPart } from '../../collate/apparatus-entry';
import { paragraphEnd } from '../../collate/witness';
import type { ExportedWork } from '../prepared';

/** A text with its apparatus, as it is written. */
export interface ApparatusText {
  /** BCP 47. */
  language: string;
  /** What stands above it, where there are several. */
  title?: string;
  parts: readonly ApparatusPart[];
}

/** The texts of a work with their apparatus, one for each language of several editions. */
export function apparatusTexts({
  editions,
  apparatus,
}: Pick<ExportedWork, 'editions' | 'apparatus'>): ApparatusText[] {
  return apparatus.map(({ language, base, rows }) => {
    const title = editions.find(({ siglum }) => siglum === base)?.title;
    return {
      language,
      ...(apparatus.length > 1 && title ? { title: `${title} (${base})` } : {}),
      parts: rows.flatMap(({ parts }, k) => (k > 0 ? [{ shared: paragraphEnd }, ...parts] : parts)),
    };
  });
}
