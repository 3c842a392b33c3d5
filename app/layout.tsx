import '@fontsource-variable/source-serif-4/wght.css';
import '@fontsource-variable/source-serif-4/wght-italic.css';
import '@fontsource-variable/source-sans-3/wght.css';
import '@fontsource-variable/noto-naskh-arabic/wght.css';
import '@fontsource-variable/noto-serif-hebrew/wght.css';
import '@fontsource-variable/noto-serif-sc/wght.css';
import '@fontsource-variable/noto-serif-tc/wght.css';
import '@fontsource-variable/noto-serif-jp/wght.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/picker.css';
import './styles/marks.css';
import './styles/comparison.css';
import './styles/heads.css';
import './styles/text.css';
import './styles/swipe.css';
import './styles/panels.css';
import './styles/details.css';
import './styles/minimap.css';
import './styles/align.css';
import './styles/import.css';
import './styles/collation.css';
import './styles/page-images.css';
import './styles/search.css';
import './styles/account.css';
import './styles/studies.css';
import './styles/compare.css';
import './styles/editing.css';
import './styles/aids.css';
import './styles/print.css';
import sans from '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2';
import serif from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2';
import type { Metadata, Viewport } from 'next';
import { cookies, headers } from 'next/headers';
import Link from 'next/link';
import { NextIntlClientProvider } from 'next-intl';
import { getLocale, getMessages, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { preload } from 'react-dom';
import { Account } from './components/account';
import { Commands } from './components/commands/commands';
import { DropAnywhere } from './components/compare/drop-anywhere';
import { ComposingKeys } from './components/composing-keys';
import { ControlsLanguage } from './components/controls-language';
import { UndoToast } from './components/editing/undo-toast';
import { OfflineUpkeep } from './components/offline/upkeep';
import { Preferences } from './components/preferences';
import { readSetting, settingAttributes, settingCookie } from './components/setting';
import { interfaceLanguage, isTheme, themeCookie } from './i18n/locales';
import { nonceHeader } from './server/policy';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('site');
  return {
    title: { default: 'Variorum', template: '%s · Variorum' },
    description: t('description'),
  };
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbf8f1' },
    { media: '(prefers-color-scheme: dark)', color: '#191714' },
  ],
};

/** Messages that components in the browser speak; the others stay on the server. */
const inBrowser = [
  'view',
  'editions',
  'table',
  'kinds',
  'keys',
  'palette',
  'details',
  'notes',
  'align',
  'import',
  'kind',
  'legend',
  'marks',
  'compare',
  'editing',
  'regularise',
  'terms',
  'dismissals',
  'graph',
  'image',
  'setting',
  'reading',
  'pinyin',
  'bookmarks',
  'aloud',
  'offline',
] as const;

export default async function Layout({ children }: { children: ReactNode }) {
  // Lines that wrap otherwise once a face has come move the text that is being read.
  for (const face of [sans, serif]) preload(face, { as: 'font', crossOrigin: 'anonymous' });
  const locale = await getLocale();
  const t = await getTranslations('site');
  const messages = await getMessages();
  const nonce = (await headers()).get(nonceHeader) ?? undefined;
  const jar = await cookies();
  const theme = jar.get(themeCookie)?.value;
  const setting = readSetting(jar.get(settingCookie)?.value);
  const spoken = Object.fromEntries(inBrowser.map((name) => [name, messages[name]]));
  return (
    <html
      lang={interfaceLanguage(locale)}
      data-theme={isTheme(theme) ? theme : 'auto'}
      {...settingAttributes(setting)}
    >
      <head>
        {/* For the styles that react-aria adds. */}
        <meta property="csp-nonce" nonce={nonce} />
      </head>
      <body>
        <NextIntlClientProvider messages={spoken}>
          <ControlsLanguage>
            <a className="skip" href="#main">
              {t('skip')}
            </a>
            <header className="masthead">
              <Link href="/" className="wordmark" lang="en">
                Variorum
              </Link>
              <p>{t('tagline')}</p>
              <nav>
                <Link href="/compare" prefetch={false} data-command="pages">
                  {t('compare')}
                </Link>
                <Link href="/search" prefetch={false} data-command="pages">
                  {t('search')}
                </Link>
                <Link href="/import" prefetch={false} data-command="pages">
                  {t('import')}
                </Link>
              </nav>
              <Account />
              <Commands />
              <ComposingKeys />
              <DropAnywhere />
            </header>
            <main id="main" tabIndex={-1}>
              {children}
            </main>
            <UndoToast />
            <OfflineUpkeep />
            <footer className="colophon">
              <p>
                {t.rich('dictionary', {
                  cedict: (text) => <a href="https://cc-cedict.org/wiki/">{text}</a>,
                  licence: (text) => (
                    <a href="https://creativecommons.org/licenses/by-sa/4.0/">{text}</a>
                  ),
                })}
              </p>
              <Preferences />
            </footer>
          </ControlsLanguage>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
