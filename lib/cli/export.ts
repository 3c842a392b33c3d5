import path from 'node:path';
import { Command } from 'commander';
import { libraryFolder } from '../core/config';
import { InputError } from '../core/errors';
import { writeFile } from '../core/write-file';
import { exportLosses } from '../studies/export-losses';
import { exportFormats, exportWork } from '../studies/export-work';
import { findEdition, loadWork } from '../works/load';
import { printJson } from './output';

interface Options {
  format: string;
  output?: string;
  editions?: string;
  library?: string;
  json?: boolean;
}

export function exportCommand(): Command {
  return new Command('export')
    .description('Write a work, with its alignment, in the form of another tool.')
    .argument('<work>', 'slug of a work')
    .requiredOption('--format <format>', exportFormats.join(', '))
    .option('-o, --output <file>', 'the file to write; standard output by default')
    .option('--editions <sigla>', 'sigla, parted by commas; all editions by default')
    .option('--library <folder>', 'the library folder')
    .option('--json', 'tell as JSON what was written')
    .action(async (slug: string, options: Options) => {
      const format = exportFormats.find((each) => each === options.format);
      if (!format) {
        throw new InputError(`“${options.format}” is no form that a work is exported in`, {
          remedy: `choose one of ${exportFormats.join(', ')}`,
        });
      }
      const folder = options.library ?? libraryFolder();
      const { work } = await loadWork(slug, folder);
      const sigla = options.editions?.split(',').map((siglum) => siglum.trim());
      const written = await exportWork(work, format, sigla, folder);
      const editions = (sigla ?? work.order).map((siglum) => findEdition(work, siglum));
      const warnings = exportLosses(format, editions);
      if (!options.json) {
        for (const { message } of warnings) process.stderr.write(`  note: ${format}: ${message}\n`);
      }
      if (!options.output) {
        if (typeof written !== 'string' && process.stdout.isTTY) {
          throw new InputError(`${format} is no text for a terminal`, {
            remedy: 'name a file with -o',
          });
        }
        process.stdout.write(written);
        return;
      }
      writeFile(path.resolve(options.output), options.output, written);
      if (options.json) printJson({ work: slug, format, file: options.output, warnings });
    });
}
