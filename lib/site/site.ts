import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { isLocale, type Locale, locales } from '../../app/i18n/locales';
import { InputError } from '../core/errors';
import { parseJson } from '../core/json';
import { writeFile } from '../core/write-file';
import { languageFamily } from '../edition/model';
import { loadWorks } from '../works/load';
import { withPronunciations } from '../works/pronunciations';
import { fontFiles, siteStyle } from './assets';
import { indexPages } from './client-search';
import { siteContext } from './context';
import { folderPages, missingPage } from './folder-pages';
import { searchPath } from './frame';
import { homePage, searchPage } from './home';
import { settingsScript } from './settings';
import type { SiteFile } from './site-file';
import { sitemap } from './sitemap';
import { workFiles } from './work-pages';

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
  /** What of the library could not be shown. */
  problems: InputError[];
}

/** What a folder that holds a site is known by, and what of it is ours. */
const manifestName = '.variorum-site.json';
const manifestSchema = z.object({ files: z.array(z.string()) });

/**
 * Writes a library as pages that any web server or object store can serve: to read, to compare,
 * the collation, the statistics, a search that runs in the browser, and each work and edition to download.
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
  const before = claim(folder);
  const { found, problems } = await loadWorks(library);
  const readable = found
    .filter(({ work }) => work.editions.length > 0)
    .map((each) => ({ ...each, work: withPronunciations(each.work) }));
  const works = readable.map(({ work }) => work);
  const written = new Set<string>();
  const put = ({ path: name, content }: SiteFile) => {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFile(file, name, content);
    written.add(name);
  };
  const pages: string[] = [];
  for (const [at, each] of readable.entries()) {
    for await (const file of workFiles(each, site)) {
      put(file);
      if (file.path.endsWith('.html')) pages.push(file.path);
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
  for (const file of folderPages([...written], site)) put(file);
  put(missingPage(site));
  put({ path: 'style.css', content: siteStyle() });
  put(settingsScript);
  for (const file of fontFiles()) put(file);
  if (address) {
    put({ path: 'sitemap.xml', content: sitemap(address, pages) });
    put({
      path: 'robots.txt',
      content: `User-agent: *\nAllow: /\nSitemap: ${address}sitemap.xml\n`,
    });
  }
  for (const file of await indexPages(folder, pages)) put(file);
  progress(1);
  // What an earlier writing left is taken away last, when nothing leads to it any more.
  for (const name of before)
    if (!written.has(name)) rmSync(path.join(folder, name), { force: true });
  writeFile(
    path.join(folder, manifestName),
    manifestName,
    `${JSON.stringify({ files: [...written].sort() }, null, 1)}\n`,
  );
  return {
    pages: pages.length,
    files: written.size,
    problems: [...problems, ...found.flatMap((each) => each.problems)],
  };
}

/** What the folder holds of an earlier site; nothing where it is new. */
function claim(folder: string): string[] {
  const manifest = path.join(folder, manifestName);
  if (existsSync(manifest)) {
    const { files } = parseJson(readFileSync(manifest, 'utf8'), manifestName, manifestSchema);
    // Nothing outside the folder is ever touched, whatever the file says.
    return files.filter((name) => !path.relative(folder, path.join(folder, name)).startsWith('..'));
  }
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new InputError('the folder holds something else than a site of this tool', {
      file: folder,
      remedy: 'name a new or an empty folder with -o',
    });
  }
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new InputError('the folder cannot be made', {
      file: folder,
      remedy: `check the path and its permissions (${(error as NodeJS.ErrnoException).code})`,
    });
  }
  return [];
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
