import { Command, Option } from 'commander';
import { type Change, diffTexts } from '../collate/diff';
import { readTextFile } from '../core/files';
import { guessLanguage } from '../language/script';
import { print, printJson, rounded } from './output';

export function diffCommand(): Command {
  return new Command('diff')
    .description('Show where two texts differ, word by word. Texts are taken to the letter.')
    .argument('<A>', 'a text file')
    .argument('<B>', 'another')
    .addOption(
      new Option('--unit <unit>', 'what is compared')
        .choices(['word', 'character'])
        .default('word'),
    )
    .option('--json', 'print JSON')
    .action(
      (fileA: string, fileB: string, options: { unit: 'word' | 'character'; json?: boolean }) => {
        const a = readTextFile(fileA);
        const b = readTextFile(fileB);
        for (const [file, text] of [
          [fileA, a],
          [fileB, b],
        ]) {
          if (text === '') process.stderr.write(`variorum: note: ${file}: the file is empty\n`);
        }
        const { changes, similarity } = diffTexts(a, b, {
          unit: options.unit,
          language: guessLanguage(a || b),
        });
        if (options.json) printJson({ changes, similarity: rounded(similarity, 4) });
        else {
          print(changes.map(render).join(''));
          print(`\nsimilarity ${similarity.toFixed(2)}`);
        }
      },
    );
}

/** As `wdiff` writes it, so that it reads without colour and pastes into a letter. */
function render({ kind, a, b, move }: Change): string {
  if (kind === 'equal') return a;
  if (kind === 'move') return a ? `[<${Number(move) + 1} ${a}<]` : `{>${Number(move) + 1} ${b}>}`;
  return `${a && `[-${a}-]`}${b && `{+${b}+}`}`;
}
