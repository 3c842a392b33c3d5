import path from 'node:path';
import { libraryFolder } from '../core/config';
import { InputError } from '../core/errors';
import { libraryRulesSchema, type Rule, scopeOf } from '../edition/regularisation';
import type { Revised } from '../store/json-file';
import { libraryItself } from '../store/store';
import { listFile, removedMeanwhile, without } from './list-file';
import { ruleId } from './regularisation';
import { fileStamp } from './stamp';
import type { ChangedFile } from './undo';

const fileName = 'regularisation.json';
const file = listFile(fileName, 'rules', libraryRulesSchema);

/** The rules that hold in all works of a library, with the revision of their file. */
export const readLibraryRules = (folder = libraryFolder()): Revised<Rule[]> =>
  file.read(libraryItself, folder);

/** The state of the file of these rules: another as soon as one is changed. Empty where there is none. */
export function libraryRulesStamp(folder = libraryFolder()): string {
  try {
    return fileStamp(path.join(/* turbopackIgnore: true */ folder, fileName));
  } catch {
    return '';
  }
}

/**
 * Adds a rule for all works; one for the same words and language makes way.
 *
 * @returns what undoes it.
 */
export const addLibraryRule = (rule: Rule, folder = libraryFolder()): Promise<ChangedFile[]> =>
  file.change(libraryItself, folder, (rules) => [
    ...rules.filter((each) => scopeOf(each) !== scopeOf(rule)),
    { ...rule, date: new Date().toISOString() },
  ]);

/** Takes a rule out. @throws InputError `not-found` where there is none of that id. */
export const removeLibraryRule = (id: string, folder = libraryFolder()): Promise<ChangedFile[]> =>
  file.change(libraryItself, folder, (rules) =>
    without(
      rules,
      (each) => ruleId(each) === id,
      () => new InputError('there is no such rule', removedMeanwhile),
    ),
  );
