import { Command, Option } from 'commander';
import { collate } from '../collate/collation';
import { createClassifier } from '../collate/kinds';
import { type CollationUnit, tokensOf, type Witness } from '../collate/witness';
import { InputError } from '../core/errors';
import { readTextFile, stemOf } from '../core/files';
import { parseWitnesses } from '../formats/collatex/read';
import { type CollationFormat, collationFormats, writeCollation } from '../formats/collation/write';
import { readEditionFile } from '../formats/text/edition-file';
import { createFold, type Folding, foldings } from '../language/fold';
import { guessLanguage } from '../language/script';

interface Options {
  normalize?: Folding[];
  unit: CollationUnit;
  format: CollationFormat;
  json?: boolean;
  lang?: string;
}

export function collateCommand(): Command {
  return new Command('collate')
    .description('Collate witnesses word by word: which words of each stand in one place.')
    .argument('<witnesses...>', 'text or Markdown files, or one CollateX JSON file')
    .option('--normalize <list>', `leave out of account: ${foldings.join(', ')}`, readFoldings)
    .addOption(
      new Option('--unit <unit>', 'what a token is').choices(['word', 'character']).default('word'),
    )
    .addOption(new Option('--format <format>').choices([...collationFormats]).default('json'))
    .option('--json', 'the same as --format json')
    .option('--lang <tag>', 'language of the witnesses (BCP 47); guessed otherwise')
    .action((files: string[], options: Options) => {
      const { witnesses, language } = readWitnesses(files, options);
      const collation = collate(witnesses);
      const format = options.json ? 'json' : options.format;
      process.stdout.write(
        writeCollation(collation, format, createClassifier({ language }), language),
      );
    });
}

/** Reads a list such as `case,punctuation`. */
function readFoldings(list: string): Folding[] {
  return list
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => {
      const found = foldings.find((folding) => folding === part);
      if (found) return found;
      throw new InputError(`“${part}” is nothing that can be left out of account`, {
        remedy: `choose from ${foldings.join(', ')}`,
      });
    });
}

function readWitnesses(
  files: string[],
  { normalize, unit, lang }: Options,
): { witnesses: Witness[]; language: string } {
  if (files.length === 1) {
    const given = parseWitnesses(readTextFile(files[0]), files[0]);
    const sample = given.map(
      ({ content, tokens }) => content ?? tokens?.map(({ t }) => t).join(''),
    );
    const language = lang ?? guessLanguage(sample.join('\n'));
    const options = { language, unit, normalize };
    const fold = createFold(normalize ?? [], options);
    return {
      language,
      witnesses: given.map(({ id, content, tokens }) => ({
        siglum: id,
        // What a token already says is compared (`n`) is not for us to fold.
        tokens:
          tokens?.map((token) => ({ ...token, n: token.n ?? fold(token.t.trim()) })) ??
          tokensOf(content ?? '', options),
      })),
    };
  }
  const texts = files.map((file) =>
    readEditionFile(file)
      .segments.map(({ label, text }) => (label ? `${label} ${text}` : text))
      .join('\n\n'),
  );
  const language = lang ?? guessLanguage(texts.join('\n'));
  const sigla = uniqueSigla(files);
  return {
    language,
    witnesses: texts.map((text, k) => ({
      siglum: sigla[k],
      tokens: tokensOf(text, { language, unit, normalize }),
    })),
  };
}

/** File names without their endings; numbered where two are alike. */
function uniqueSigla(files: string[]): string[] {
  const seen = new Map<string, number>();
  return files.map((file) => {
    const stem = stemOf(file);
    const count = (seen.get(stem) ?? 0) + 1;
    seen.set(stem, count);
    return count === 1 ? stem : `${stem}-${count}`;
  });
}
