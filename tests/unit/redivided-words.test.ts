import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apparatus } from '../../lib/collate/apparatus';
import { collate } from '../../lib/collate/collation';
import { diffTexts } from '../../lib/collate/diff';
import { createClassifier } from '../../lib/collate/kinds';
import { prepareWitnesses } from '../../lib/collate/prepare';
import { negativeForm } from '../../lib/edition/apparatus-form';
import { writeCollation } from '../../lib/formats/collation/write';
import { readTei } from '../../lib/formats/tei/read';
import { printedEntries } from '../printed';

const collated = (language: string, texts: readonly string[]) =>
  collate(
    prepareWitnesses(
      texts.map((text, k) => ({ siglum: 'ABCD'[k], text })),
      { language },
    ),
  );
const printed = (language: string, ...texts: string[]) =>
  printedEntries(
    apparatus(collated(language, texts), 0, createClassifier({ language })),
    negativeForm,
  );

test.each([
  ['en', ['any body', 'anybody', 'any one'], ['any body ] anybody B; any one C']],
  ['en', ['anybody', 'any body', 'any one'], ['anybody ] any body B; any one C']],
  ['en', ['in to', 'into', 'to'], ['in to ] into B; to C']],
  ['en', ['in to', 'into', 'in'], ['in to ] into B; in C']],
  ['en', ['well known', 'well-known', 'known'], ['well known ] well-known B; known C']],
  ['en', ['some one', 'someone', 'one', 'somebody'], ['some one ] someone B; one C; somebody D']],
  [
    'en',
    ['some one had it', 'someone has it', 'some one has it'],
    ['some one ] someone B', 'had ] has B C'],
  ],
  [
    'la',
    ['quem ad modum', 'quemadmodum', 'quem admodum'],
    ['quem ad modum ] quemadmodum B; quem admodum C'],
  ],
  ['la', ['etiam nunc', 'et iam nunc', 'etiamnunc'], ['etiam nunc ] et iam nunc B; etiamnunc C']],
  ['la', ['in primis', 'imprimis', 'in primis'], ['in primis ] imprimis B']],
  ['de', ['so wohl', 'sowohl', 'so gut'], ['so wohl ] sowohl B; so gut C']],
])(
  'words that some divide, and others replace in part, are one entry: %s %s',
  (language, words, entries) => {
    const texts = words.map((each) => `X ${each} Y`);
    expect(printed(language, ...texts)).toEqual(entries);
  },
);

test('an article that is left out does not belong to the word after it', () => {
  expect(
    printed('en', 'He saw a house there.', 'He saw houses there.', 'He saw house there.'),
  ).toEqual(['a ] om. B C', 'house ] houses B']);
});

test('marks between the parts of a word, which another joins, stand in its entry', () => {
  expect(
    printed(
      'en',
      'He was well, known to all.',
      'He was well known to all.',
      'He was well-known to all.',
    ),
  ).toEqual(['well, known ] well known B; well-known C']);
});

test('the comparison of two, too, has one replacement', () => {
  const { changes } = diffTexts('He went in to it.', 'He went into it.', { language: 'en' });
  expect(changes.filter(({ kind }) => kind !== 'equal')).toEqual([
    { kind: 'replace', a: 'in to', b: 'into' },
  ]);
});

/** Of words that agree, the white space before a mark is the base's. */
const closed = (text: string) => text.replace(/\s+(?=\p{P})/gu, '');

test('witnesses whose words are divided in any way read back from TEI', async () => {
  const words = ['any body', 'in to', 'some one', 'well known', 'went', 'saw', 'to', 'one', 'the'];
  const form = fc
    .tuple(fc.constantFrom(...words), fc.constantFrom(' ', '', '-', ', '))
    .map(([each, between]) => each.replace(' ', between));
  const text = fc.array(form, { minLength: 1, maxLength: 12 }).map((all) => `${all.join(' ')}.`);
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 2, maxLength: 4 }), async (texts) => {
      const classify = createClassifier({ language: 'en' });
      const found = collated('en', texts);
      const tei = writeCollation(found, 'tei', classify, 'en', { ...negativeForm, lemma: 'base' });
      const { editions } = await readTei({ bytes: Buffer.from(tei), name: 'collation.xml' });
      expect(
        editions.map(({ segments }) => segments.map((each) => closed(each.text)).join('\n')),
      ).toEqual(texts.map(closed));
    }),
  );
});
