import { readFileSync } from 'node:fs';
import path from 'node:path';
import { InputError } from '../core/errors';
import { languageFamily } from '../edition/model';
import type { SiteFile } from './site-file';

/** Starts the search where a page has a place for it. A file of its own: pages hold no script. */
const starter = `addEventListener('DOMContentLoaded', () => {
  const place = document.getElementById('search');
  new PagefindUI({ element: place, bundlePath: new URL(place.dataset.bundle, location.href).pathname,
    showSubResults: true, showImages: false, resetStyles: false });
});
`;

/**
 * A page as the index takes it: Pagefind makes an index for each language tag, and a search page opens one of
 * them, so that the tags of a family are made one.
 */
const inFamily = (content: string): string =>
  content.replace(
    /(<html\b[^>]*?\blang=")([^"]*)/,
    (_, before, tag) => before + languageFamily(tag),
  );

/**
 * Indexes the pages for the search in the browser (Pagefind), which loads only the parts of the
 * index that a query needs.
 */
export async function* indexPages(
  folder: string,
  pages: readonly string[],
): AsyncGenerator<SiteFile> {
  const pagefind = await import('pagefind');
  const { index, errors } = await pagefind.createIndex({ keepIndexUrl: true });
  if (!index) {
    throw new InputError('the search of the site could not be made', {
      remedy: `see what Pagefind says: ${errors.join('; ').slice(0, 200)}`,
    });
  }
  try {
    for (const page of pages) {
      const content = readFileSync(path.join(folder, page), 'utf8');
      if (content.includes('data-pagefind-body'))
        await index.addHTMLFile({ sourcePath: page, content: inFamily(content) });
    }
    const { files } = await index.getFiles();
    for (const { path: name, content } of files) yield { path: `pagefind/${name}`, content };
    yield { path: 'search/search.js', content: starter };
  } finally {
    await pagefind.close();
  }
}
