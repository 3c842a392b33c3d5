import { Command } from 'commander';
import { readBeads } from '../align/bead-file';
import { type Rates, scoreAlignment } from '../align/score';
import { readTextFile } from '../core/files';
import { print, printJson, rounded } from './output';

export function scoreCommand(): Command {
  return new Command('score')
    .argument('<GOLD>', 'the right beads, one a line as [0]:[0,1]')
    .argument('<FOUND>', 'the beads to score: such lines, or JSON from “variorum align --json”')
    .option('--json', 'print JSON')
    .action((goldFile: string, foundFile: string, options: { json?: boolean }) => {
      const gold = readBeads(readTextFile(goldFile), goldFile);
      const found = readBeads(readTextFile(foundFile), foundFile);
      const { strict, lax, paired, beads } = scoreAlignment(gold, found);
      if (options.json) {
        const round = ({ precision, recall, f1 }: Rates) => ({
          precision: rounded(precision, 4),
          recall: rounded(recall, 4),
          f1: rounded(f1, 4),
        });
        printJson({
          strict: round(strict),
          lax: round(lax),
          paired: { strict: round(paired.strict), lax: round(paired.lax) },
          beads,
        });
        return;
      }
      const row = (name: string, { precision, recall, f1 }: Rates) =>
        print(`${name}\t${[precision, recall, f1].map((rate) => rate.toFixed(4)).join('\t')}`);
      print('\tprecision\trecall\tF1');
      row('strict', strict);
      row('lax', lax);
      row('strict, paired', paired.strict);
      row('lax, paired', paired.lax);
      print(`beads\t${beads.gold} in gold\t${beads.found} found`);
      print(`paired beads\t${beads.pairedGold} in gold\t${beads.pairedFound} found`);
    });
}
