import { Command, Option } from 'commander';
import { alignTexts } from '../align/align';
import type { Bead } from '../align/bead';
import { alignSentences, type PlacedSentence, placeSentences } from '../align/levels';
import { alignParagraphs } from '../align/paragraphs';
import { InputError } from '../core/errors';
import { readTextFile } from '../core/files';
import { languageSchema } from '../edition/metadata';
import type { Segment } from '../edition/model';
import { readEditionFile } from '../formats/text/edition-file';
import { readLines } from '../formats/text/plain-text';
import { guessLanguage } from '../language/script';
import { print, printJson, progressBar, rounded } from './output';

type Unit = 'paragraph' | 'sentence' | 'line';

interface Options {
  langA?: string;
  langB?: string;
  unit: Unit;
  json?: boolean;
}

interface Text {
  language: string;
  segments: readonly Pick<Segment, 'text' | 'kind' | 'label'>[];
}

export function alignCommand(): Command {
  return new Command('align')
    .argument('<A>', 'a text or Markdown file')
    .argument('<B>', 'another edition of the same text')
    .option('--lang-a <tag>', 'language of A (BCP 47); read from the file or guessed otherwise')
    .option('--lang-b <tag>', 'language of B')
    .addOption(
      new Option('--unit <unit>', 'what a segment is')
        .choices(['paragraph', 'sentence', 'line'])
        .default('paragraph'),
    )
    .option('--json', 'print JSON')
    .action((fileA: string, fileB: string, options: Options) => {
      const a = read(fileA, options.unit, options.langA);
      const b = read(fileB, options.unit, options.langB);
      const { beads, segmentsA, segmentsB } =
        options.unit === 'sentence' ? bySentence(a, b) : bySegment(a, b, options.unit);
      if (!options.json) {
        for (const bead of beads) print(lineOf(bead, segmentsA, segmentsB));
        return;
      }
      printJson({
        unit: options.unit,
        a: { language: a.language, segments: segmentsA.length },
        b: { language: b.language, segments: segmentsB.length },
        beads: beads.map(({ score, ...bead }) => ({ ...bead, score: rounded(score) })),
      });
    });
}

function read(file: string, unit: Unit, tag: string | undefined): Text {
  if (tag !== undefined && !languageSchema.safeParse(tag).success) {
    throw new InputError(`“${tag}” is not a language tag`, {
      remedy: 'use a BCP 47 tag such as en or zh-Hant',
    });
  }
  let segments: Text['segments'];
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

function bySegment(a: Text, b: Text, unit: Unit) {
  // A line is a segment by decree, whatever sentences it holds.
  return {
    beads:
      unit === 'line'
        ? alignTexts(a, b, { progress: progressBar('aligning') })
        : alignParagraphs(a, b, { progress: progressBar('aligning') }),
    segmentsA: a.segments,
    segmentsB: b.segments,
  };
}

function bySentence(a: Text, b: Text) {
  const beads = alignParagraphs(a, b, { progress: progressBar('aligning paragraphs') });
  const place = ({ segments, language }: Text): PlacedSentence[] =>
    placeSentences(segments, language);
  const segmentsA = place(a);
  const segmentsB = place(b);
  return {
    beads: alignSentences(
      { language: a.language, sentences: segmentsA },
      { language: b.language, sentences: segmentsB },
      beads,
      { progress: progressBar('aligning sentences') },
    ),
    segmentsA,
    segmentsB,
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
