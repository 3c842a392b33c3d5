import { attemptLater, InputError } from '../../lib/core/errors';
import type { Edition, Work } from '../../lib/edition/model';
import { loadWork } from '../../lib/works/load';

/** A picture of a page that an edition names. */
export interface PagePicture {
  edition: Edition;
  page: string;
  address: string;
}

/** The picture that the query of an address asks for; null where the work has none such. */
export function pagePicture(
  { editions }: Pick<Work, 'editions'>,
  query: { edition?: string; page?: string },
): PagePicture | null {
  const { edition: siglum = '', page = '' } = query;
  const edition = editions.find((each) => each.siglum === siglum);
  const address = edition?.images && Object.hasOwn(edition.images, page) && edition.images[page];
  return edition && address ? { edition, page, address } : null;
}

/** The origin of the picture that a page shows; undefined for pages without a picture from elsewhere. */
export async function pictureOrigin({
  pathname,
  searchParams,
}: Pick<URL, 'pathname' | 'searchParams'>): Promise<string | undefined> {
  const slug = /^\/works\/([^/]+)\/image$/.exec(pathname)?.[1];
  if (slug === undefined) return undefined;
  const found = await attemptLater(() => loadWork(decodeURIComponent(slug)));
  if (found instanceof InputError) return undefined;
  const picture = pagePicture(found.work, Object.fromEntries(searchParams));
  return picture ? new URL(picture.address).origin : undefined;
}
