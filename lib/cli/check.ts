import { Command } from 'commander';
import { libraryFolder } from '../core/config';
import { InputError } from '../core/errors';
import { checkWork, type WorkReport } from '../works/check';
import { listWorks } from '../works/load';
import { print, printJson } from './output';

export function checkCommand(): Command {
  return new Command('check')
    .argument('[work]', 'slug of a work; all works otherwise')
    .option('--library <folder>', 'the library folder')
    .option('--json', 'print JSON')
    .action(async (work: string | undefined, options: { library?: string; json?: boolean }) => {
      const folder = options.library ?? libraryFolder();
      const reports: WorkReport[] = [];
      for (const slug of work ? [work] : listWorks(folder)) {
        reports.push(await checkWork(slug, folder, !work));
      }
      if (options.json) printJson({ works: reports });
      else for (const each of reports) showReport(each);
      if (reports.some(({ errors }) => errors.length > 0)) process.exitCode = 2;
    });
}

/** A work's report for a person: the verdict and notes, and what is to be fixed on standard error. */
export function showReport({ work, editions, segments, errors, warnings }: WorkReport): void {
  const verdict = errors.length === 0 ? 'ok' : `${errors.length} to fix`;
  print(`${work}: ${editions} editions, ${segments} segments: ${verdict}`);
  for (const { message, ...where } of errors) {
    process.stderr.write(`variorum: ${new InputError(message, where).oneLine}\n`);
  }
  for (const { file, line, message } of warnings) {
    print(`  note: ${file}${line ? `:${line}` : ''}: ${message}`);
  }
}
