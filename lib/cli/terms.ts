import { Command } from 'commander';
import { libraryFolder } from '../core/config';
import { InputError } from '../core/errors';
import { readBytes } from '../core/files';
import { writeFile } from '../core/write-file';
import { expressionsOf } from '../edition/terms';
import { termsCsv } from '../formats/terms/csv';
import { termsTbx } from '../formats/terms/tbx';
import { readTermsFile } from '../works/import-terms';
import { loadWork } from '../works/load';
import { addTerms, identifyTerms } from '../works/terms';
import { print, printJson } from './output';

interface Options {
  library?: string;
  import?: string;
  output?: string;
  json?: boolean;
}

/** The longest file of terms, in bytes. */
const largest = 64 * 1024 * 1024;

export function termsCommand(): Command {
  return new Command('terms')
    .argument('<work>', 'slug of a work')
    .option(
      '--import <file>',
      'add the terms of a TBX file, or of a table with a column a language',
    )
    .option('-o, --output <file>', 'write the terms there; the ending says how: .tbx or .csv')
    .option('--library <folder>', 'the library folder')
    .option('--json', 'print JSON')
    .action(async (slug: string, options: Options) => {
      const library = options.library ?? libraryFolder();
      if (options.import) {
        const bytes = readBytes(options.import, options.import, largest);
        const terms = readTermsFile({ bytes, name: options.import });
        const { work } = await loadWork(slug, library);
        await addTerms(work.slug, terms, library);
      }
      const { work } = await loadWork(slug, library);
      const terms = work.terms ?? [];
      if (options.output) {
        const written = /\.csv$/i.test(options.output)
          ? termsCsv(terms)
          : /\.tbx$/i.test(options.output)
            ? termsTbx(terms, work.title)
            : null;
        if (written === null) {
          throw new InputError(`“${options.output}” does not say a format for terms`, {
            remedy: 'let its name end in .tbx or .csv',
          });
        }
        writeFile(options.output, options.output, written);
      }
      if (options.json) printJson({ terms: identifyTerms(terms) });
      else if (!options.output) {
        for (const term of terms) {
          const words = expressionsOf(term).map(([tag, each]) => `${tag}: ${each}`);
          print([...words, ...(term.note ? [`(${term.note})`] : [])].join('\t'));
        }
        if (terms.length === 0) print('no terms yet');
      }
    });
}
