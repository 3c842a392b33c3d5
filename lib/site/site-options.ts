import { isLocale, type Locale, locales } from '../../app/i18n/locales';
import { InputError } from '../core/errors';
import { type SiteContext, siteContext } from './context';

export interface SiteOptions {
  /** Where the site will be found; with it pages name their own address, and there is a sitemap. */
  url?: string;
  /** Of its interface: `en` (by default), `zh` or `zh-Hant`. */
  language?: string;
}

/** What the pages of a site have in common. @throws InputError for an address or a language that cannot be. */
export function checkedSite(
  library: string,
  program: string,
  { url, language = 'en' }: SiteOptions,
): SiteContext {
  const address = url === undefined ? undefined : checkedAddress(url);
  return siteContext(checkedLocale(language), { library, program, address });
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
