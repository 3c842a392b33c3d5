// Builds the package into `dist`: its entry as one ES module with its dependencies left outside, with
// type declarations, and the command line with the workers. `npm pack` runs it first.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { buildProgram } from './built.mjs';

const out = 'dist';
rmSync(out, { recursive: true, force: true });
await build({
  entryPoints: ['lib/index.ts'],
  outdir: out,
  bundle: true,
  packages: 'external',
  format: 'esm',
  platform: 'neutral',
  target: 'es2023',
});
await buildProgram(path.join(out, 'program'));
execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.package.json'], {
  stdio: 'inherit',
});
// Node asks for the ending of a relative import, which the sources leave out.
for (const name of readdirSync(out, { recursive: true })) {
  const file = path.join(out, name);
  if (!name.endsWith('.d.ts') || !statSync(file).isFile()) continue;
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(/(from |import\()(['"])(\.[^'"]+)\2/g, '$1$2$3.js$2'));
}
