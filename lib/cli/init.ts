import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import { InputError } from '../core/errors';
import { saveEditions } from '../works/save';
import { print, printJson } from './output';
import { sample } from './sample';

export function initCommand(): Command {
  return new Command('init')
    .argument('[folder]', 'a new or empty folder', 'editions')
    .option('--empty', 'without the sample work')
    .option('--json', 'print JSON')
    .action(async (folder: string, options: { empty?: boolean; json?: boolean }) => {
      const home = path.resolve(folder);
      if (existsSync(home) && readdirSync(home).length > 0) {
        throw new InputError('the folder is not empty', {
          file: folder,
          remedy: 'name a new one, or add texts to this with “variorum import”',
        });
      }
      try {
        mkdirSync(home, { recursive: true });
      } catch (error) {
        throw new InputError('the folder cannot be made', {
          file: folder,
          remedy: `check the path and its permissions (${(error as NodeJS.ErrnoException).code})`,
        });
      }
      const { files } = options.empty ? { files: [] } : await saveEditions(sample(), home);
      if (options.json) {
        printJson({ library: folder, files });
        return;
      }
      print(`${folder} is a library${files.length > 0 ? ' with one work' : ''}`);
      for (const file of files) print(`  ${file}`);
      print(`Next: variorum serve --library ${folder}`);
    });
}
