import { InputError } from '../../core/errors';
import type { ManifestPage } from './read-manifest';

export interface MatchedPages {
  /** Addresses of pictures, by the numbers of the pages. */
  images: Record<string, string>;
  /** Pages of the edition that have no picture. */
  missing: string[];
  /** Pages of the manifest that are not in the edition. */
  left: string[];
}

/** Words and abbreviations before the number of a page or leaf, as “fol. 12r” and “Seite 5” have them. */
const beforeNumber =
  /^(?:pages?|pp?|pg|folios?|fols?|foll?|ff?|leaf|seite|s|bl|blatt|第)[.\s]*(?=\S*\p{N})/iu;

const keyOf = (label: string): string =>
  label
    .normalize('NFKC')
    .trim()
    .replace(/^\[|\]$/g, '')
    .replace(beforeNumber, '')
    .replace(/[頁页]$|\s/gu, '')
    .toLowerCase();

/**
 * Finds the pictures of the pages of an edition in a manifest: by their numbers, or one after the other where no
 * number is in both and there are as many.
 *
 * @param pages as their marks name them, in order.
 * @throws InputError where neither tells which picture is of which page.
 */
export function matchPages(
  pages: readonly string[],
  manifest: readonly ManifestPage[],
): MatchedPages {
  const byKey = new Map<string, ManifestPage>();
  for (const page of manifest) {
    const key = keyOf(page.label);
    if (key !== '' && !byKey.has(key)) byKey.set(key, page);
  }
  const pairs = pages.map((page, at) => ({
    page,
    found: byKey.get(keyOf(page)),
    other: manifest[at],
  }));
  const named = pairs.some(({ found }) => found);
  if (!named && pages.length !== manifest.length) {
    throw new InputError(
      `the edition has ${pages.length} pages and the manifest ${manifest.length}, and no number is in both`,
      { remedy: 'let marks of pages have the numbers of the manifest, as <pb n="12r"/>' },
    );
  }
  const taken = pairs.map(({ page, found, other }) => ({ page, picture: named ? found : other }));
  const used = new Set(taken.map(({ picture }) => picture));
  return {
    images: Object.fromEntries(
      taken.flatMap(({ page, picture }) => (picture?.address ? [[page, picture.address]] : [])),
    ),
    missing: taken.flatMap(({ page, picture }) => (picture?.address ? [] : [page])),
    left: manifest.filter((page) => !used.has(page)).map(({ label }) => label),
  };
}
