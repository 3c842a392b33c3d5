import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apparatus } from '../../lib/collate/apparatus';
import { collate } from '../../lib/collate/collation';
import { createClassifier } from '../../lib/collate/kinds';
import { prepareWitnesses } from '../../lib/collate/prepare';
import { negativeForm } from '../../lib/edition/apparatus-form';
import { writeCollation } from '../../lib/formats/collation/write';
import { readTei } from '../../lib/formats/tei/read';

const texts: Record<string, string> = {
  en: 'The bells rang out over the city at noon, and the people came into the square. A cold wind came down from the hills while nobody spoke. Then the old woman said that there was no king any more, and that they might go home.',
  la: 'Gallia est omnis divisa in partes tres, quarum unam incolunt Belgae, aliam Aquitani, tertiam qui ipsorum lingua Celtae, nostra Galli appellantur. Hi omnes lingua, institutis, legibus inter se differunt. Gallos ab Aquitanis Garumna flumen, a Belgis Matrona et Sequana dividit.',
  grc: 'ἐν ἀρχῇ ἦν ὁ λόγος, καὶ ὁ λόγος ἦν πρὸς τὸν θεόν, καὶ θεὸς ἦν ὁ λόγος. οὗτος ἦν ἐν ἀρχῇ πρὸς τὸν θεόν. πάντα διὰ τοῦτο ἐγένετο, καὶ χωρὶς τούτου ἐγένετο οὐδὲ ἕν ὃ γέγονεν.',
  ru: 'Колокола звонили над городом в полдень, и люди вышли на площадь. Холодный ветер дул с холмов, и никто не говорил. Тогда старая женщина сказала, что царя больше нет и что все могут идти домой.',
};

/** A place within a word: letters of it stand on both sides. */
const inWord = (text: string, at: number) =>
  /[\p{L}\p{M}]$/u.test(text.slice(0, at)) && /^\p{L}/u.test(text.slice(at));

const tears = fc.constantFrom(...Object.keys(texts)).chain((language) => {
  const text = texts[language];
  const places = [...text].map((_, at) => at).filter((at) => inWord(text, at));
  // So many words are missing that no stop need tell.
  const wordsBefore = (at: number) => text.slice(0, at).split(' ').length;
  const all = wordsBefore(text.length);
  return fc.record({
    language: fc.constant(language),
    start: fc.option(fc.constantFrom(...places.filter((at) => wordsBefore(at) === 11)), { nil: 0 }),
    end: fc.option(fc.constantFrom(...places.filter((at) => wordsBefore(at) === all - 11)), {
      nil: text.length,
    }),
    gap: fc.option(
      fc.tuple(
        fc.constantFrom(...places.filter((at) => wordsBefore(at) === 14)),
        fc.constantFrom(...places.filter((at) => wordsBefore(at) === 19)),
      ),
      { nil: null },
    ),
  });
});

test('a witness that is torn within words comes back from TEI, and differs in nothing', async () => {
  await fc.assert(
    fc.asyncProperty(tears, async ({ language, start, end, gap }) => {
      const text = texts[language];
      const torn = gap
        ? `${text.slice(start, gap[0])}[…]${text.slice(gap[1], end)}`
        : text.slice(start, end);
      const witnesses = [text, torn, text].map((each, w) => ({ siglum: 'ABC'[w], text: each }));
      const collation = collate(prepareWitnesses(witnesses, { language }));
      const classify = createClassifier({ language });
      const entries = apparatus(collation, 0, classify).flatMap((part) =>
        'entry' in part ? [part.entry] : [],
      );
      expect(entries.filter(({ lacuna }) => !lacuna)).toEqual([]);
      expect(entries).toHaveLength(
        (start > 0 ? 1 : 0) + (gap ? 2 : 0) + (end < text.length ? 1 : 0),
      );
      const tei = writeCollation(collation, 'tei', classify, language, negativeForm);
      const { editions } = await readTei({ bytes: Buffer.from(tei), name: 'collation.xml' });
      const found = editions.map(({ segments }) => segments.map((each) => each.text).join('\n\n'));
      expect(found, tei).toEqual([text, torn.replace('[…]', ' […] '), text]);
    }),
    { numRuns: 200 },
  );
});
