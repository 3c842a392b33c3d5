import { Command, Option } from 'commander';
import { libraryFolder } from '../core/config';
import { writeFile } from '../core/write-file';
import { type SlipKind, slipKinds } from '../edition/slips';
import { checkListCsv, findingWords } from '../studies/check-list-csv';
import { originalOf } from '../studies/renderings';
import { findingOf, reviewedLists } from '../studies/review-slips';
import { findEdition, loadWork } from '../works/load';
import { print, printJson, progressBar } from './output';

interface Options {
  library?: string;
  base?: string;
  editions?: string;
  kind?: SlipKind;
  dismissed?: boolean;
  output?: string;
  json?: boolean;
}

export function checklistCommand(): Command {
  return new Command('checklist')
    .argument('<work>', 'slug of a work')
    .option('--base <siglum>', 'the edition they are checked against; the original by default')
    .option('--editions <sigla>', 'sigla to check, separated by commas; all by default')
    .addOption(new Option('--kind <kind>', 'the only kind that is wanted').choices(slipKinds))
    .option('--dismissed', 'list what is dismissed, too')
    .option('-o, --output <file>', 'write all there, dismissed or not, as CSV')
    .option('--library <folder>', 'the library folder')
    .option('--json', 'print JSON')
    .action(async (slug: string, options: Options) => {
      const { work } = await loadWork(slug, options.library ?? libraryFolder());
      const base = options.base ? findEdition(work, options.base) : originalOf(work);
      const others = options.editions?.split(',').map((siglum) => findEdition(work, siglum.trim()));
      const lists = await reviewedLists(work, base, {
        others,
        kind: options.kind,
        progress: progressBar('checking'),
      });
      if (options.output) writeFile(options.output, options.output, checkListCsv(lists));
      const findings = lists
        .flatMap(({ slips }) => slips)
        .filter(({ dismissal }) => options.dismissed || !dismissal);
      if (options.json) printJson({ base: base.siglum, findings: findings.map(findingOf) });
      else if (!options.output) {
        for (const { editions, kind, reason, baseText, hereText, dismissal } of findings) {
          const words = findingWords(reason).filter(Boolean).join(' → ');
          const said = dismissal ? [`(${dismissal.reason})`] : [];
          print([editions[1], kind, reason.name, words, ...said].join('\t').trimEnd());
          for (const text of [baseText, hereText]) if (text) print(`  ${text}`);
        }
        if (findings.length === 0) print('nothing to look at');
      }
    });
}
