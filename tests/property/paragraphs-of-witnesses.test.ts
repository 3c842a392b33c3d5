import fc from 'fast-check';
import { expect, test } from 'vitest';
import { collate } from '../../lib/collate/collation';
import { createClassifier } from '../../lib/collate/kinds';
import { prepareWitnesses } from '../../lib/collate/prepare';
import { type ApparatusForm, lemmaChoices, negativeForm } from '../../lib/edition/apparatus-form';
import { writeCollation } from '../../lib/formats/collation/write';
import { readTei } from '../../lib/formats/tei/read';

const sentences: Record<string, string[]> = {
  en: [
    'The bells rang out over the city.',
    'The people came into the square!',
    'A cold wind came down from the hills.',
    'The old woman said there was no king any more.',
    'The bells rang.',
    'No one answered',
  ],
  zh: [
    '子曰：學而時習之，不亦說乎？',
    '有朋自遠方來，不亦樂乎？',
    '人不知而不慍，不亦君子乎？',
    '子曰：巧言令色，鮮矣仁。',
    '有子曰',
  ],
};

interface Work {
  language: string;
  /** The paragraphs of each. */
  witnesses: string[][];
  lemma: ApparatusForm['lemma'];
}

/** Texts of several paragraphs, made of a few sentences, some of which lack words. */
const works: fc.Arbitrary<Work> = fc.constantFrom(...Object.keys(sentences)).chain((language) => {
  const between = language === 'zh' ? '' : ' ';
  const sentence = fc
    .tuple(fc.constantFrom(...sentences[language]), fc.option(fc.nat({ max: 40 }), { freq: 2 }))
    .map(([words, left]) => {
      const each = language === 'zh' ? [...words] : words.split(' ');
      return each.filter((_, k) => left === null || k !== left % each.length).join(between);
    });
  const paragraph = fc
    .array(sentence, { minLength: 1, maxLength: 3 })
    .map((found) => found.join(between));
  return fc.record({
    language: fc.constant(language),
    witnesses: fc.array(fc.array(paragraph, { minLength: 1, maxLength: 4 }), {
      minLength: 2,
      maxLength: 4,
    }),
    lemma: fc.constantFrom(...lemmaChoices),
  });
});

async function readBack({ language, witnesses, lemma }: Work) {
  const given = witnesses.map((paragraphs, w) => ({
    siglum: 'ABCD'[w],
    text: paragraphs.join('\n\n'),
  }));
  const tei = writeCollation(
    collate(prepareWitnesses(given, { language })),
    'tei',
    createClassifier({ language }),
    language,
    { ...negativeForm, lemma },
  );
  const { editions } = await readTei({ bytes: Buffer.from(tei), name: 'collation.xml' });
  return editions.map(({ segments }) => segments.map(({ text }) => text));
}

/** Of words that agree, the white space before a mark is the base's. */
const words = (paragraphs: string[]) =>
  paragraphs.map((text) => text.replace(/\s+(?=\p{P})/gu, ''));

test('each witness comes back from TEI with its own words in its own paragraphs', async () => {
  await fc.assert(
    fc.asyncProperty(works, async (work) => {
      expect((await readBack(work)).map(words)).toEqual(work.witnesses);
    }),
    {
      numRuns: 150,
      examples: [
        // Of witnesses that are the same, no entry tells.
        [{ language: 'en', witnesses: [['No answer'], ['No answer']], lemma: 'base' }],
      ],
    },
  );
});

test('a paragraph of the base that ends within a gap does not end in the witness', async () => {
  const base = [
    'The bells rang out over the city at noon.',
    'A cold wind came down from the hills.',
    'The old woman said there was no king any more.',
  ];
  const pieces = base.flatMap((paragraph, k) => [
    ...paragraph.split(' ').map((text, at) => ({ text, opens: k > 0 && at === 0 })),
  ]);
  const { length } = pieces;
  // A gap of some words, which may begin or end a paragraph of the witness.
  const gap = fc.record({
    from: fc.integer({ min: 2, max: length - 6 }),
    size: fc.integer({ min: 1, max: 14 }),
    before: fc.constantFrom(' ', '\n\n'),
    after: fc.constantFrom(' ', '\n\n'),
  });
  const withGap = ({
    from,
    size,
    before,
    after,
  }: { [Key in 'from' | 'size']: number } & { before: string; after: string }) => {
    const to = Math.min(from + size, length - 3);
    const joined = (some: typeof pieces) =>
      some.map(({ text, opens }, k) => (k === 0 ? '' : opens ? '\n\n' : ' ') + text).join('');
    return `${joined(pieces.slice(0, from))}${before}[…]${after}${joined(pieces.slice(to))}`;
  };
  await fc.assert(
    fc.asyncProperty(fc.array(gap, { minLength: 1, maxLength: 3 }), async (gaps) => {
      const witnesses = [base, ...gaps.map((each) => withGap(each).split('\n\n'))];
      const found = await readBack({ language: 'en', witnesses, lemma: 'base' });
      expect(found).toEqual(witnesses);
    }),
    { numRuns: 150 },
  );
});
