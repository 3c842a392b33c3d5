import { Command } from 'commander';
import { libraryFolder } from '../core/config';
import { restoreFile, workHistory } from '../works/history';
import { print, printJson } from './output';

interface Options {
  library?: string;
  json?: boolean;
}

export function historyCommand(): Command {
  return new Command('history')
    .description('List what saves have replaced in a work, the latest first.')
    .argument('<work>', 'slug of the work')
    .option('--library <folder>', 'the library folder')
    .option('--json', 'print JSON')
    .action(async (work: string, { library = libraryFolder(), json }: Options) => {
      const states = await workHistory(work, library);
      if (json) {
        printJson({ work, replaced: states });
        return;
      }
      for (const { path, revision, replaced } of states) {
        print(`${replaced}  ${revision.slice(0, 8)}  ${path}`);
      }
      if (states.length === 0) print('nothing has been replaced yet');
    });
}

export function restoreCommand(): Command {
  return new Command('restore')
    .description('Put a file of a work back as it was; what it is now is kept in its turn.')
    .argument('<work>', 'slug of the work')
    .argument('<file>', 'such as en.md or corrections.json')
    .option('--revision <revision>', 'which state, as “variorum history” lists them')
    .option('--library <folder>', 'the library folder')
    .option('--json', 'print JSON')
    .action(
      async (
        work: string,
        file: string,
        { library = libraryFolder(), revision, json }: Options & { revision?: string },
      ) => {
        const state = await restoreFile(work, file, library, revision);
        if (json) printJson(state);
        else print(`${state.path} is as it was until ${state.replaced}`);
      },
    );
}
