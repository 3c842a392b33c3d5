import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** The latest change among files and folders, in milliseconds of the epoch; 0 where none is. */
export function newestChange(paths: readonly string[]): number {
  let newest = 0;
  for (const each of paths) {
    const stat = statSync(each, { throwIfNoEntry: false });
    if (!stat) continue;
    newest = Math.max(newest, stat.isDirectory() ? 0 : stat.mtimeMs);
    if (stat.isDirectory()) {
      const inside = readdirSync(each).map((name) => path.join(each, name));
      newest = Math.max(newest, newestChange(inside));
    }
  }
  return newest;
}
