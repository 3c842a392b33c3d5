import { describe, expect, test } from 'vitest';
import { apparatus } from '../../lib/collate/apparatus';
import { collate } from '../../lib/collate/collation';
import { entryNote } from '../../lib/collate/entry-note';
import { createClassifier } from '../../lib/collate/kinds';
import { prepareWitnesses } from '../../lib/collate/prepare';
import { negativeForm } from '../../lib/edition/apparatus-form';
import { writeCollation } from '../../lib/formats/collation/write';

const classify = createClassifier({ language: 'en' });
const collated = (texts: Record<string, string>) =>
  collate(
    prepareWitnesses(
      Object.entries(texts).map(([siglum, text]) => ({ siglum, text })),
      { language: 'en' },
    ),
  );

/** The entries under the first text, as they are printed. */
const printed = (texts: Record<string, string>) =>
  apparatus(collated(texts), 0, classify).flatMap((part) =>
    'entry' in part
      ? [
          entryNote(part.entry, negativeForm)
            .map(({ text }) => text)
            .join(''),
        ]
      : [],
  );

describe('a stop or bracket beside other words', () => {
  test('begins no lemma and no reading', () => {
    expect(
      printed({
        A: 'The mill stood by the ford. His attitude was known to all.',
        B: 'The mill stood by the ford, what he thought was known to all.',
      }),
    ).toEqual(['ford. ] ford, B', 'His attitude ] what he thought B']);
    expect(
      printed({
        A: 'They brought arms [and powder] to the ford.',
        B: 'They brought guns and powder to the ford.',
      }),
    ).toEqual(['arms ] guns B', '[and ] and B', 'powder] ] powder B']);
  });

  test('stays with words that have moved, or with the sentence that they have left', () => {
    expect(
      printed({
        A: 'He had come home at last. His attitude was calm and wise. The river ran slowly past the old house.',
        B: 'The river ran slowly past the old house. He had come home at last. His attitude was calm and wise.',
      }),
    ).toEqual(['He ] transp. The river … old house. B', 'The river … old house. ] transp. B']);
    expect(
      printed({
        A: 'The people came at once. His attitude to peasants was plain. They all went home and slept.',
        B: 'The people came at once. They all went home and slept. His attitude to peasants was plain.',
      }),
    ).toEqual([
      'once ] transp. They all went home and slept. B',
      'They all went home and slept. ] transp. B',
    ]);
  });

  test('is printed with its word, where all have that', () => {
    expect(printed({ A: 'He paid. “Come” he said.', B: 'He paid. Come he said!' })).toEqual([
      '“Come ] Come B',
      'Come” ] Come B',
      'said. ] said! B',
    ]);
    expect(printed({ A: 'He paid and left', B: 'He paid, and went' })).toEqual([
      'paid ] paid, B',
      'left ] went B',
    ]);
    expect(printed({ A: 'He paid - and left', B: 'He paid and left' })).toEqual([
      'paid - ] paid B',
    ]);
  });

  test('is noted in LaTeX under the word, and is itself the lemma in TEI', () => {
    const collation = collated({ A: 'He paid. All left.', B: 'He paid; All left.' });
    expect(writeCollation(collation, 'latex', classify, 'en')).toContain(
      'He paid\\edtext{.}{\\lemma{paid.}\\Afootnote{paid; B}} All left.',
    );
    expect(writeCollation(collation, 'tei', classify, 'en')).toContain(
      '<lem wit="#A">. </lem><rdg wit="#B" type="punctuation">; </rdg>',
    );
  });
});
