import { styleText } from 'node:util';
import { Command, Option } from 'commander';
import { type Change, diffTexts } from '../collate/diff';
import { guessLanguage } from '../language/script';
import { encodingOption, givenTexts, note, readGiven, readText } from './given-texts';
import { print, printJson, rounded, showsColour } from './output';

interface Options {
  unit: 'word' | 'character';
  encoding?: string;
  exitCode?: boolean;
  json?: boolean;
}

export function diffCommand(): Command {
  return new Command('diff')
    .argument('<A>', `${givenTexts}; “-” reads standard input`)
    .argument('<B>', 'another')
    .addOption(
      new Option('--unit <unit>', 'what is compared')
        .choices(['word', 'character'])
        .default('word'),
    )
    .option(...encodingOption)
    .option('--exit-code', 'exit with 1 where the texts differ')
    .option('--json', 'print JSON')
    .action(async (fileA: string, fileB: string, options: Options) => {
      const { unit, encoding, exitCode, json } = options;
      const read = async (file: string) => readText(await readGiven(file, encoding));
      const a = await read(fileA);
      const b = fileB === '-' && fileA === '-' ? a : await read(fileB);
      for (const [file, text] of [
        [fileA, a],
        [fileB, b],
      ]) {
        if (text === '') note(`${file}: the file is empty`);
      }
      const { changes, similarity } = diffTexts(a, b, { unit, language: guessLanguage(a || b) });
      if (json) printJson({ changes, similarity: rounded(similarity, 4) });
      else {
        const colour = showsColour();
        print(changes.map((change) => render(change, colour)).join(''));
        print(`\nsimilarity ${similarity.toFixed(2)}`);
      }
      if (exitCode && changes.some(({ kind }) => kind !== 'equal')) process.exitCode = 1;
    });
}

/** As `wdiff` writes it, so that it reads without colour and pastes into a letter. */
function render({ kind, a, b, move }: Change, colour: boolean): string {
  const paint = (style: 'red' | 'green' | 'cyan', text: string) =>
    colour && text ? styleText(style, text) : text;
  if (kind === 'equal') return a;
  if (kind === 'move') {
    return paint('cyan', a ? `[<${Number(move) + 1} ${a}<]` : `{>${Number(move) + 1} ${b}>}`);
  }
  return paint('red', a && `[-${a}-]`) + paint('green', b && `{+${b}+}`);
}
