import { describe, expect, test } from 'vitest';
import { apparatus } from '../../lib/collate/apparatus';
import { createClassifier } from '../../lib/collate/kinds';
import type { Folding } from '../../lib/language/fold';
import { changes, collated, entries } from '../collated';

test('an insertion stands where the text divides', () => {
  const a = 'The bell rang. The gate was shut.';
  const b = 'The bell rang. The dogs barked. The gate was shut.';
  expect(changes(a, b)).toBe('The bell rang.[| The dogs barked.] The gate was shut.');
});

test('space and punctuation beside a change are part of it', () => {
  expect(changes('the baker (a widower) slept', 'the baker, a widower, slept')).toBe(
    'the baker[ (|, ]a widower[)|,] slept',
  );
});

test('literary Chinese is compared by character', () => {
  expect(changes('上善若水水善利萬物', '上善如水水善利萬物也', 'zh')).toBe(
    '上善[若|如]水水善利萬物[|也]',
  );
});

test('what no reader can see makes no difference', () => {
  expect(changes('cafe\u0301 au lait', 'café au lait')).toBe('cafe\u0301 au lait');
  expect(entries({ A: 'a beauti\u00adful \u200bday', B: 'a beautiful day' })).toEqual([]);
});

describe('differences of form', () => {
  test.each([
    ['zu Hause', 'zuhause', 'de', 'whitespace'],
    ['an Stelle', 'anstelle', 'de', 'whitespace'],
    ['radfahren', 'Rad fahren', 'de', 'whitespace'],
    ['so daß', 'sodass', 'de', 'spelling'],
    ['some one', 'Someone', 'en', 'whitespace'],
    ['quam obrem', 'QVAMOBREM', 'la', 'spelling'],
  ])(
    'words divided otherwise are of form alone, capitals or not: %s, %s',
    (a, b, language, kind) => {
      expect(createClassifier({ language })(a, b)).toBe(kind);
      expect(createClassifier({ language })(b, a)).toBe(kind);
    },
  );

  test.each<[string, string, string, Folding[]]>([
    ['every one saw it', 'everyone saw it', 'en', ['whitespace']],
    ['the coun-\ntry road', 'the country road', 'en', ['whitespace']],
    ['an ill-fated ship', 'an ill fated ship', 'en', ['punctuation']],
    ['Jouis uerba æterna', 'Iovis verba aeterna', 'la', ['spelling']],
    ['die FUSSGASSE', 'die Fußgaſſe', 'de', ['case', 'width']],
    ['الكـــتاب ٱلأول', 'الكتاب الأول', 'ar', ['diacritics']],
    ['漢語學習很難了', '汉语学习很难了', 'zh', ['script']],
  ])('%s = %s', (a, b, language, normalize) => {
    expect(entries({ A: a, B: b }, language, normalize)).toEqual([]);
  });

  test.each([
    ['दिन गया', 'दान गया', 'hi'],
    ['ไม้', 'ไม', 'th'],
    ['はば', 'はは', 'ja'],
    ['мой', 'мои', 'ru'],
  ])(
    '%s is not %s without accents: vowel signs, tones and voicing are letters',
    (a, b, language) => {
      expect(entries({ A: a, B: b }, language, ['diacritics'])).toHaveLength(1);
    },
  );

  test.each([
    ['some one called', 'someone called', 'whitespace'],
    ['the ſecond day', 'the second day', 'width'],
    ['a threefold cord', 'a three-fold cord', 'punctuation'],
  ])('%s / %s is a difference of form', (a, b, kind) => {
    const parts = apparatus(collated({ A: a, B: b }), 0, createClassifier({ language: 'en' }));
    const kinds = parts.flatMap((part) =>
      'entry' in part ? part.entry.readings.map((reading) => reading.kind) : [],
    );
    expect(kinds).toEqual([kind]);
  });
});
