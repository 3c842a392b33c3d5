import type { Edition } from './model';

/** A picture of a page: one file, or a service of the IIIF Image API by its base address. */
export interface PictureSource {
  kind: 'picture' | 'iiif';
  address: string;
}

/** The end of a request of the IIIF Image API: region, size, rotation, quality and format. */
const imageRequest =
  /\/(?:full|square|(?:pct:)?[\d.,]+)\/[^/]+\/!?[\d.]+\/(?:default|color|colour|gray|grey|native|bitonal)\.\w+$/;

/**
 * What an address of a picture leads to: a name of a picture file is one file; `info.json`, a request of the
 * IIIF Image API and any other address without such a name are a service.
 * Source: https://iiif.io/api/image/3.0/ (section 2).
 */
export function pictureSource(address: string): PictureSource {
  const { pathname } = new URL(address);
  const plain = address.replace(/[?#].*$/, '');
  if (pathname.endsWith('/info.json')) {
    return { kind: 'iiif', address: plain.slice(0, -'/info.json'.length) };
  }
  if (imageRequest.test(plain)) return { kind: 'iiif', address: plain.replace(imageRequest, '') };
  return /\.(?:avif|gif|jpe?g|png|svg|webp)$/i.test(pathname)
    ? { kind: 'picture', address }
    : { kind: 'iiif', address: plain.replace(/\/$/, '') };
}

/** A mark of a section that a milestone has set, as “verse 5”, and not of a page. */
const section = /^\p{L}+ \S/u;

/** The pages of an edition, as their marks name them, each once and in order. */
export function markedPages({ segments }: Pick<Edition, 'segments'>): string[] {
  const marked = segments.flatMap(({ spans }) =>
    spans.flatMap(({ kind, target = '' }) => (kind === 'page' ? [target] : [])),
  );
  return [...new Set(marked)];
}

/** The pages of an edition that have a picture, in the order of their marks. */
export const picturedPages = (edition: Pick<Edition, 'segments' | 'images'>): string[] =>
  markedPages(edition).filter((page) => Object.hasOwn(edition.images ?? {}, page));

/**
 * Finds on which page of an edition words stand that have a picture: by the id of their segment, and their
 * offset in its text. Null before the first mark of a page, and on a page without a picture.
 */
export function createPageFinder({
  segments,
  images = {},
}: Pick<Edition, 'segments' | 'images'>): (segment: string, offset: number) => string | null {
  const marks = new Map<
    string,
    { before: string | null; within: [start: number, page: string][] }
  >();
  let page: string | null = null;
  for (const { id, spans } of segments) {
    const within = spans
      .flatMap(({ kind, start, target = '' }): [number, string][] =>
        kind === 'page' && (Object.hasOwn(images, target) || !section.test(target))
          ? [[start, target]]
          : [],
      )
      .sort(([x], [y]) => x - y);
    marks.set(id, { before: page, within });
    page = within.at(-1)?.[1] ?? page;
  }
  return (segment, offset) => {
    const own = marks.get(segment);
    const found = own?.within.findLast(([start]) => start <= offset)?.[1] ?? own?.before ?? null;
    return found !== null && Object.hasOwn(images, found) ? found : null;
  };
}
