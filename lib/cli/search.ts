import { Command } from 'commander';
import { libraryFolder } from '../core/config';
import { InputError } from '../core/errors';
import { excerpt } from '../search/excerpt';
import type { FoundSegment } from '../search/hits';
import { type SearchResult, search } from '../search/search';
import { print, printJson, progressBar } from './output';

interface Options {
  work?: string;
  edition?: string;
  language?: string;
  limit: string;
  from: string;
  library?: string;
  json?: boolean;
}

/** Characters of a text on each side of what was found. */
const around = 60;

export function searchCommand(): Command {
  return new Command('search')
    .argument('<query...>', 'words, "phrases", begin*, w?ldcards, /expressions/, -not, siglum:word')
    .option('--work <slugs>', 'only in these works, separated by commas')
    .option('--edition <sigla>', 'only in these editions')
    .option('--language <tags>', 'only in these languages')
    .option('--limit <number>', 'hits to show', '20')
    .option('--from <number>', 'hits to pass over', '0')
    .option('--library <folder>', 'the library folder')
    .option('--json', 'print JSON')
    .action(async (words: string[], options: Options) => {
      const list = (text?: string) => text?.split(',').map((part) => part.trim());
      const query = words.join(' ');
      const found = await search(
        {
          query,
          works: list(options.work),
          editions: list(options.edition),
          languages: list(options.language),
          limit: count(options.limit, '--limit'),
          from: count(options.from, '--from'),
        },
        {
          folder: options.library ?? libraryFolder(),
          // The command waits until the library is indexed.
          timeoutMs: 2 ** 31 - 1,
          progress: progressBar('indexing'),
        },
      );
      if (found.state === 'pending') return;
      if (options.json) printJson({ query, ...found.value });
      else show(found.value);
    });
}

function count(text: string, option: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 0) return number;
  throw new InputError(`“${text}” is not a number for ${option}`, { remedy: 'give 0, 1, 2, …' });
}

function show({ hits, total, complete }: SearchResult): void {
  for (const { work, row, siglum, segment, editions } of hits) {
    print(`${work} ${row}`);
    const own = editions.find((edition) => edition.siglum === siglum);
    // The edition it was found in comes first.
    for (const edition of [own, ...editions.filter((each) => each !== own)]) {
      for (const each of edition?.segments ?? []) {
        if (edition === own && each.id !== segment && each.matches.length === 0) continue;
        print(`  ${edition!.siglum}: ${line(each)}`);
      }
    }
  }
  const shown = hits.length < total ? `, ${hits.length} shown` : '';
  const partly = complete ? '' : '; there was too much to look through, and only part of it was';
  print(`${total} found${shown}${partly}`);
}

/** Found words stand in brackets that texts do not use, in colour where a terminal shows it. */
function line({ text, matches }: FoundSegment): string {
  const { parts, cut } = excerpt(text, matches, around);
  const [open, close] = process.stdout.isTTY ? ['\x1b[1;33m', '\x1b[0m'] : ['⟦', '⟧'];
  const body = parts.map((part, k) => (k % 2 === 1 ? open + part + close : part)).join('');
  return `${cut.before ? '…' : ''}${body.replace(/\s+/g, ' ')}${cut.after ? '…' : ''}`;
}
