import type { EntryPage } from '../../../lib/studies/entry-pages';

/** The address of the page that shows the picture of a page of an edition. */
export const pageImageAddress = (work: string, { siglum, page }: EntryPage): string =>
  `/works/${work}/image?${new URLSearchParams({ edition: siglum, page })}`;
