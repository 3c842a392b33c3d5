import { Command, Option } from 'commander';
import { apparatus } from '../collate/apparatus';
import { collate, withSpaces } from '../collate/collation';
import { createClassifier } from '../collate/kinds';
import { asWritten, regularise } from '../collate/regularise';
import type { CollationUnit } from '../collate/witness';
import { InputError } from '../core/errors';
import { readTextFile } from '../core/files';
import { parseJson } from '../core/json';
import { writeFile } from '../core/write-file';
import { type ApparatusForm, lemmaChoices, type SiglaGroup } from '../edition/apparatus-form';
import { knownSets, type RuleSet, regularisationSchema, ruleSets } from '../edition/regularisation';
import { collationDocx } from '../formats/collation/docx';
import { type CollationFormat, collationFormats, writeCollation } from '../formats/collation/write';
import { createFold, type Folding, foldings } from '../language/fold';
import { encodingOption, givenTexts, note } from './given-texts';
import { readWitnesses } from './given-witnesses';
import { formatOfFile } from './output';

interface Options {
  rules?: string;
  ruleSets: RuleSet[];
  apparatus: 'positive' | 'negative';
  group: SiglaGroup[];
  lemma: ApparatusForm['lemma'];
  output?: string;
  normalize?: Folding[];
  unit: CollationUnit;
  format?: CollationFormat;
  json?: boolean;
  encoding?: string;
  lang?: string;
}

/** Of the files in each format. */
const endings: Record<CollationFormat, string> = {
  json: 'json',
  csv: 'csv',
  tei: 'xml',
  html: 'html',
  text: 'txt',
  dot: 'gv',
  graphml: 'graphml',
  nexus: 'nex',
  latex: 'tex',
  docx: 'docx',
};

export function collateCommand(): Command {
  return new Command('collate')
    .argument('<witnesses...>', `${givenTexts}; or one CollateX JSON file`)
    .option('--normalize <list>', `ignore: ${foldings.join(', ')}`, readFoldings)
    .addOption(
      new Option('--unit <unit>', 'what a token is').choices(['word', 'character']).default('word'),
    )
    .addOption(
      new Option(
        '--format <format>',
        'by default, what the ending of the file names, or json',
      ).choices([...collationFormats]),
    )
    .option('--json', 'the same as --format json')
    .option('--lang <tag>', 'language of the witnesses (BCP 47); guessed otherwise')
    .option(...encodingOption)
    .option('--rules <file>', 'rules of regularisation, as JSON; see docs/scholars.md')
    .addOption(
      new Option(
        '--rule-sets <list>',
        `ready sets of rules: ${ruleSets.join(', ')}; see docs/scholars.md`,
      )
        .argParser(readRuleSets)
        .default([], 'none'),
    )
    .addOption(
      new Option(
        '--apparatus <kind>',
        'in docx and latex: whether the witnesses that agree with the lemma are named (positive)',
      )
        .choices(['positive', 'negative'])
        .default('negative'),
    )
    .addOption(
      new Option('--lemma <choice>', 'in docx, latex and tei: what the text of an entry is')
        .choices([...lemmaChoices])
        .default('base'),
    )
    .option(
      '--group <group...>',
      'in docx and latex: one siglum for witnesses that agree, such as “β=B,C”',
      readGroup,
      [],
    )
    .option('-o, --output <file>', 'write there instead of to standard output')
    .action(async (files: string[], options: Options) => {
      const given = options.rules
        ? parseJson(readTextFile(options.rules), options.rules, regularisationSchema)
        : { rules: [] };
      const { witnesses, language } = await readWitnesses(files, options);
      const sets = [...options.ruleSets, ...knownSets(given.sets)];
      const fold = createFold(options.normalize ?? [], { language });
      const regular = collate(regularise(witnesses, given.rules, { fold, sets, language }));
      if (regular.unsearched) {
        note(
          `${regular.unsearched} were not looked for: too much differs over too long a text; collate it chapter by chapter`,
        );
      }
      const format = options.json
        ? 'json'
        : (options.format ?? formatOfFile(options.output, endings) ?? 'json');
      // TEI says of each reading by which rule it is read as another; elsewhere they agree.
      const collation = format === 'tei' ? asWritten(regular) : regular;
      const classify = createClassifier({ language });
      const { group: groups, lemma } = options;
      const form = { positive: options.apparatus === 'positive', groups, lemma };
      const written =
        format === 'docx'
          ? await collationDocx(
              [{ language, parts: apparatus(withSpaces(collation), 0, classify, form) }],
              form,
            )
          : writeCollation(collation, format, classify, language, form);
      if (options.output) writeFile(options.output, options.output, written);
      else if (format === 'docx' && process.stdout.isTTY) {
        throw new InputError('a Word file is not text for a terminal', {
          remedy: 'name a file with -o',
        });
      } else process.stdout.write(written);
    });
}

/** Reads a list such as `case,punctuation`. */
function readFoldings(list: string): Folding[] {
  return partsOf(list).map((part) => {
    const found = foldings.find((folding) => folding === part);
    if (found) return found;
    throw new InputError(`“${part}” cannot be ignored`, {
      remedy: `choose from ${foldings.join(', ')}`,
    });
  });
}

function readRuleSets(list: string): RuleSet[] {
  return partsOf(list).map((part) => {
    const [found] = knownSets([part]);
    if (found) return found;
    throw new InputError(`“${part}” is not a ready set of rules`, {
      remedy: `choose from ${ruleSets.join(', ')}`,
    });
  });
}

/** Reads a group such as `β=B,C`, and adds it to those before it. */
function readGroup(given: string, before: readonly SiglaGroup[]): SiglaGroup[] {
  const [, siglum = '', list = ''] = /^([^=]+)=(.+)$/.exec(given) ?? [];
  const members = partsOf(list);
  if (members.length > 1) return [...before, { siglum: siglum.trim(), members }];
  throw new InputError(`“${given}” is not a group of witnesses`, {
    remedy: 'write its siglum, “=” and two sigla or more: β=B,C',
  });
}

const partsOf = (list: string): string[] =>
  list
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
