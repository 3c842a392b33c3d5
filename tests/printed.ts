import type { ApparatusPart } from '../lib/collate/apparatus-entry';
import { entryNote } from '../lib/collate/entry-note';
import type { ApparatusForm } from '../lib/edition/apparatus-form';

/** The entries of an apparatus as they are printed, in a form. */
export const printedEntries = (parts: readonly ApparatusPart[], form: ApparatusForm): string[] =>
  parts.flatMap((part) =>
    'entry' in part
      ? [
          entryNote(part.entry, form)
            .map(({ text }) => text)
            .join(''),
        ]
      : [],
  );
