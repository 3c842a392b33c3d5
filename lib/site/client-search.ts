import { readFileSync } from 'node:fs';
import path from 'node:path';
import { InputError } from '../core/errors';
import { languageFamily } from '../edition/model';
import { foldedScript } from './search-script';
import type { SiteFile } from './site-file';

/**
 * A page as the index takes it: Pagefind makes an index for each language tag, and a search page opens one of
 * them, so that the tags of a family are made one, and Chinese is in one script.
 */
function inFamily(content: string): string {
  let family = '';
  const marked = content.replace(/(<html\b[^>]*?\blang=")([^"]*)/, (_, before, tag) => {
    family = languageFamily(tag);
    return before + family;
  });
  return family === 'zh' ? foldedScript(marked) : marked;
}

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
    for (const { path: name, content } of files) {
      // Its own pages and their styles are not used here.
      if (!/(?:ui|highlight)\.(?:js|css)$/.test(name)) yield { path: `pagefind/${name}`, content };
    }
  } finally {
    await pagefind.close();
  }
}
