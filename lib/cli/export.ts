import path from 'node:path';
import { Command, Option } from 'commander';
import { libraryFolder } from '../core/config';
import { InputError } from '../core/errors';
import { writeFile } from '../core/write-file';
import { type PaperSize, type PrintLayout, paperSizes, printLayouts } from '../formats/pdf/printed';
import { type ExportFormat, exportFormats, forms } from '../studies/export-forms';
import { exportReported } from '../studies/export-work';
import { loadWork } from '../works/load';
import { formatOfFile, printJson } from './output';

interface Options {
  format?: ExportFormat;
  output?: string;
  editions?: string;
  layout?: PrintLayout;
  paper?: PaperSize;
  library?: string;
  json?: boolean;
}

const endings = Object.fromEntries(
  exportFormats.map((format) => [format, forms[format].ending]),
) as Record<ExportFormat, string>;

export function exportCommand(): Command {
  return new Command('export')
    .argument('<work>', 'slug of a work')
    .addOption(
      new Option('--format <format>', 'by default, what the ending of the file names').choices(
        exportFormats,
      ),
    )
    .option('-o, --output <file>', 'the file to write; standard output by default')
    .option('--editions <sigla>', 'sigla, separated by commas; all editions by default')
    .addOption(
      new Option(
        '--layout <layout>',
        'how pages of PDF are set; “apparatus” for DOCX, too',
      ).choices(printLayouts),
    )
    .addOption(
      new Option('--paper <size>', 'of the pages of PDF; a4 by default').choices(paperSizes),
    )
    .option('--library <folder>', 'the library folder')
    .option('--json', 'print as JSON what was written')
    .action(async (slug: string, options: Options) => {
      const format = options.format ?? formatOfFile(options.output, endings);
      if (!format) {
        throw new InputError('the format is not given', {
          remedy: `give one with --format, or name a file with its ending: ${exportFormats.join(', ')}`,
        });
      }
      const folder = options.library ?? libraryFolder();
      const { work } = await loadWork(slug, folder);
      const sigla = options.editions?.split(',').map((siglum) => siglum.trim());
      const { layout, paper } = options;
      if (paper && format !== 'pdf') {
        throw new InputError(`${format} has no pages: --paper is for pdf`, {
          remedy: 'leave it out, or export as pdf',
        });
      }
      const { written, warnings } = await exportReported(work, format, sigla, folder, {
        layout,
        paper,
      });
      if (!options.json) {
        for (const { message } of warnings) process.stderr.write(`  note: ${format}: ${message}\n`);
      }
      if (!options.output) {
        if (typeof written !== 'string' && process.stdout.isTTY) {
          throw new InputError(`${format} is not text for a terminal`, {
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
