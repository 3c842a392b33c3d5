import path from 'node:path';
import { Command } from 'commander';
import { libraryFolder } from '../core/config';
import { writeSite } from '../site/site';
import { print, printJson, progressBar } from './output';

interface Options {
  output: string;
  url?: string;
  language?: string;
  library?: string;
  json?: boolean;
}

export function siteCommand(): Command {
  return new Command('site')
    .requiredOption('-o, --output <folder>', 'the folder to write; new, empty, or an earlier site')
    .option('--url <address>', 'where the site will be found, for canonical links and a sitemap')
    .option('--language <tag>', 'of the interface: en, zh or zh-Hant')
    .option('--library <folder>', 'the library folder')
    .option('--json', 'print as JSON what was written')
    .action(async ({ output, url, language, library = libraryFolder(), json }: Options) => {
      const progress = progressBar('writing');
      const { pages, files, changed, problems } = await writeSite(path.resolve(output), library, {
        url,
        language,
        progress,
      });
      const lines = problems.map((problem) => problem.oneLine);
      if (json) printJson({ output, pages, files, changed, problems: lines });
      else {
        print(`${pages} pages in ${files} files, ${changed} of them new or changed, in ${output}`);
        for (const problem of lines) print(`  note: ${problem}`);
        if (!url) print('  note: without --url there are no canonical links and no sitemap');
      }
    });
}
