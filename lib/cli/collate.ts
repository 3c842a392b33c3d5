import { Command, Option } from 'commander';
import { apparatus } from '../collate/apparatus';
import { collate, withSpaces } from '../collate/collation';
import { createClassifier } from '../collate/kinds';
import { prepareWitnesses, type WitnessText } from '../collate/prepare';
import { asWritten, regularise } from '../collate/regularise';
import type { CollationUnit, Witness } from '../collate/witness';
import { InputError } from '../core/errors';
import { largestUpload, readBytes, readTextFile, stemOf } from '../core/files';
import { parseJson } from '../core/json';
import { writeFile } from '../core/write-file';
import { type ApparatusForm, lemmaChoices, type SiglaGroup } from '../edition/apparatus-form';
import type { Segment } from '../edition/model';
import { knownSets, type RuleSet, regularisationSchema, ruleSets } from '../edition/regularisation';
import { parseWitnesses } from '../formats/collatex/read';
import { collationDocx } from '../formats/collation/docx';
import { type CollationFormat, collationFormats, writeCollation } from '../formats/collation/write';
import { readDocument } from '../formats/registry';
import { createFold, type Folding, foldings } from '../language/fold';
import { certainLanguage } from '../language/script';
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
    .argument(
      '<witnesses...>',
      'files of any format that “import” reads, or one CollateX JSON file',
    )
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

interface Given {
  texts: WitnessText[];
  /** What languages the files say that they are in. */
  languages: string[];
}

async function readWitnesses(
  files: string[],
  { normalize, unit, lang }: Options,
): Promise<{ witnesses: Witness[]; language: string }> {
  const { texts, languages } =
    files.length === 1 ? await readOneFile(files[0]) : await readFiles(files);
  const sample = texts.map((each) =>
    'text' in each ? each.text : each.tokens.map(({ t }) => t).join(' '),
  );
  const language = lang ?? languages[0] ?? certainLanguage(sample.join('\n'));
  if (language === 'und' && texts.some((each) => 'text' in each)) {
    note(
      'the texts are too short to know their language; --lang says it, for spelling and numbers',
    );
  }
  return { language, witnesses: prepareWitnesses(texts, { language, unit, normalize }) };
}

const note = (text: string) => process.stderr.write(`variorum: note: ${text}\n`);

/** One file that has several witnesses: CollateX's JSON, or editions in any other format. */
async function readOneFile(file: string): Promise<Given> {
  const text = readTextFile(file);
  if (/^\s*</.test(text)) {
    const given = await readFiles([file]);
    if (given.texts.length > 1) return given;
  }
  return readCollateX(text, file);
}

function readCollateX(text: string, file: string): Given {
  const texts = parseWitnesses(text, file).map(
    ({ id, content, tokens }): WitnessText =>
      tokens ? { siglum: id, tokens } : { siglum: id, text: content ?? '' },
  );
  return { texts, languages: [] };
}

/** Texts of files of any format; a file of several editions gives as many witnesses. */
async function readFiles(files: string[]): Promise<Given> {
  const given: Given = { texts: [], languages: [] };
  const names: string[] = [];
  for (const file of files) {
    const bytes = readBytes(file, file, largestUpload);
    // A witness that lacks a passage is one that has nothing.
    if (bytes.every((byte) => byte <= 32)) {
      note(`${file}: the file is empty`);
      names.push(stemOf(file));
      given.texts.push({ siglum: '', text: '' });
      continue;
    }
    const { editions } = await readDocument({ bytes, name: file });
    for (const { siglum, language, segments, warnings } of editions) {
      for (const { message } of warnings) note(`${file}: ${message}`);
      names.push(editions.length > 1 && siglum ? siglum : stemOf(file));
      if (language) given.languages.push(language);
      // Notes are not part of the text that is collated.
      const words = segments.filter(({ kind }) => kind !== 'footnote').map(withLabel);
      given.texts.push({ siglum: '', text: words.join('\n\n') });
    }
  }
  const sigla = uniqueSigla(names);
  return { ...given, texts: given.texts.map((each, k) => ({ ...each, siglum: sigla[k] })) };
}

const withLabel = ({ label, text }: Pick<Segment, 'label' | 'text'>): string =>
  label ? `${label} ${text}` : text;

/** Names, numbered where two are alike. */
function uniqueSigla(names: string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((stem) => {
    const count = (seen.get(stem) ?? 0) + 1;
    seen.set(stem, count);
    return count === 1 ? stem : `${stem}-${count}`;
  });
}
