import path from 'node:path';
import { watch } from 'chokidar';
import { Command } from 'commander';
import { layOut } from '../compare/layout';
import { libraryFolder } from '../core/config';
import { isSlug } from '../edition/names';
import { writeSite } from '../site/site';
import { checkWork } from '../works/check';
import { findEdition, listWorks, loadWork } from '../works/load';
import { showReport } from './check';
import { print, printJson } from './output';

interface Options {
  site?: string;
  library?: string;
  json?: boolean;
}

/** Changes that come within so long are one, in milliseconds: editors save in several steps. */
const settle = 200;

export function watchCommand(): Command {
  return new Command('watch')
    .argument('[work]', 'slug of a work; all works otherwise')
    .option('--site <folder>', 'write the static site again, too')
    .option('--library <folder>', 'the library folder')
    .option('--json', 'print a line of JSON for each change')
    .action(async (only: string | undefined, options: Options) => {
      const library = path.resolve(options.library ?? libraryFolder());
      const known = listWorks(library);
      if (only) await loadWork(only, library);
      const changed = new Set<string>();
      let timer: NodeJS.Timeout | undefined;
      // One at a time: what changes meanwhile is done after.
      let running = Promise.resolve();
      const watcher = watch(library, { ignoreInitial: true, depth: 1 });
      watcher.on('all', (_, file) => {
        const [slug] = path.relative(library, file).split(path.sep);
        if (!isSlug(slug) || (only && slug !== only)) return;
        changed.add(slug);
        clearTimeout(timer);
        timer = setTimeout(() => {
          const slugs = [...changed];
          changed.clear();
          running = running.then(() => renew(slugs, library, options));
        }, settle);
      });
      await new Promise<void>((resolve) => watcher.once('ready', () => resolve()));
      report(options, `watching ${only ?? `${known.length} works`} in ${library}`, {
        watching: only ? [only] : known,
      });
      // A library in a database changes by others' doing; its copy here is what is watched.
      const stop = options.library
        ? async () => {}
        : (await import('../store/following')).followLibrary((message) =>
            process.stderr.write(`variorum: ${message}\n`),
          );
      await new Promise<void>((resolve) => {
        for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
      });
      await stop();
      await watcher.close();
      await running;
    });
}

async function renew(slugs: readonly string[], library: string, options: Options): Promise<void> {
  for (const slug of slugs) {
    const report = await checkWork(slug, library, true);
    const rows = report.editions > 0 ? await align(slug, library) : 0;
    if (options.json) printJson({ ...report, rows });
    else {
      showReport(report);
      if (rows > 0) print(`  aligned in ${rows} rows`);
    }
  }
  if (!options.site) return;
  const { pages } = await writeSite(path.resolve(options.site), library);
  report(options, `${pages} pages in ${options.site}`, { site: options.site, pages });
}

async function align(slug: string, library: string): Promise<number> {
  const { work } = await loadWork(slug, library);
  return (await layOut(work, work.editions, findEdition(work, work.base))).rows.length;
}

function report({ json }: Options, line: string, value: object): void {
  if (json) printJson(value);
  else print(line);
}
