import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The state of the program: the bundle that it runs from is named by its contents; where its sources are
 * compiled as they are loaded, the time of the latest change to them.
 */
export function programState(): string {
  const own = fileURLToPath(import.meta.url);
  if (!own.endsWith('.ts')) return path.basename(own);
  const home = path.resolve(path.dirname(own), '..', '..');
  const times = ['lib', 'app'].flatMap((name) =>
    readdirSync(path.join(home, name), { recursive: true, encoding: 'utf8' }).map(
      (file) => statSync(path.join(home, name, file)).mtimeMs,
    ),
  );
  return String(Math.max(...times));
}
