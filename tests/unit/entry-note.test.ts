import { describe, expect, test } from 'vitest';
import { apparatus } from '../../lib/collate/apparatus';
import { numberEntries } from '../../lib/collate/apparatus-entry';
import { collate } from '../../lib/collate/collation';
import { siglaText } from '../../lib/collate/entry-note';
import { createClassifier } from '../../lib/collate/kinds';
import { prepareWitnesses } from '../../lib/collate/prepare';
import { negativeForm, positiveForm } from '../../lib/edition/apparatus-form';
import { writeCollation } from '../../lib/formats/collation/write';
import { readTei } from '../../lib/formats/tei/read';
import { printedEntries } from '../printed';

const collation = collate(
  prepareWitnesses(
    [
      { siglum: 'A', text: 'The old mill stood by the river.' },
      { siglum: 'B', text: 'The old mill fell by the river.' },
      { siglum: 'C', text: 'The old mill fell by the river.' },
      { siglum: 'D', text: 'The mill stood by the river.' },
    ],
    { language: 'en' },
  ),
);
const classify = createClassifier({ language: 'en' });
const groups = [
  { siglum: 'β', members: ['B', 'C'] },
  { siglum: 'α', members: ['A', 'B', 'C'] },
];
const notes = (form: typeof positiveForm) =>
  printedEntries(apparatus(collation, 0, classify), form);

/** The base text with a caret for what it lacks. */
const withCarets = (base: string, other: string) =>
  numberEntries(
    apparatus(
      collate(
        prepareWitnesses(
          [
            { siglum: 'A', text: base },
            { siglum: 'B', text: other },
          ],
          { language: 'en' },
        ),
      ),
      0,
      classify,
    ),
  )
    .map(({ part }) =>
      'shared' in part
        ? part.shared
        : part.entry.space.before + (part.entry.lemma || '‸') + part.entry.space.after,
    )
    .join('');

test.each([
  ['He paid a coin.', 'He slept and paid a coin.', 'He‸ paid a coin.'],
  ['He paid.', 'At noon he paid.', 'He paid.'],
  ['One day.\n\nHe paid.', 'One day.\n\nThen He paid.', 'One day.\n\n‸He paid.'],
])('what the base lacks stands right after the word before: %s', (base, other, shown) => {
  expect(withCarets(base, other)).toBe(shown);
});

describe('an apparatus', () => {
  test('is positive or negative', () => {
    expect(notes(positiveForm)).toEqual(['old ] A B C; om. D', 'stood ] A D; fell B C']);
    expect(notes(negativeForm)).toEqual(['old ] om. D', 'stood ] fell B C']);
  });
  test('names groups that agree by one siglum, the largest first', () => {
    expect(notes({ ...positiveForm, groups })).toEqual(['old ] α; om. D', 'stood ] A D; fell β']);
    expect(siglaText(['D', 'C', 'A', 'B'], groups)).toBe('D α');
    expect(siglaText(['A', 'B'], groups)).toBe('A B');
    expect(siglaText([], groups)).toBe('');
  });
  test('has the reading of most witnesses as its lemma where that is wanted', () => {
    const more = collate(
      prepareWitnesses(
        [
          { siglum: 'A', text: 'The old grey mill stood by the river.' },
          { siglum: 'B', text: 'The old mill fell by a river.' },
          { siglum: 'C', text: 'The old mill fell by the river.' },
        ],
        { language: 'en' },
      ),
    );
    const parts = apparatus(more, 0, classify, { lemma: 'majority' });
    const text = parts.map((part) =>
      'shared' in part
        ? part.shared
        : part.entry.space.before + part.entry.lemma + part.entry.space.after,
    );
    expect(text.join('')).toBe('The old mill fell by the river.');
    const printed = printedEntries(parts, positiveForm);
    expect(printed).toEqual(['old ] B C; add. grey A', 'fell ] B C; stood A', 'the ] A C; a B']);
    const tei = writeCollation(more, 'tei', classify, 'en', { ...positiveForm, lemma: 'majority' });
    expect(tei).toContain('<lem wit="#B #C">fell');
    const read = readTei({ bytes: new TextEncoder().encode(tei), name: 'x.xml' });
    expect(read.editions.map(({ segments }) => segments.map((each) => each.text))).toEqual([
      ['The old grey mill stood by the river.'],
      ['The old mill fell by a river.'],
      ['The old mill fell by the river.'],
    ]);
  });
  test('has its own space before a mark where others have words between', () => {
    const texts = {
      A: 'divisa in partes tres, quarum unam',
      B: 'divisa in tres partes: quarum unam',
      C: 'quarum vnam',
    };
    const witnesses = Object.entries(texts).map(([siglum, text]) => ({ siglum, text }));
    const tei = writeCollation(
      collate(prepareWitnesses(witnesses, { language: 'la' })),
      'tei',
      createClassifier({ language: 'la' }),
      'la',
    );
    const { editions } = readTei({ bytes: new TextEncoder().encode(tei), name: 'x.xml' });
    expect(editions.map(({ segments }) => segments.map(({ text }) => text))).toEqual(
      Object.values(texts).map((text) => [text]),
    );
  });
  test('is so in LaTeX', () => {
    const latex = writeCollation(collation, 'latex', classify, 'en', { ...positiveForm, groups });
    expect(latex).toContain('\\edtext{old}{\\Afootnote{α; \\textit{om.} D}}');
  });
});
