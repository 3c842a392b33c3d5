import { Command } from 'commander';
import { libraryFolder } from '../core/config';
import { InputError } from '../core/errors';
import type { Replaced } from '../store/store';
import { restoreFile, restoreWork, workHistory, worksWithHistory } from '../works/history';
import { print, printJson } from './output';

interface Options {
  library?: string;
  json?: boolean;
}

export function historyCommand(): Command {
  return new Command('history')
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

interface RestoreOptions extends Options {
  revision?: string;
  since?: string;
  all?: boolean;
}

export function restoreCommand(): Command {
  return new Command('restore')
    .argument('[work]', 'slug of the work')
    .argument('[file]', 'such as en.md or corrections.json; without it, the work as a whole')
    .option('--revision <revision>', 'which state of the file, as “variorum history” lists them')
    .option('--since <time>', 'undo all saves since then (ISO 8601); without it, the latest')
    .option('--all', 'all works, with --since')
    .option('--library <folder>', 'the library folder')
    .option('--json', 'print JSON')
    .action(async (work: string | undefined, file: string | undefined, options: RestoreOptions) => {
      const restored = await restore(work, file, options);
      if (options.json) {
        printJson(file ? restored[0] : { restored });
        return;
      }
      for (const { path, replaced } of restored) print(`${path} is as it was until ${replaced}`);
      if (restored.length === 0) print('nothing has been replaced');
    });
}

async function restore(
  work: string | undefined,
  file: string | undefined,
  { library = libraryFolder(), revision, since, all }: RestoreOptions,
): Promise<Replaced[]> {
  if (since !== undefined && Number.isNaN(Date.parse(since))) {
    throw new InputError(`“${since}” is not a time`, {
      remedy: 'write it as 2026-01-31T12:00:00Z, as “variorum history” does',
    });
  }
  if (all) {
    if (!since || work) {
      throw new InputError('--all needs --since, and no work', {
        remedy: 'say since when all saves are to be undone',
      });
    }
    const restored: Replaced[] = [];
    for (const slug of await worksWithHistory(library)) {
      restored.push(...(await restoreWork(slug, library, since)));
    }
    return restored;
  }
  if (!work) {
    throw new InputError('no work is named', { remedy: 'name one, or say --all --since TIME' });
  }
  return file
    ? [await restoreFile(work, file, library, revision)]
    : restoreWork(work, library, since);
}
