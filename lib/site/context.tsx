import type { ElementContent } from 'hast';
import { createTranslator, NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { exportLabels } from '../../app/i18n/export-labels';
import { interfaceLanguage, type Locale } from '../../app/i18n/locales';
import en from '../../app/messages/en.json';
import zh from '../../app/messages/zh.json';
import traditional from '../../app/messages/zh-Hant.json';
import type { ExportLabels } from '../formats/labels';

const catalogues: Record<Locale, typeof en> = { en, zh, 'zh-Hant': traditional };

/** What all pages of a site have in common. */
export interface SiteContext {
  locale: Locale;
  /** Messages of the interface, by their whole name. */
  say: ReturnType<typeof translator>;
  /** What elements carry that hold words of the interface. */
  own: { lang: string; dir: 'ltr' };
  /** What files and heads of works say in words of their own. */
  labels: ExportLabels;
  /** Where the site will be found. */
  address?: string;
  /** The folder of the library. */
  library: string;
  /** The state of the program that writes the site; see `programState`. */
  program: string;
}

const translator = (locale: Locale) =>
  createTranslator({ locale, messages: catalogues[locale], timeZone: 'UTC' });

export function siteContext(
  locale: Locale,
  { library, program, address }: Pick<SiteContext, 'library' | 'program' | 'address'>,
): SiteContext {
  return {
    locale,
    say: translator(locale),
    own: { lang: interfaceLanguage(locale), dir: 'ltr' },
    labels: exportLabels(locale),
    address,
    library,
    program,
  };
}

/** Components of the pages of the server as part of a page of the site: HTML as React writes it. */
export function drawn({ locale }: SiteContext, shown: ReactNode): ElementContent[] {
  const value = renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={catalogues[locale]} timeZone="UTC">
      {shown}
    </NextIntlClientProvider>,
  );
  return [{ type: 'raw', value }];
}
