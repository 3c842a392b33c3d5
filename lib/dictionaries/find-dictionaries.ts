import { existsSync, readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { libraryFolder } from '../core/config';
import { InputError } from '../core/errors';
import { contentHash } from '../core/hash';
import { dictionariesFolder } from '../edition/names';
import type { DictionaryFile, DictionaryFormat } from './dictionary-file';
import { languagePair } from './language-pair';

/** Dictionaries and folders looked in at most. */
const maxFiles = 500;

/** Main files by their endings. */
const endings: [ending: string, format: DictionaryFormat][] = [
  ['.index', 'dictd'],
  ['.ifo', 'stardict'],
  ['.tei', 'tei'],
  ['.tsv', 'tsv'],
  ['.txt', 'tsv'],
  ['.dic', 'tsv'],
];
/** Files that belong to a main file of the format. */
const parts: Partial<Record<DictionaryFormat, string[]>> = {
  dictd: ['.dict.dz', '.dict'],
  stardict: ['.idx', '.idx.gz', '.dict.dz', '.dict'],
};

export interface FoundDictionaries {
  dictionaries: DictionaryFile[];
  /** Files that look like dictionaries and cannot be used. */
  problems: InputError[];
}

/**
 * The folders that dictionaries are looked for in: `dictionaries` in the library, and those of
 * `VARIORUM_DICTIONARIES` or, where it is not set, of the system. None where it is `off`.
 */
export function dictionaryFolders(library = libraryFolder()): string[] {
  const setting = process.env.VARIORUM_DICTIONARIES;
  if (setting === 'off') return [];
  const others = setting
    ? setting.split(path.delimiter).filter(Boolean)
    : ['/usr/share/dictd', '/usr/share/stardict/dic', path.join(homedir(), '.stardict', 'dic')];
  const own = path.join(library, dictionariesFolder);
  return [own, ...others.filter((folder) => path.resolve(folder) !== path.resolve(own))];
}

/** The bilingual dictionaries on this machine, in the order of `dictionaryFolders`; nothing is read yet. */
export function findDictionaries(library = libraryFolder()): FoundDictionaries {
  const found: FoundDictionaries = { dictionaries: [], problems: [] };
  for (const folder of dictionaryFolders(library)) {
    // The library's own folder holds dictionaries alone; a system's holds others besides.
    const isOwn = folder === path.join(library, dictionariesFolder);
    for (const file of filesIn(folder)) {
      const known = endings.find(([ending]) => file.endsWith(ending));
      if (!known) continue;
      const [ending, format] = known;
      const name = path.basename(file, ending);
      const pair = languagePair(name);
      if (pair)
        found.dictionaries.push({ name, format, file, ...pair, ...sizeOf(file, ending, format) });
      else if (isOwn) {
        found.problems.push(
          new InputError('the name of the dictionary does not say its languages', {
            file,
            remedy: `call it, for example, en-fr${ending}`,
          }),
        );
      }
    }
  }
  return found;
}

/** Files of a folder and of the folders in it, in order of name. */
function filesIn(folder: string): string[] {
  if (!existsSync(/* turbopackIgnore: true */ folder)) return [];
  const files: string[] = [];
  const look = (at: string, deep: boolean) => {
    let entries: ReturnType<typeof readEntries>;
    try {
      entries = readEntries(at);
    } catch {
      // Not ours to read.
      return;
    }
    for (const entry of entries) {
      if (files.length >= maxFiles) return;
      const each = path.join(at, entry.name);
      if (entry.isDirectory()) {
        if (deep) look(each, false);
      } else if (entry.isFile()) files.push(each);
    }
  };
  look(folder, true);
  return files;
}

const readEntries = (folder: string) =>
  readdirSync(/* turbopackIgnore: true */ folder, { withFileTypes: true }).sort((x, y) =>
    x.name < y.name ? -1 : 1,
  );

function sizeOf(
  file: string,
  ending: string,
  format: DictionaryFormat,
): Pick<DictionaryFile, 'bytes' | 'stamp'> {
  const stem = file.slice(0, -ending.length);
  const all = [file, ...(parts[format] ?? []).map((part) => stem + part)].flatMap((each) => {
    try {
      const { size, mtimeMs } = statSync(each);
      return [{ name: path.basename(each), size, mtimeMs }];
    } catch {
      return [];
    }
  });
  return {
    bytes: all.reduce((sum, { size }) => sum + size, 0),
    stamp: contentHash(JSON.stringify([file, all]), 'content'),
  };
}
