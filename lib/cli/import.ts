import { existsSync } from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import { libraryFolder } from '../core/config';
import { InputError } from '../core/errors';
import { stemOf } from '../core/files';
import type { FrontMatter } from '../edition/metadata';
import { editionKinds } from '../edition/model';
import { siglumFrom } from '../formats/parallel';
import { swordModule } from '../formats/sword/read-module';
import { ConflictError } from '../store/store';
import { type ImportRequest, importFiles } from '../works/import';
import type { SavedImport } from '../works/save';
import { encodingOption, givenTexts, readGiven } from './given-texts';
import { print, printJson } from './output';

interface Options extends Pick<FrontMatter, 'language' | 'title' | 'author' | 'translator'> {
  work: string;
  siglum?: string;
  editions?: string;
  workTitle?: string;
  kind?: string;
  date?: string;
  source?: string;
  encoding?: string;
  replace?: boolean;
  library?: string;
  json?: boolean;
}

export function importCommand(): Command {
  return new Command('import')
    .argument('<file...>', givenTexts)
    .requiredOption('--work <slug>', 'the work; a new one is made where there is none')
    .option(
      '--siglum <siglum>',
      'name of the edition in its work; by default what the file says, or its name. Where the file holds several, one for each, separated by commas',
    )
    .option('--editions <sigla>', 'which editions to take of a file that holds several')
    .option('--language <tag>', 'BCP 47; as the text says, or guessed, by default')
    .option('--title <title>', 'title of the edition')
    .option('--work-title <title>', 'title of a new work; the edition’s by default')
    .option('--kind <kind>', editionKinds.join(', '))
    .option('--author <name>', 'who wrote it')
    .option('--translator <name>', 'who translated it')
    .option('--date <date>', 'such as 1949-12-18, 1949-12 or 1949')
    .option('--source <source>', 'where the text is from')
    .option(...encodingOption)
    .option('--replace', 'put it in the place of an edition of that siglum')
    .option('--library <folder>', 'the library folder')
    .option('--json', 'print JSON')
    .action(async (paths: string[], options: Options) => {
      const folder = options.library ?? libraryFolder();
      const { language, title, author, translator, date, source } = options;
      const kind = editionKinds.find((each) => each === options.kind);
      if (options.kind && !kind) {
        throw new InputError(`“${options.kind}” is not a kind of edition`, {
          remedy: `choose one of ${editionKinds.join(', ')}`,
        });
      }
      const given = { language, title, author, translator, date, source, kind };
      const saved = await save(
        {
          files: await Promise.all(paths.map((each) => readGiven(each, options.encoding))),
          work: options.work,
          isNew: !existsSync(path.join(folder, options.work)),
          workTitle: options.workTitle ?? title,
          sigla: list(options.siglum),
          choose: list(options.editions),
          siglum: siglumFrom(swordModule(paths[0]) ?? stemOf(paths[0]), 'A'),
          metadata: Object.fromEntries(
            Object.entries(given).filter(([, value]) => value !== undefined),
          ),
          replace: options.replace,
          known: null,
        },
        folder,
      );
      const { files, sigla, confirmed, warnings } = saved;
      if (options.json) {
        printJson({
          work: options.work,
          siglum: sigla[0],
          file: files[0],
          sigla,
          files,
          confirmed,
          warnings,
        });
        return;
      }
      for (const file of files) print(`saved as ${file}`);
      if (confirmed > 0) print(`  ${confirmed} places kept as the file has them side by side`);
      for (const { line, message } of warnings) {
        print(`  note: ${paths[0]}${line ? `:${line}` : ''}: ${message}`);
      }
    });
}

function list(text: string | undefined): string[] | undefined {
  return text?.split(',').map((part) => part.trim());
}

async function save(request: ImportRequest, folder: string): Promise<SavedImport> {
  try {
    return await importFiles(request, folder);
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    throw new InputError(error.message, {
      remedy: 'choose another siglum, or say --replace',
    });
  }
}
