import { apparatus } from '../lib/collate/apparatus';
import type { ApparatusEntry } from '../lib/collate/apparatus-entry';
import { collate } from '../lib/collate/collation';
import { diffTexts } from '../lib/collate/diff';
import { createClassifier } from '../lib/collate/kinds';
import { prepareWitnesses } from '../lib/collate/prepare';
import type { Folding } from '../lib/language/fold';

/** The collation of texts in one language, each by its siglum. */
export const collated = (
  texts: Record<string, string>,
  language = 'en',
  normalize: Folding[] = [],
) =>
  collate(
    prepareWitnesses(
      Object.entries(texts).map(([siglum, text]) => ({ siglum, text })),
      { language, normalize },
    ),
  );

/** Entries under the first text, as an editor writes them: `lemma ] reading SIGLA`. */
export function entries(
  texts: Record<string, string>,
  language = 'en',
  normalize: Folding[] = [],
): string[] {
  const parts = apparatus(collated(texts, language, normalize), 0, createClassifier({ language }));
  const words = ({ lemma, beside, lacuna, readings }: ApparatusEntry) =>
    `${lemma || `(${beside?.word})`} ] ${readings
      .map(({ text, kind, sigla }) =>
        [lacuna ? `def. ${lacuna.edge}` : text || kind, ...sigla].join(' '),
      )
      .join('; ')}`;
  return parts.flatMap((part) => ('entry' in part ? [words(part.entry)] : []));
}

/** Two texts compared: what is equal, `[what differs|in the other]`, `<what has moved|and where to>`. */
export const changes = (a: string, b: string, language = 'en'): string =>
  diffTexts(a, b, { language })
    .changes.map(({ kind, a: x, b: y }) =>
      kind === 'equal' ? x : kind === 'move' ? `<${x}|${y}>` : `[${x}|${y}]`,
    )
    .join('');
