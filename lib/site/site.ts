import type { InputError } from '../core/errors';
import { languageFamily } from '../edition/model';
import { loadWorks } from '../works/load';
import { withPronunciations } from '../works/pronunciations';
import { fontFiles, siteStyle } from './assets';
import { indexPages } from './client-search';
import { folderPages, missingPage } from './folder-pages';
import { searchPath } from './frame';
import { homePage, searchPage } from './home';
import { makeParts, type PartOfWork } from './make-parts';
import { partKey, type SitePart } from './part';
import { programState } from './program-state';
import { searchScript } from './search-script';
import { settingsScript } from './settings';
import type { SiteFile } from './site-file';
import { checkedSite, type SiteOptions } from './site-options';
import { sitemap } from './sitemap';
import { isText, workParts } from './work-pages';
import { putPart, SiteWriter } from './writer';

export interface WriteSiteOptions extends SiteOptions {
  progress?: (share: number) => void;
  /** Whether its parts are made in threads, one for each core; by default where there is much to make. */
  inThreads?: boolean;
}

export interface WrittenSite {
  pages: number;
  files: number;
  /** Of these, how many were not there as they are now. */
  changed: number;
  /** What of the library could not be shown. */
  problems: InputError[];
}

/**
 * Writes a library as pages that any web server or object store can serve: to read, to compare,
 * the collation, the statistics, a search that runs in the browser, and each work and edition to download.
 * Where the folder holds the site as it was before, only what has changed is made again.
 *
 * @throws InputError for a folder that holds something else.
 */
export async function writeSite(
  folder: string,
  library: string,
  { url, language, progress = () => {}, inThreads }: WriteSiteOptions = {},
): Promise<WrittenSite> {
  const site = checkedSite(library, programState(), { url, language });
  const { address } = site;
  const writer = new SiteWriter(folder);
  const put = (file: SiteFile) => writer.put(file);
  const { found, problems } = await loadWorks(library);
  const readable = found
    .filter(({ work }) => work.editions.length > 0)
    .map((each) => ({ ...each, work: withPronunciations(each.work) }));
  const works = readable.map(({ work }) => work);
  const parts: PartOfWork[] = [];
  for (const each of readable)
    for await (const part of workParts(each, site)) parts.push({ part, work: each.work });
  const made = await makeParts(
    writer,
    parts,
    { folder, library, program: site.program, site: { url, language } },
    { inThreads, progress: (share) => progress(share * 0.8) },
  );
  const pages: string[] = [];
  const texts: { key: string; pages: string[] } = { key: '', pages: [] };
  for (const { part } of parts) {
    const { key, files } = writer.take(part, made.get(part.name));
    const own = files.filter((name) => name.endsWith('.html'));
    pages.push(...own);
    if (!isText(part)) continue;
    texts.key = partKey(texts.key, key);
    texts.pages.push(...own);
  }
  const languages = [
    ...new Set(
      works.flatMap(({ editions }) => editions.map(({ language }) => languageFamily(language))),
    ),
  ].sort();
  put({ path: 'index.html', content: homePage(works, site) });
  pages.unshift('index.html');
  for (const language of languages) {
    put({ path: searchPath(language), content: searchPage(language, languages, site) });
  }
  for (const file of folderPages([...writer.written], site)) put(file);
  put(missingPage(site));
  put({ path: 'style.css', content: siteStyle() });
  put(settingsScript);
  put(searchScript());
  for (const file of fontFiles()) put(file);
  if (address) {
    put({ path: 'sitemap.xml', content: sitemap(address, pages) });
    put({
      path: 'robots.txt',
      content: `User-agent: *\nAllow: /\nSitemap: ${address}sitemap.xml\n`,
    });
  }
  const search: SitePart = {
    name: 'search',
    key: () => partKey(site.program, texts.key),
    files: () => indexPages(folder, texts.pages),
  };
  writer.take(search, writer.has(search) ? undefined : await putPart(folder, search));
  progress(1);
  writer.end();
  return {
    pages: pages.length,
    files: writer.written.size,
    changed: writer.changed,
    problems: [...problems, ...found.flatMap((each) => each.problems)],
  };
}
