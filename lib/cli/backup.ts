import { Command } from 'commander';
import { databaseUrl, folderOnDisk } from '../core/config';
import { InputError } from '../core/errors';
import { backUp } from '../store/backup';
import { print, printJson } from './output';

interface Options {
  library?: string;
  keep?: string;
  json?: boolean;
}

export function backupCommand(): Command {
  return new Command('backup')
    .argument('<folder>', 'the folder of backups; each is a folder in it, named by its time')
    .option('--keep <number>', 'how many backups stay; older ones are removed')
    .option('--library <folder>', 'the library folder')
    .option('--json', 'print JSON')
    .action(async (into: string, { library, keep, json }: Options) => {
      const most = keep === undefined ? undefined : Number(keep);
      if (most !== undefined && !(Number.isInteger(most) && most >= 1)) {
        throw new InputError(`“${keep}” is not a number of backups`, {
          remedy: 'give a whole number from 1',
        });
      }
      const url = library ? undefined : databaseUrl();
      const source = url ? { database: url } : { folder: library ?? folderOnDisk() };
      const made = await backUp(source, into, most);
      if (json) {
        printJson(made);
        return;
      }
      print(`backed up in ${made.folder}`);
      for (const each of made.removed) print(`removed: ${each}`);
    });
}
