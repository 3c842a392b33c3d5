import { Command } from 'commander';
import { libraryFolder } from '../core/config';
import { workStatistics } from '../studies/statistics';
import { loadWork } from '../works/load';
import { print, printJson, rounded } from './output';

export function statsCommand(): Command {
  return new Command('stats')
    .argument('<work>', 'slug of a work')
    .option('--library <folder>', 'the library folder')
    .option('--json', 'print JSON')
    .action(async (slug: string, options: { library?: string; json?: boolean }) => {
      const { work } = await loadWork(slug, options.library ?? libraryFolder());
      const { editions, groups } = await workStatistics(work);
      if (options.json) {
        printJson({ work: slug, editions, groups });
        return;
      }
      print('edition\tlanguage\tsegments\tsentences\twords\tvariety\tlength ratio');
      for (const each of editions) {
        print(
          [
            each.siglum,
            each.language,
            each.segments,
            each.sentences,
            each.words,
            each.variety.toFixed(2),
            each.lengthRatio.toFixed(2),
          ].join('\t'),
        );
      }
      for (const { language, sigla, similarity, kinds } of groups) {
        print(`\nwords shared (${language})\t${sigla.join('\t')}`);
        similarity.forEach((row, k) => {
          print(`${sigla[k]}\t${row.map((value) => rounded(value).toFixed(2)).join('\t')}`);
        });
        for (const { siglum, counts } of kinds) {
          const parts = Object.entries(counts).map(([kind, count]) => `${kind} ${count}`);
          print(`${siglum}: ${parts.join(', ')}`);
        }
      }
    });
}
