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
import { readTextFile } from '../core/files';
import { languageSchema } from '../edition/language-schema';
import { readEditionFile } from '../formats/text/edition-file';
import { readLines } from '../formats/text/plain-text';
import { guessLanguage } from '../language/script';
import { print, printJson, progressBar } from './output';

interface Options {
  langA?: string;
  langB?: string;
  unit: AlignmentUnit;
  json?: boolean;
}

export function alignCommand(): Command {
  return new Command('align')
    .argument('<A>', 'a text or Markdown file')
    .argument('<B>', 'another edition of the same text')
    .option('--lang-a <tag>', 'language of A (BCP 47); read from the file or guessed otherwise')
    .option('--lang-b <tag>', 'language of B')
    .addOption(
      new Option('--unit <unit>', 'what a segment is')
        .choices([...alignmentUnits])
        .default('paragraph'),
    )
    .option('--json', 'print JSON')
    .action(async (fileA: string, fileB: string, options: Options) => {
      const a = read(fileA, options.unit, options.langA);
      const b = read(fileB, options.unit, options.langB);
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

function read(file: string, unit: AlignmentUnit, tag: string | undefined): UnitText {
  if (tag !== undefined && !languageSchema.safeParse(tag).success) {
    throw new InputError(`“${tag}” is not a language tag`, {
      remedy: 'use a BCP 47 tag such as en or zh-Hant',
    });
  }
  let segments: UnitText['segments'];
  let language = tag;
  if (unit === 'line') {
    segments = readLines(readTextFile(file));
    if (segments.length === 0) {
      throw new InputError('the file is empty', {
        file,
        remedy: 'give a file with a segment a line',
      });
    }
  } else {
    const draft = readEditionFile(file);
    segments = draft.segments;
    language ??= draft.language;
  }
  language ??= guessLanguage(segments.map(({ text }) => text).join('\n'));
  return { language, segments };
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
