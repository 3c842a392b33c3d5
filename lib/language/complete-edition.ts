import type { Edition } from '../edition/model';
import type { EditionDraft } from '../edition/read';
import { guessLanguage } from './script';

/** An edition from what its file says; what the file does not say has the usual value. */
export function completeEdition(draft: EditionDraft, siglum: string): Edition {
  return {
    ...draft,
    siglum,
    language: draft.language ?? guessLanguage(draft.segments.map(({ text }) => text).join('\n')),
    title: draft.title ?? siglum,
    kind: draft.kind ?? 'transcription',
    basedOn: draft.basedOn ?? null,
  };
}
