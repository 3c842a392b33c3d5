import { existsSync } from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import { InputError } from '../edition/errors';
import type { FrontMatter } from '../edition/metadata';
import { editionKinds } from '../edition/model';
import { readTextFile, stemOf } from '../ingest/text-file';
import { importEdition, understand } from '../library/importing';
import { ConflictError } from '../library/json-file';
import { libraryFolder } from '../library/library';
import { print, printJson } from './output';

interface Options extends Pick<FrontMatter, 'language' | 'title' | 'author' | 'translator'> {
  work: string;
  siglum?: string;
  workTitle?: string;
  kind?: string;
  date?: string;
  source?: string;
  replace?: boolean;
  library?: string;
  json?: boolean;
}

export function importCommand(): Command {
  return new Command('import')
    .description('Add a text to the library as an edition; several files are its parts, in order.')
    .argument('<file...>', 'Markdown or plain text')
    .requiredOption('--work <slug>', 'the work; a new one is made where there is none')
    .option('--siglum <siglum>', 'name of the edition in its work; the file’s by default')
    .option('--language <tag>', 'BCP 47; told by the text, or guessed, by default')
    .option('--title <title>', 'title of the edition')
    .option('--work-title <title>', 'title of a new work; the edition’s by default')
    .option('--kind <kind>', editionKinds.join(', '))
    .option('--author <name>', 'who wrote it')
    .option('--translator <name>', 'who translated it')
    .option('--date <date>', 'such as 1949-12-18, 1949-12 or 1949')
    .option('--source <source>', 'where the text is from')
    .option('--replace', 'put it in the place of an edition of that siglum')
    .option('--library <folder>', 'the library folder')
    .option('--json', 'print JSON')
    .action((files: string[], options: Options) => {
      const folder = options.library ?? libraryFolder();
      const parts = files.map((file) => ({ source: readTextFile(file), name: file }));
      const { metadata: told, warnings } = understand(parts[0].source, parts[0].name);
      const { language, title, author, translator, date, source } = options;
      const kind = editionKinds.find((each) => each === options.kind);
      if (options.kind && !kind) {
        throw new InputError(`“${options.kind}” is no kind of edition`, {
          remedy: `choose one of ${editionKinds.join(', ')}`,
        });
      }
      const given = { language, title, author, translator, date, source, kind };
      const isNew = !existsSync(path.join(folder, options.work));
      const siglum = options.siglum ?? told.siglum ?? stemOf(files[0]);
      const saved = save(
        {
          parts,
          work: options.work,
          workTitle: isNew ? (options.workTitle ?? title ?? told.title ?? options.work) : undefined,
          siglum,
          metadata: Object.fromEntries(
            Object.entries(given).filter(([, value]) => value !== undefined),
          ),
          replace: options.replace,
        },
        folder,
      );
      if (options.json) printJson({ work: options.work, siglum, file: saved, warnings });
      else {
        print(`saved as ${saved}`);
        for (const { line, message } of warnings) {
          print(`  note: ${files[0]}${line ? `:${line}` : ''}: ${message}`);
        }
      }
    });
}

function save(request: Parameters<typeof importEdition>[0], folder: string): string {
  try {
    return importEdition(request, folder);
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    throw new InputError(error.message, {
      remedy: 'choose another siglum, or say --replace',
    });
  }
}
