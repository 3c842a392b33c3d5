import path from 'node:path';

/** The folder that holds the works: `VARIORUM_LIBRARY`, or `editions`. */
export function libraryFolder(): string {
  return path.resolve(/* turbopackIgnore: true */ process.env.VARIORUM_LIBRARY || 'editions');
}
