import type { Element } from 'xast';
import { once } from '../../core/memo';
import { readSegments } from '../../edition/markdown';
import type { EditionDraft } from '../../edition/read';
import type { Losses } from '../document';
import { knownWords } from '../text/line-ends';
import { attribute, childrenOf, localName } from '../xml/read';
import type { Layer, TeiContext } from './context';
import { sourceLines } from './lines';
import { noteCalls } from './note-calls';
import { attests } from './read-apparatus';
import { blocksOf } from './read-blocks';
import { labelNotes } from './read-notes';
import { type Witnesses, witnessesOf } from './read-witnesses';

/** A text as an edition has it. */
export interface ReadTexts {
  draft: Pick<EditionDraft, 'segments' | 'warnings'>;
  /** Whether hands have corrected the witness, so that its first state is a text of its own. */
  corrected: boolean;
}

/** Reads texts that follow one another as one edition: of one witness, or of all that there is. */
export function readTexts(
  texts: readonly Element[],
  witness: string | null,
  witnesses: Witnesses,
  losses: Losses,
  layer: Layer = 'after-correction',
): ReadTexts {
  const labels = labelNotes(texts);
  const noteLabels = new Map(
    [...labels].flatMap(([note, label]) => {
      const id = attribute(note, 'xml:id');
      return id ? [[id, label] as const] : [];
    }),
  );
  const context: TeiContext = {
    witness,
    witnesses,
    attested: witness === null || startsAttested(texts, witness, witnesses),
    ownReading: false,
    layer,
    corrected: { yes: false },
    noteLabels,
    labels,
    calls: noteCalls(texts, labels),
    notes: [],
    numbers: [],
    waiting: false,
    losses,
    reports: witness === null || witness === witnesses.sigla[0],
    known: once(() => knownWords(texts.flatMap((text) => sourceLines(text).split('\n')))),
    blocksOf,
  };
  const blocks = texts.flatMap((text) => blocksOf(text.children, context));
  const { segments, warnings } = readSegments([...blocks, ...context.notes]);
  return {
    draft: { segments, warnings: [...warnings, ...losses.warnings()] },
    corrected: context.corrected.yes,
  };
}

/** A witness of which the first that is said is that it starts does not have what stands before. */
function startsAttested(texts: readonly Element[], witness: string, witnesses: Witnesses): boolean {
  const look = (node: Element, own: boolean): boolean | null => {
    for (const child of childrenOf(node)) {
      const name = localName(child);
      // What names no witness is said of those of its reading.
      const named = witnessesOf(child, witnesses).length > 0;
      if (attests(child, witness, witnesses) && (own || named))
        return /^(witEnd|lacunaStart)$/.test(name);
      const isReading = name === 'lem' || name === 'rdg';
      const found = look(child, isReading ? witnessesOf(child, witnesses).includes(witness) : own);
      if (found !== null) return found;
    }
    return null;
  };
  for (const text of texts) {
    const found = look(text, false);
    if (found !== null) return found;
  }
  return true;
}
