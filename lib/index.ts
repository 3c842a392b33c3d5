/**
 * Variorum as a package: aligning, collating and comparing texts, and the Markdown of an edition.
 *
 * All functions are pure: they take and give plain data, read no file and keep no state. They run
 * in Node and in browsers; in a browser the Chinese–English dictionary and the list of British
 * spellings are there only once `provideData` has given them.
 *
 * @packageDocumentation
 */

import type { Bead } from './align/bead';
import { alignSentences as alignPlaced, type PlacedSentence, placeSentences } from './align/levels';
import { alignParagraphs } from './align/paragraphs';
import { type Collation, collate as collateWitnesses } from './collate/collation';
import { type Diff, type DiffOptions, diffTexts } from './collate/diff';
import { prepareWitnesses } from './collate/prepare';
import type { TokenizeOptions } from './collate/witness';
import { frontMatterSchema } from './edition/metadata';
import type { Edition, Segment } from './edition/model';
import { readMarkdownEdition } from './edition/read';
import { writeMarkdownEdition } from './edition/write';
import { completeEdition } from './language/complete-edition';
import { guessLanguage } from './language/script';

export type { Bead } from './align/bead';
export type { PlacedSentence } from './align/levels';
export type { Collation } from './collate/collation';
export type { Change, ChangeKind, Diff, DiffOptions } from './collate/diff';
export type { CollationToken, TokenizeOptions, Witness } from './collate/witness';
export { provideData } from './core/data';
export { type ErrorCode, InputError } from './core/errors';
export type {
  Edition,
  EditionKind,
  EditionMetadata,
  Position,
  Segment,
  SegmentKind,
  Span,
  Warning,
} from './edition/model';

/** A text to align: an `Edition` is one. */
export interface AlignableText {
  /** BCP 47. */
  language: string;
  segments: readonly (Pick<Segment, 'text'> & Partial<Pick<Segment, 'kind' | 'label'>>)[];
}

export interface AlignOptions {
  /** Called with the share that is done, 0 to 1. */
  progress?: (share: number) => void;
}

/**
 * Aligns two texts segment by segment.
 *
 * @returns beads that cover every segment of both sides exactly once, in the order of `a`; indices
 *   count from 0, scores are 0 to 1.
 */
export function align(a: AlignableText, b: AlignableText, options: AlignOptions = {}): Bead[] {
  return alignParagraphs(alignable(a), alignable(b), options);
}

/** The aligner goes by the kind of a segment where it is known. */
function alignable({ language, segments }: AlignableText) {
  return { language, segments: segments.map((each) => ({ kind: 'paragraph' as const, ...each })) };
}

/** Two texts cut into sentences, and the beads between those. */
export interface SentenceAlignment {
  a: PlacedSentence[];
  b: PlacedSentence[];
  /** Indices are of sentences. */
  beads: Bead[];
}

/**
 * Aligns two texts sentence by sentence.
 *
 * @param within which segments correspond; what `align` finds by default.
 */
export function alignSentences(
  a: AlignableText,
  b: AlignableText,
  within: readonly Bead[] = align(a, b),
): SentenceAlignment {
  const [x, y] = [alignable(a), alignable(b)];
  const sentences = {
    a: placeSentences(x.segments, a.language),
    b: placeSentences(y.segments, b.language),
  };
  const beads = alignPlaced(
    { language: a.language, sentences: sentences.a },
    { language: b.language, sentences: sentences.b },
    [...within],
  );
  return { ...sentences, beads };
}

/** A witness to collate: text under a siglum, or an `Edition`. */
export type CollatableText =
  | { siglum: string; text: string }
  | Pick<Edition, 'siglum' | 'segments'>;

/**
 * Collates any number of witnesses of one language, word by word.
 *
 * @param options `language` (guessed by default), `unit`, and the differences of form to ignore.
 * @returns columns, each with one token or null per witness.
 */
export function collate(
  witnesses: readonly CollatableText[],
  options: TokenizeOptions = {},
): Collation {
  const texts = witnesses.map((witness) => ({
    siglum: witness.siglum,
    text: runningText(witness),
  }));
  const language = options.language ?? guessLanguage(texts.map(({ text }) => text).join('\n'));
  return collateWitnesses(prepareWitnesses(texts, { ...options, language }));
}

const runningText = (witness: CollatableText): string =>
  'text' in witness ? witness.text : witness.segments.map(({ text }) => text).join('\n\n');

/**
 * The differences between two texts, word by word. Joining all `a` of the changes gives `a`, all
 * `b` gives `b`.
 */
export function diff(a: string, b: string, options: DiffOptions = {}): Diff {
  return diffTexts(a, b, { ...options, language: options.language ?? guessLanguage(a || b) });
}

/**
 * Reads the Markdown of an edition: YAML front matter, then the text.
 *
 * @param siglum names the edition where the front matter does not.
 * @throws InputError for front matter that cannot be read.
 */
export function readMarkdown(source: string, siglum = 'A'): Edition {
  const draft = readMarkdownEdition(source);
  return completeEdition(draft, draft.siglum ?? siglum);
}

/** Writes an edition as Markdown; `readMarkdown` gives the same edition back. */
export function writeMarkdown(edition: Edition): string {
  const { segments, warnings: _, ...metadata } = edition;
  return writeMarkdownEdition(frontMatterSchema.parse(metadata), segments);
}
