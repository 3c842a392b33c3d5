import path from 'node:path';
import { Command } from 'commander';
import { libraryFolder } from '../core/config';
import type { InputError } from '../core/errors';
import { indexed } from '../dictionaries/dictionaries';
import { dictionaryFolders, findDictionaries } from '../dictionaries/find-dictionaries';
import { print, printJson, progressBar } from './output';

interface Options {
  library?: string;
  json?: boolean;
}

export function dictionariesCommand(): Command {
  return new Command('dictionaries')
    .option('--library <folder>', 'the library folder')
    .option('--json', 'print JSON')
    .action(async ({ library = libraryFolder(), json }: Options) => {
      const { dictionaries, problems } = findDictionaries(library);
      const progress = progressBar('indexing');
      const listed = [];
      for (const [k, dictionary] of dictionaries.entries()) {
        const { name, format, file, from, to, bytes } = dictionary;
        const known = await indexed(dictionary);
        if ('problem' in known) problems.push(known.problem);
        else listed.push({ name, format, from, to, file, bytes, ...known.facts });
        progress((k + 1) / dictionaries.length);
      }
      if (json) {
        printJson({
          folders: dictionaryFolders(library),
          dictionaries: listed,
          problems: problems.map(({ message, file, remedy }) => ({ message, file, remedy })),
        });
        return;
      }
      for (const { name, from, to, entries, bytes, licence, file } of listed) {
        print(
          [
            `${from}–${to}`,
            name,
            `${entries} entries`,
            megabytes(bytes),
            licence ?? 'licence not stated',
            fromHere(file),
          ].join('\t'),
        );
      }
      if (listed.length === 0)
        print(
          `none found in ${dictionaryFolders(library).join(', ') || 'any folder: VARIORUM_DICTIONARIES is off'}`,
        );
      for (const problem of problems) process.stderr.write(`  note: ${noteOf(problem)}\n`);
    });
}

const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** A file below the current folder is shown as commands take it. */
const fromHere = (file: string): string => {
  const relative = path.relative(process.cwd(), file);
  return relative.startsWith('..') ? file : relative;
};

const noteOf = ({ file, message, remedy }: InputError): string =>
  `${file ? `${fromHere(file)}: ` : ''}${message}${remedy ? `; ${remedy}` : ''}`;
