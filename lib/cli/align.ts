import { Command, Option } from 'commander';
import type { Bead } from '../align/bead';
import {
  type AlignmentUnit,
  alignmentUnits,
  alignUnits,
  type UnitText,
  unitBeads,
} from '../compare/align-units';
import { InputError } from '../core/errors';
import { languageSchema } from '../edition/language-schema';
import { guessLanguage } from '../language/script';
import { encodingOption, givenTexts, readGiven, readOneText, readTextLines } from './given-texts';
import { print, printJson, progressBar } from './output';

interface Options {
  langA?: string;
  langB?: string;
  unit: AlignmentUnit;
  encoding?: string;
  json?: boolean;
}

export function alignCommand(): Command {
  return new Command('align')
    .argument('<A>', givenTexts)
    .argument('<B>', 'another edition of the same text')
    .option('--lang-a <tag>', 'language of A (BCP 47); read from the file or guessed otherwise')
    .option('--lang-b <tag>', 'language of B')
    .addOption(
      new Option('--unit <unit>', 'what a segment is')
        .choices([...alignmentUnits])
        .default('paragraph'),
    )
    .option(...encodingOption)
    .option('--json', 'print JSON')
    .action(async (fileA: string, fileB: string, options: Options) => {
      const a = await read(fileA, options, options.langA);
      const b = await read(fileB, options, options.langB);
      const aligned = await alignUnits(a, b, options.unit, progressBar);
      if (options.json) {
        printJson(unitBeads(aligned));
        return;
      }
      for (const bead of aligned.beads) {
        print(lineOf(bead, aligned.a.segments, aligned.b.segments));
      }
    });
}

async function read(
  path: string,
  { unit, encoding }: Options,
  tag: string | undefined,
): Promise<UnitText> {
  if (tag !== undefined && !languageSchema.safeParse(tag).success) {
    throw new InputError(`“${tag}” is not a language tag`, {
      remedy: 'use a BCP 47 tag such as en or zh-Hant',
    });
  }
  const file = await readGiven(path, encoding);
  const { segments, language }: Partial<UnitText> & Pick<UnitText, 'segments'> =
    unit === 'line' ? { segments: await readTextLines(file) } : await readOneText(file);
  return {
    language: tag ?? language ?? guessLanguage(segments.map(({ text }) => text).join('\n')),
    segments,
  };
}

type Shown = readonly { text: string }[];

function lineOf({ a, b, score, transposition }: Bead, segmentsA: Shown, segmentsB: Shown): string {
  const glimpse = (indices: number[], segments: Shown) => {
    if (indices.length === 0) return '—';
    const text = segments[indices[0]].text.replace(/\s+/g, ' ').trim();
    const cut = [...text].slice(0, 32).join('');
    return cut.length < text.length || indices.length > 1 ? `${cut}…` : cut;
  };
  const place = (indices: number[]) => (indices.length === 0 ? '·' : indices.join(','));
  const sign = transposition ? '↷' : '';
  return `${place(a)}\t${place(b)}${sign}\t${score.toFixed(2)}\t${glimpse(a, segmentsA)}\t${glimpse(b, segmentsB)}`;
}
