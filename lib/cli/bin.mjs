#!/usr/bin/env node
import { readFileSync } from 'node:fs';

// A version is asked for by scripts, often: nothing else is loaded for it.
if (process.argv.length === 3 && /^(?:-V|--version)$/.test(process.argv[2])) {
  const manifest = new URL('../../package.json', import.meta.url);
  console.log(JSON.parse(readFileSync(manifest, 'utf8')).version);
} else {
  // React, of whose components a static site is made, takes three times as long for developers.
  process.env.NODE_ENV ??= 'production';
  const { importBuilt } = await import('../built.mjs');
  const { main } = await importBuilt('cli/main');
  await main(process.argv);
}
