// Loads the modules that run outside the bundle of the pages: the command line and the workers. Node 20
// does not run TypeScript, and compiling at each start takes a second; so they are bundled once for each
// state of the sources.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { threadId } from 'node:worker_threads';

const home = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
/** What is loaded, as paths below `lib`. */
const entries = ['cli/main', 'worker/readers', 'worker/registry'];
/** Bundles of other states may be in use by running programs for so long. */
const maxAgeMs = 24 * 60 * 60 * 1000;

/**
 * Imports a module of `entries`: from a bundle, or compiled as it is loaded where no bundle can be
 * written.
 */
export async function importBuilt(name) {
  const bundle = shippedBundle() ?? (await currentBundle());
  const file = bundle && path.join(bundle, `${name}.js`);
  if (file && existsSync(file)) return import(pathToFileURL(file));
  (await import('tsx/esm/api')).register();
  return import(pathToFileURL(path.join(home, 'lib', `${name}.ts`)));
}

/** An installed package has its bundle with it; a container image says where it has one. */
function shippedBundle() {
  if (process.env.VARIORUM_BUNDLE) return path.resolve(process.env.VARIORUM_BUNDLE);
  return home.split(path.sep).includes('node_modules') ? path.join(home, 'dist', 'program') : null;
}

async function currentBundle() {
  const folder = path.join(home, 'node_modules', '.cache', 'variorum');
  // A static site is made of components of the pages.
  const newest = Math.max(...['lib', 'app'].map((name) => newestChange(path.join(home, name))));
  const bundle = path.join(folder, newest.toString(36));
  if (existsSync(bundle)) return bundle;
  const draft = `${bundle}.${process.pid}.${threadId}`;
  try {
    mkdirSync(folder, { recursive: true });
    await buildProgram(draft);
    // Another process may have been quicker.
    if (!existsSync(bundle)) renameSync(draft, bundle);
    removeOld(folder);
    return bundle;
  } catch {
    return existsSync(bundle) ? bundle : null;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Bundles the entries into a folder, as ES modules with their dependencies left outside. */
export async function buildProgram(folder) {
  const { build } = await import('esbuild');
  await build({
    absWorkingDir: home,
    entryPoints: entries.map((name) => `lib/${name}.ts`),
    outbase: 'lib',
    outdir: folder,
    bundle: true,
    splitting: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'silent',
  });
}

/** The time of the latest change below a folder, in microseconds, with the number of files. */
function newestChange(folder) {
  let newest = 0;
  let count = 0;
  for (const each of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!each.isFile()) continue;
    count++;
    newest = Math.max(newest, statSync(path.join(each.parentPath ?? each.path, each.name)).mtimeMs);
  }
  return Math.round(newest * 1000) + count;
}

function removeOld(folder) {
  for (const name of readdirSync(folder)) {
    const each = path.join(folder, name);
    if (Date.now() - statSync(each).mtimeMs > maxAgeMs) {
      rmSync(each, { recursive: true, force: true });
    }
  }
}
