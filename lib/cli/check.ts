import { Command } from 'commander';
import { InputError } from '../edition/errors';
import { libraryFolder, listWorks, loadWork } from '../library/library';
import { print, printJson } from './output';

interface Report {
  work: string;
  editions: number;
  segments: number;
  errors: { file?: string; line?: number; message: string; remedy?: string }[];
  warnings: { file: string; line?: number; message: string }[];
}

export function checkCommand(): Command {
  return new Command('check')
    .description('Validate a library, or one work of it, and name file and line of what is wrong.')
    .argument('[work]', 'slug of a work; all works otherwise')
    .option('--library <folder>', 'the library folder')
    .option('--json', 'print JSON')
    .action((work: string | undefined, options: { library?: string; json?: boolean }) => {
      const folder = options.library ?? libraryFolder();
      const reports = (work ? [work] : listWorks(folder)).map((slug) =>
        report(slug, folder, !work),
      );
      if (options.json) printJson({ works: reports });
      else for (const each of reports) show(each);
      if (reports.some(({ errors }) => errors.length > 0)) process.exitCode = 2;
    });
}

function report(slug: string, folder: string, gather: boolean): Report {
  const result: Report = { work: slug, editions: 0, segments: 0, errors: [], warnings: [] };
  const fault = ({ file, line, message, remedy }: InputError) => {
    result.errors.push({ file, line, message, remedy });
  };
  try {
    const { work, problems } = loadWork(slug, folder);
    problems.forEach(fault);
    result.editions = work.editions.length;
    for (const edition of work.editions) {
      result.segments += edition.segments.length;
      for (const { line, message } of edition.warnings) {
        result.warnings.push({ file: `${slug}/${edition.siglum}.md`, line, message });
      }
    }
  } catch (error) {
    if (!gather || !(error instanceof InputError)) throw error;
    fault(error);
  }
  return result;
}

function show({ work, editions, segments, errors, warnings }: Report): void {
  const verdict = errors.length === 0 ? 'ok' : `${errors.length} to mend`;
  print(`${work}: ${editions} editions, ${segments} segments: ${verdict}`);
  for (const { message, ...where } of errors) {
    process.stderr.write(`variorum: ${new InputError(message, where).oneLine}\n`);
  }
  for (const { file, line, message } of warnings) {
    print(`  note: ${file}${line ? `:${line}` : ''}: ${message}`);
  }
}
