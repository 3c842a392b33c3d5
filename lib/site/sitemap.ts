import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import { pageAddress } from './frame';

/** A sitemap; https://www.sitemaps.org/protocol.html */
export function sitemap(address: string, pages: readonly string[]): string {
  const tree = x(
    'urlset',
    { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' },
    pages.map((page) => x('url', [x('loc', pageAddress(address, page))])),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${toXml(tree)}\n`;
}
