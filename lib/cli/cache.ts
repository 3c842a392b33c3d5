import { Command } from 'commander';
import { cacheUse, clearCache } from '../cache/tidy';
import { cacheFolder } from '../core/config';
import { print, printJson } from './output';

interface Options {
  clear?: boolean;
  json?: boolean;
}

const names = {
  results: 'alignments and other results',
  editions: 'editions as they were read',
  search: 'search indexes',
  dictionaries: 'dictionaries as they were indexed',
};

export function cacheCommand(): Command {
  return new Command('cache')
    .option('--clear', 'remove all of it; what is needed again is computed again')
    .option('--json', 'print JSON')
    .action(async ({ clear, json }: Options) => {
      const folder = cacheFolder();
      const bytes = await cacheUse();
      if (clear) await clearCache();
      if (json) {
        printJson({ folder, bytes, cleared: clear === true });
        return;
      }
      print(folder);
      for (const [kind, name] of Object.entries(names)) {
        print(`${megabytes(bytes[kind as keyof typeof names])}  ${name}`);
      }
      if (clear) print('cleared');
    });
}

const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1).padStart(8)} MB`;
