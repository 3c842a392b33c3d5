import {
  type ApparatusEntry,
  type ApparatusPart,
  caretsAfterWords,
} from '../../collate/apparatus-entry';
import { entryNote } from '../../collate/entry-note';
import { emptyLine } from '../../collate/witness';
import type { ApparatusForm } from '../../edition/apparatus-form';
import type { Edition } from '../../edition/model';
import type { CollatedRow } from '../prepared';
import { printedKinds } from './blocks';
import { linesOf } from './inline';
import type { PrintedBlock, PrintedInline } from './printed';

/** A base text whose entries stand at the foot of the page: lemma ] readings, sigla. */
export function apparatusBlocks(
  { segments }: Edition,
  rows: readonly CollatedRow[],
  form: ApparatusForm,
): PrintedBlock[] {
  const kinds = new Map(segments.map((segment) => [segment.id, segment]));
  return rows.flatMap(({ parts, segments: starts, collation }) => {
    const base = collation.witnesses.find((siglum) =>
      starts.get(siglum)?.some(({ segment }) => kinds.has(segment)),
    );
    const own = (base && starts.get(base)) || [];
    // A paragraph ends with an empty line of the base: in what is shared, or after a lemma.
    return paragraphsOf(parts, form).map((c, k): PrintedBlock => {
      const { kind = 'paragraph' } = kinds.get(own[k]?.segment ?? '') ?? {};
      if (kind === 'heading') return { kind, level: 1, c };
      return { kind: printedKinds[kind], c };
    });
  });
}

function paragraphsOf(parts: readonly ApparatusPart[], form: ApparatusForm): PrintedInline[][] {
  const paragraphs: PrintedInline[][] = [[]];
  const add = (text: string) => {
    text.split(emptyLine).forEach((piece, k) => {
      if (k > 0) paragraphs.push([]);
      paragraphs.at(-1)?.push(...linesOf(piece));
    });
  };
  for (const part of caretsAfterWords(parts)) {
    if ('shared' in part) {
      add(part.shared);
      continue;
    }
    const { space, lemma, lacuna } = part.entry;
    const isCaret = lemma === '' && !lacuna;
    add(space.before);
    paragraphs.at(-1)?.push({
      k: 'entry',
      lemma: isCaret ? [{ k: 'omission' }] : linesOf(lemma),
      c: entryWords(part.entry, form),
    });
    add(space.after);
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0);
}

function entryWords(entry: ApparatusEntry, form: ApparatusForm): PrintedInline[] {
  return entryNote(entry, form).flatMap(({ kind, text }): PrintedInline[] => {
    if (kind === 'said') return [{ k: 'emphasis', c: [text] }];
    return kind === 'sigla' ? [{ k: 'siglum', text }] : linesOf(text);
  });
}
