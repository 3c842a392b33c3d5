import { alignSentences, placeSentences } from '../align/levels';
import { alignParagraphs } from '../align/paragraphs';
import type { DifferenceKind } from '../collate/kinds';
import { InputError } from '../core/errors';
import type { Edition, Work } from '../edition/model';
import type { ExportLabels } from '../formats/labels';
import type { ComparedRow, ExportedWork } from '../formats/prepared';
import { parseEdition } from '../formats/text/parse-edition';
import { completeEdition } from '../language/complete-edition';
import type { PairAlignment } from './alignments';
import { compareLayout } from './compare-layout';
import { markedBases } from './compare-rows';
import { layOutPairs } from './lay-out-pairs';
import type { Summary } from './marked-rows';
import { outlineOf } from './outline';

/** A text as it was pasted or dropped: Markdown or plain text. */
export interface GivenText {
  /** Of the file, or any name; a `.md` at its end says that it is Markdown. */
  name: string;
  source: string;
  /** BCP 47; guessed from the text where it is absent. */
  language?: string;
}

/** Texts side by side, of no work and not saved. */
export interface ComparedTexts extends Summary {
  editions: Edition[];
  /** Per edition: the column that its words are compared with; see `LaidTexts`. */
  against: (number | null)[];
  rows: ComparedRow[];
}

export interface CompareTextsOptions {
  /** Kinds of difference to ignore. */
  ignore?: readonly DifferenceKind[];
  /** Called with the share that is done, 0 to 1. */
  progress?: (share: number) => void;
}

/**
 * Aligns texts with the first of them, paragraph by paragraph and sentence by sentence, and marks
 * where those of one language differ. Pure, so that a browser can run it.
 *
 * @throws InputError for fewer than two texts, and for one that is empty or cannot be read.
 */
export function compareTexts(
  texts: readonly GivenText[],
  { ignore = [], progress }: CompareTextsOptions = {},
): ComparedTexts {
  if (texts.length < 2) {
    throw new InputError('a comparison needs two texts', { remedy: 'give another' });
  }
  const editions = texts.map(editionOf);
  const [base, ...others] = editions;
  const pairs = others.map((other, k) =>
    alignPair(base, other, (share) => progress?.((k + share) / others.length)),
  );
  const layout = layOutPairs(editions, base, pairs);
  return { editions, against: layout.against, ...compareLayout(layout, undefined, ignore) };
}

function editionOf({ name, source, language }: GivenText, at: number): Edition {
  const draft = parseEdition(source, name);
  if (draft.segments.length === 0) {
    throw new InputError(`text ${at + 1} is empty`, { file: name, remedy: 'paste its paragraphs' });
  }
  const siglum = String.fromCharCode(65 + at);
  return completeEdition(
    { ...draft, siglum, title: draft.title ?? name, language: language ?? draft.language },
    siglum,
  );
}

function alignPair(a: Edition, b: Edition, progress: (share: number) => void): PairAlignment {
  const beads = alignParagraphs(a, b, { progress: (share) => progress(share * 0.5) });
  const sentences = {
    a: placeSentences(a.segments, a.language),
    b: placeSentences(b.segments, b.language),
  };
  const found = alignSentences(
    { language: a.language, sentences: sentences.a },
    { language: b.language, sentences: sentences.b },
    beads,
    { progress: (share) => progress(0.5 + share * 0.5) },
  );
  return { beads, sentences: { ...sentences, beads: found } };
}

/** Compared texts as a work that writers take, to keep or to download. */
export function asWork(
  { editions, rows, against }: ComparedTexts,
  { slug, title, labels }: { slug: string; title: string; labels: ExportLabels },
): ExportedWork {
  const [base] = editions;
  const work: Work = {
    slug,
    title,
    base: base.siglum,
    order: editions.map(({ siglum }) => siglum),
    editions,
    corrections: [],
  };
  const laid = rows.map((row) => ({
    ...row,
    cells: row.cells.map(({ segments, ...cell }) => ({
      ...cell,
      indices: segments.map(({ index }) => index),
    })),
  }));
  const outline = outlineOf(editions, base, laid);
  const bases = markedBases({ editions, against }, rows);
  return { work, editions, base, rows, bases, labels, outline, notes: [], apparatus: [] };
}
