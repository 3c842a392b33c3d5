import '@fontsource-variable/source-serif-4/wght.css';
import '@fontsource-variable/source-serif-4/wght-italic.css';
import '@fontsource-variable/source-sans-3/wght.css';
import '@fontsource-variable/noto-naskh-arabic/wght.css';
import '@fontsource/noto-serif-sc/400.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/picker.css';
import './styles/marks.css';
import './styles/comparison.css';
import './styles/collation.css';
import './styles/studies.css';
import './styles/print.css';
import type { Metadata, Viewport } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';

export const metadata: Metadata = {
  title: { default: 'Variorum', template: '%s · Variorum' },
  description: 'Read one work in many editions, aligned by paragraph and compared by word.',
};

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbf8f1' },
    { media: '(prefers-color-scheme: dark)', color: '#191714' },
  ],
};

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <a className="skip" href="#main">
          Skip to the text
        </a>
        <header className="masthead">
          <Link href="/" className="wordmark">
            Variorum
          </Link>
          <p>one work, many editions</p>
        </header>
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <footer className="colophon">
          <p>
            Chinese–English dictionary: <a href="https://cc-cedict.org/wiki/">CC-CEDICT</a>,{' '}
            <a href="https://creativecommons.org/licenses/by-sa/4.0/">CC BY-SA 4.0</a>.
          </p>
        </footer>
      </body>
    </html>
  );
}
