import { isLocale, type Locale, locales } from '../../app/i18n/locales';
import { InputError } from '../core/errors';
import { languageFamily } from '../edition/model';
import { loadWorks } from '../works/load';
import { withPronunciations } from '../works/pronunciations';
import { fontFiles, siteStyle } from './assets';
import { indexPages } from './client-search';
import { siteContext } from './context';
import { folderPages, missingPage } from './folder-pages';
import { searchPath } from './frame';
import { homePage, searchPage } from './home';
import { partKey } from './part';
import { searchScript } from './search-script';
import { settingsScript } from './settings';
import type { SiteFile } from './site-file';
import { sitemap } from './sitemap';
import { isText, workParts } from './work-pages';
import { SiteWriter } from './writer';

export interface SiteOptions {
  /** Where the site will be found; with it pages name their own address, and there is a sitemap. */
  url?: string;
  /** Of its interface: `en` (by default), `zh` or `zh-Hant`. */
  language?: string;
  progress?: (share: number) => void;
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
  { url, language: interfaceTag = 'en', progress = () => {} }: SiteOptions = {},
): Promise<WrittenSite> {
  const address = url === undefined ? undefined : checkedAddress(url);
  const site = siteContext(checkedLocale(interfaceTag), library, address);
  const writer = new SiteWriter(folder);
  const put = (file: SiteFile) => writer.put(file);
  const { found, problems } = await loadWorks(library);
  const readable = found
    .filter(({ work }) => work.editions.length > 0)
    .map((each) => ({ ...each, work: withPronunciations(each.work) }));
  const works = readable.map(({ work }) => work);
  const pages: string[] = [];
  const texts: { key: string; pages: string[] } = { key: '', pages: [] };
  for (const [at, each] of readable.entries()) {
    for await (const part of workParts(each, site)) {
      const made = (await writer.putPart(part)).filter((name) => name.endsWith('.html'));
      pages.push(...made);
      if (!isText(part)) continue;
      texts.key = partKey(texts.key, part.key);
      texts.pages.push(...made);
    }
    progress(((at + 1) / works.length) * 0.8);
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
  await writer.putPart({
    name: 'search',
    key: partKey(texts.key),
    files: () => indexPages(folder, texts.pages),
  });
  progress(1);
  writer.end();
  return {
    pages: pages.length,
    files: writer.written.size,
    changed: writer.changed,
    problems: [...problems, ...found.flatMap((each) => each.problems)],
  };
}

function checkedLocale(tag: string): Locale {
  if (isLocale(tag)) return tag;
  throw new InputError(`the interface is not in “${tag.slice(0, 80)}”`, {
    remedy: `choose ${Object.keys(locales).join(', ')}`,
  });
}

function checkedAddress(url: string): string {
  try {
    const { href, protocol } = new URL(url.endsWith('/') ? url : `${url}/`);
    if (/^https?:$/.test(protocol)) return href;
  } catch {
    // Reported below.
  }
  throw new InputError(`“${url.slice(0, 80)}” is not a web address`, {
    remedy: 'give the address the site will have, such as https://example.org/texts/',
  });
}
