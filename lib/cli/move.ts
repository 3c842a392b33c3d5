import { Command } from 'commander';
import { folderOnDisk } from '../core/config';
import { print, printJson } from './output';

interface Options {
  library?: string;
  force?: boolean;
  json?: boolean;
}

const descriptions = {
  push: 'Bring what changed in the library folder into the database.',
  pull: 'Bring what changed in the database into the library folder.',
};

/** `variorum push` and `variorum pull`. */
export function moveCommand(direction: 'push' | 'pull'): Command {
  const [from, to] =
    direction === 'push' ? ['the folder', 'the database'] : ['the database', 'the folder'];
  return new Command(direction)
    .description(`${descriptions[direction]} DATABASE_URL names it.`)
    .option('--library <folder>', 'the library folder')
    .option(
      '--force',
      `let ${from} win where both have changed, where much would be taken out, or where the two are of different libraries; what it replaces is kept`,
    )
    .option('--json', 'print JSON')
    .action(async ({ library = folderOnDisk(), force, json }: Options) => {
      const { moveLibrary } = await import('../store/transfer');
      const moved = await moveLibrary(direction, library, force);
      if (json) {
        printJson(moved);
        return;
      }
      for (const path of moved.written) print(`written: ${path}`);
      for (const path of moved.taken) print(`taken out: ${path}`);
      for (const path of moved.ahead) print(`newer in ${to}, left there: ${path}`);
      if (moved.written.length + moved.taken.length === 0) print('nothing to bring');
      if (!moved.remembered)
        print(`${library} may not be written to, so a later “pull” into it will not know of this`);
    });
}
