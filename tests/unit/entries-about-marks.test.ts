import { describe, expect, test } from 'vitest';
import { apparatus } from '../../lib/collate/apparatus';
import { collate } from '../../lib/collate/collation';
import { createClassifier } from '../../lib/collate/kinds';
import { prepareWitnesses } from '../../lib/collate/prepare';
import { negativeForm } from '../../lib/edition/apparatus-form';
import { writeCollation } from '../../lib/formats/collation/write';
import { collated } from '../collated';
import { printedEntries } from '../printed';

const classify = createClassifier({ language: 'en' });

/** The entries under the first text, as they are printed. */
const printed = (texts: Record<string, string>) =>
  printedEntries(apparatus(collated(texts), 0, classify), negativeForm);

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

describe('an entry that begins or ends with a bracket, a stop or a quotation mark', () => {
  const inLanguage = (language: string, texts: Record<string, string>) =>
    printedEntries(
      apparatus(
        collate(
          prepareWitnesses(
            Object.entries(texts).map(([siglum, text]) => ({ siglum, text })),
            { language },
          ),
        ),
        0,
        createClassifier({ language }),
      ),
      negativeForm,
    );
  test.each([
    [
      'en',
      ['the king (who was old) died', 'the king, who was old, died'],
      ['king (who ] king, who B', 'old) ] old, B'],
    ],
    [
      'en',
      ['He said, "Go home." She went.', 'He said that she should go home. She went.'],
      ['said, ] said that she should B', '"Go ] go B', 'home." ] home. B'],
    ],
    [
      'fr',
      ['Il dit : « Venez ici » et partit.', 'Il dit, venez ici, et partit.'],
      ['dit : « Venez ] dit, venez B', 'ici » ] ici, B'],
    ],
    [
      'de',
      ['Er sagte: „Komm her“ und ging.', 'Er sagte: »Komm her!« und ging.'],
      ['„Komm ] »Komm B', 'her“ ] her!« B'],
    ],
    [
      'he',
      ['ויאמר המלך אל העם: שלום.', 'ויאמר המלך אל העם: "שלום".'],
      ['שלום ] "שלום B', 'שלום ] שלום" B'],
    ],
    [
      'zh',
      ['老人說：「霧散了。」他點頭。', '老人說，霧散了，他點頭。'],
      ['說：「霧 ] 說，霧 B', '了。」 ] 了， B'],
    ],
    [
      'es',
      ['¿Quién va? Nadie.', 'Quién va, nadie.'],
      ['¿Quién ] Quién B', 'va? ] va, B', 'Nadie ] nadie B'],
    ],
    ['en', ['"Stop", he said.', 'Stop, he said.'], ['"Stop ] Stop B', 'Stop" ] Stop B']],
  ])('is printed with the words beside it: %s %j', (language, [A, B], entries) => {
    expect(inLanguage(language, { A, B })).toEqual(entries);
  });

  test('has the space of each witness before a word', () => {
    expect(
      inLanguage('ar', {
        A: 'قال الملك: «اذهبوا»، ثم سكت.',
        B: 'قال الملك: «اذهبوا الآن» ثم سكت.',
      }),
    ).toEqual(['اذهبوا»، ] اذهبوا الآن» B']);
  });

  test('is an addition or an omission where one side has no words', () => {
    const kinds = apparatus(
      collated({ A: 'pears, and plums; also figs', B: 'pears, quinces, and plums; figs' }),
      0,
      classify,
    ).flatMap((part) => ('entry' in part ? part.entry.readings.map(({ kind }) => kind) : []));
    expect(kinds).toEqual(['addition', 'omission']);
    expect(classify(',', ', quinces,')).toBe('addition');
    expect(classify('(now)!', '!')).toBe('omission');
  });

  test('leaves the comma after what is added out', () => {
    expect(
      inLanguage('la', {
        A: 'lingua, institutis, legibus',
        B: 'lingua, institutis, moribus, legibus',
      }),
    ).toEqual(['institutis ] add. moribus B']);
  });
});

test('pictures and flags stand for words', () => {
  expect(printed({ A: 'Hello 👨‍👩‍👧 from 🇫🇷🇩🇪 today', B: 'Hello 👨‍👩‍👦 from 🇫🇷🇮🇹 today' })).toEqual(
    ['👨‍👩‍👧 ] 👨‍👩‍👦 B', '🇩🇪 ] 🇮🇹 B'],
  );
  expect(classify('👍', '👎')).toBe('substitution');
});

test('who lacks a mark is printed with the words it has there, and else as leaving it out', () => {
  const texts = {
    A: 'Scimus: Gallia est omnis divisa in partes tres, quarum unam incolunt Belgae.',
    B: 'Scimus: Gallia omnis est divisa in tres partes: quarum unam incolunt Belgae.',
    C: 'Scimus: quarum unam incolunt Belgae.',
  };
  const witnesses = Object.entries(texts).map(([siglum, text]) => ({ siglum, text }));
  const collation = collate(prepareWitnesses(witnesses, { language: 'la' }));
  const notes = printedEntries(
    apparatus(collation, 0, createClassifier({ language: 'la' })),
    negativeForm,
  );
  expect(notes).toContain('partes tres, ] tres partes: B; om. C');
});
