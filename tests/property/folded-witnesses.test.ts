import fc from 'fast-check';
import { expect, test } from 'vitest';
import { collate } from '../../lib/collate/collation';
import { createClassifier } from '../../lib/collate/kinds';
import { prepareWitnesses } from '../../lib/collate/prepare';
import { lemmaChoices, negativeForm } from '../../lib/edition/apparatus-form';
import { writeCollation } from '../../lib/formats/collation/write';
import { readTei } from '../../lib/formats/tei/read';
import { type Folding, foldings } from '../../lib/language/fold';

/** Words in the forms in which witnesses have them, marks at their edges among them. */
const words: Record<string, string[][]> = {
  en: [
    ["th'", 'the', 'th', 'th’', 'The'],
    ["o'", 'of', 'o', "o'"],
    ['end', 'End', 'end,', 'end.'],
    ['course', '“course”', 'course;', "course'"],
    ["'tis", 'tis', "'Tis", 'it is'],
    ["boys'", 'boys', "boy's"],
    ['– and', 'and', '& ', '(and)'],
    ['king', 'kings', '[king]', 'king …'],
  ],
  fr: [
    ["l'", 'le', 'l’', 'l'],
    ['homme', 'hommes', 'homme!', 'homme !'],
    ['« oui »', 'oui', '«oui»'],
    ['dit-il', 'dit-il,', 'dit'],
    ['été', 'ete', 'Été', 'ÉTÉ'],
  ],
  grc: [
    ["ἀλλ'", 'ἀλλά', 'ἀλλ’', 'ἀλλ᾽', 'ἀλλ'],
    ['ἐγὼ', 'ἐγώ', 'εγω'],
    ['λόγος·', 'λόγος', 'λόγος.'],
    ["δ'", 'δέ', 'δὲ'],
  ],
  zh: [
    ['子曰：', '子曰', '「子曰'],
    ['學', '学'],
    ['而', ''],
    ['時習之，', '时习之', '時習之'],
    ['不亦', '不亦、'],
    ['說乎？', '说乎', '樂乎。'],
  ],
};

const works = fc.constantFrom(...Object.keys(words)).chain((language) => {
  const between = language === 'zh' ? '' : ' ';
  const places = fc.array(fc.nat({ max: words[language].length - 1 }), {
    minLength: 3,
    maxLength: 12,
  });
  return fc.record({
    language: fc.constant(language),
    witnesses: places.chain((order) =>
      fc.array(
        fc
          .tuple(
            ...order.map((k) =>
              fc.option(fc.constantFrom(...words[language][k]), { freq: 8, nil: '' }),
            ),
            fc.option(fc.nat({ max: order.length }), { freq: 1 }),
          )
          .map((found) => {
            const all = found.slice(0, -1) as string[];
            const at = found.at(-1) as number | null;
            const text = (some: string[]) => some.filter(Boolean).join(between).trim();
            return at === null
              ? text(all)
              : [text(all.slice(0, at)), text(all.slice(at))].filter(Boolean).join('\n\n');
          }),
        { minLength: 2, maxLength: 3 },
      ),
    ),
    normalize: fc.subarray([...foldings]),
    lemma: fc.constantFrom(...lemmaChoices),
  });
});

/** What is compared of a text: its words, with spaces between them where its language has them. */
const wordsOf = (text: string, language: string, normalize: readonly Folding[]): string =>
  prepareWitnesses([{ siglum: 'A', text }], { language, normalize })[0]
    .tokens.map(({ n }) => n)
    .filter(Boolean)
    .join(language === 'zh' ? '' : ' ');

test('each witness comes back from TEI with its own words, whatever is ignored', async () => {
  await fc.assert(
    fc.asyncProperty(works, async ({ language, witnesses, normalize, lemma }) => {
      const given = witnesses.map((text, w) => ({ siglum: 'ABC'[w], text }));
      const tei = writeCollation(
        collate(prepareWitnesses(given, { language, normalize })),
        'tei',
        createClassifier({ language }),
        language,
        { ...negativeForm, lemma },
      );
      const { editions } = await readTei({ bytes: Buffer.from(tei), name: 'collation.xml' });
      const found = editions.map(({ segments }) =>
        wordsOf(segments.map(({ text }) => text).join('\n\n'), language, normalize),
      );
      expect(found, tei).toEqual(witnesses.map((text) => wordsOf(text, language, normalize)));
    }),
    { numRuns: 300 },
  );
});
