import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { apparatus } from '../../lib/collate/apparatus';
import type { ApparatusPart } from '../../lib/collate/apparatus-entry';
import { lemmaOf, printedReadings } from '../../lib/collate/entry-note';
import { createClassifier } from '../../lib/collate/kinds';
import { negativeForm } from '../../lib/edition/apparatus-form';
import { collationDocx } from '../../lib/formats/collation/docx';
import { writeCollation } from '../../lib/formats/collation/write';
import { collateWork, collationGroups } from '../../lib/studies/collation';
import { loadWork } from '../../lib/works/load';
import { collated } from '../collated';
import { printedEntries } from '../printed';

const classify = createClassifier({ language: 'en' });
const printed = (texts: Record<string, string>, language = 'en') =>
  printedEntries(
    apparatus(collated(texts, language), 0, createClassifier({ language })),
    negativeForm,
  );

const long = {
  A: 'He came. They stood along the wall in their best coats and hats. Then all slept.',
  B: 'He came. Then all slept.',
};

test('a long lemma is named by its ends; a short one is printed', () => {
  expect(printed(long)).toEqual(['They stood … and hats. ] om. B']);
  expect(printed({ A: 'He came. They stood there. Then all slept.', B: long.B })).toEqual([
    'They stood there. ] om. B',
  ]);
  expect(writeCollation(collated(long), 'latex', classify, 'en')).toContain(
    '\\edtext{They stood along the wall in their best coats and hats.}{\\lemma{They stood … and hats.}\\Afootnote{\\textit{om.} B}}',
  );
});

test('what is added to words that others leave out is an entry of its own', () => {
  expect(
    printed({
      A: 'He kept the lantern for the year and then went home.',
      B: 'He then went home.',
      C: 'He kept the lantern for the year and the day, and then went home.',
    }),
  ).toEqual(['kept the lantern for the year and ] om. B', 'and ] add. the day, and C']);
});

test('gaps without a word between them are one', () => {
  const base =
    'The river rose by night and the bridge was gone by noon, and all the people of the town stood there.';
  expect(
    printed({ A: base, B: 'The river rose by night […]\n\n[…] of the town stood there.' }),
  ).toEqual(['night ] def. B', 'people ] inc. B']);
});

test('numbers of notes that stand side by side in Word are parted', async () => {
  const text = 'The river rose by night and the bridge was gone by noon, they said.';
  const parts = apparatus(
    collated({ A: `He came. ${text}`, B: `${text} He came.`, C: `Now ${text}` }),
    0,
    classify,
  );
  const file = unzipSync(await collationDocx([{ language: 'en', parts }], negativeForm));
  const body = strFromU8(file['word/document.xml']);
  expect(body.match(/<w:footnoteReference /g)?.length).toBeGreaterThan(1);
  expect(body).not.toMatch(
    /<w:footnoteReference [^>]*\/><\/w:r><w:r><w:rPr>[^t]*<w:footnoteReference/,
  );
});

const isBareMark = (text: string) => text !== '' && text !== '‸' && !/[\p{L}\p{N}]/u.test(text);

/** The lemma and the readings of an entry as they are printed. */
const wordsOf = (part: ApparatusPart): string[] =>
  'entry' in part
    ? [lemmaOf(part.entry), ...printedReadings(part.entry).map(({ text }) => text)]
    : [];

test('no lemma and no reading is printed as a mark alone, whatever the witnesses have', () => {
  const word = fc.constantFrom(
    'home',
    'went',
    'peace,',
    'at',
    'last.',
    '(so',
    'it)',
    '“We',
    ';',
    ',',
    'he',
  );
  const text = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
  const hasWord = (value: string) => /\p{L}/u.test(value);
  fc.assert(
    fc.property(fc.array(text.filter(hasWord), { minLength: 2, maxLength: 4 }), (witnesses) => {
      const texts = Object.fromEntries(witnesses.map((value, k) => ['ABCD'[k], value]));
      for (const part of apparatus(collated(texts), 0, classify)) {
        expect(wordsOf(part).filter(isBareMark)).toEqual([]);
      }
    }),
  );
});

test('the works that come with the program print no mark alone, whatever is the base', async () => {
  for (const slug of ['telegram-to-liu', 'the-bellmakers-daughter']) {
    const { work } = await loadWork(slug, 'editions');
    for (const { editions } of collationGroups(work.editions)) {
      for (const base of editions) {
        const { rows } = await collateWork(work, editions, base);
        const words = rows.flatMap(({ parts }) => parts.flatMap(wordsOf));
        expect(words.filter(isBareMark)).toEqual([]);
      }
    }
  }
});

test('readings that are printed alike are one, its witnesses in order', () => {
  const texts = {
    A: 'He came home and sat by the fire.',
    B: 'He came home late; and sat by the fire.',
    C: 'He came home late and sat by the fire.',
    D: 'He came home late; and sat by the fire.',
  };
  expect(printed(texts)).toEqual(['home ] add. late B C D']);
  // The marks of each are kept where the texts can be had back.
  const tei = writeCollation(collated(texts), 'tei', classify, 'en');
  expect(tei).toMatch(/<rdg wit="#B #D"[^>]*>late; <\/rdg><rdg wit="#C"[^>]*>late <\/rdg>/);
});
