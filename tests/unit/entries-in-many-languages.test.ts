import { describe, expect, test } from 'vitest';
import { apparatus } from '../../lib/collate/apparatus';
import { collate, withSpaces } from '../../lib/collate/collation';
import { diffTexts } from '../../lib/collate/diff';
import { createClassifier } from '../../lib/collate/kinds';
import { prepareWitnesses } from '../../lib/collate/prepare';
import { textOfTokens } from '../../lib/collate/witness';
import { positiveForm } from '../../lib/edition/apparatus-form';
import { printedEntries } from '../printed';

const collated = (language: string, texts: readonly string[]) =>
  collate(
    prepareWitnesses(
      texts.map((text, k) => ({ siglum: 'ABCDEF'[k], text })),
      { language },
    ),
  );
/** The entries under the first text, as they are printed. */
const printed = (language: string, ...texts: string[]) =>
  printedEntries(
    apparatus(collated(language, texts), 0, createClassifier({ language })),
    positiveForm,
  );

describe('what is added is cut out where the text divides best', () => {
  test.each([
    [
      'en',
      'He went to the market. He bought bread. He went home.',
      'He went to the market. He bought bread. He bought wine. He went home.',
      'bread ] A; add. He bought wine. B',
    ],
    [
      'zh',
      '他去了市場。他買了麵包。他回家了。',
      '他去了市場。他買了酒。他買了麵包。他回家了。',
      '市場 ] A; add. 他買了酒。 B',
    ],
    [
      'he',
      'ויאמר אלהים יהי אור, ויהי אור.',
      'ויאמר אלהים יהי אור, ויהי חושך, ויהי אור.',
      'אור ] A; add. ויהי חושך B',
    ],
    ['hi', 'वह गया। वह घर लौटा।', 'वह गया। वह थका था। वह घर लौटा।', 'गया ] A; add. वह थका था। B'],
    [
      'grc',
      'ἦλθεν ὁ βασιλεύς· ὁ δὲ λαὸς ἔφυγεν.',
      'ἦλθεν ὁ βασιλεύς· ὁ δὲ ἄγγελος ἔστη· ὁ δὲ λαὸς ἔφυγεν.',
      'βασιλεύς ] A; add. ὁ δὲ ἄγγελος ἔστη B',
    ],
    [
      'en',
      'The first.\n\nThe end.',
      'The first.\n\nThe second.\n\nThe end.',
      'first ] A; add. The second. B',
    ],
  ])('%s: %s', (language, a, b, entry) => {
    expect(printed(language, a, b)).toEqual([entry]);
    // With a third witness that goes with either.
    expect(printed(language, a, b, a)).toEqual([entry.replace('] A;', '] A C;')]);
    expect(printed(language, a, b, b)).toEqual([entry.replace(/B$/, 'B C')]);
  });
});

describe('words that have changed places are transposed', () => {
  test.each([
    [
      'la',
      'hodie Gallia omnis divisa est in partes',
      'Gallia omnis divisa est in partes hodie',
      'hodie',
    ],
    ['de', 'Gestern kam der alte Mann zurück.', 'Kam der alte Mann gestern zurück?', 'gestern'],
    ['he', 'בשלום ישב הזקן על שפת הנהר ועישן.', 'ישב הזקן על שפת הנהר ועישן בשלום.', 'בשלום'],
    [
      'ko',
      '밤은 어두웠다. 노인은 등불을 켜고 기다렸다.',
      '노인은 등불을 켜고 기다렸다. 밤은 어두웠다.',
      '밤은 어두웠다',
    ],
    ['ar', 'بسلام جلس الرجل على ضفة النهر.', 'جلس الرجل على ضفة النهر بسلام.', 'بسلام'],
  ])('%s: %s', (language, a, b, moved) => {
    const readings = apparatus(
      collated(language, [a, b]),
      0,
      createClassifier({ language }),
    ).flatMap((part) => ('entry' in part ? part.entry.readings : []));
    const transposed = readings.filter(({ kind }) => kind === 'transposition');
    expect(transposed).toHaveLength(2);
    expect(transposed[0].move).toBe(transposed[1].move);
    expect(transposed.map(({ text }) => text.toLowerCase()).join('')).toContain(moved);
  });
});

describe('few words side by side in another order are one entry', () => {
  test.each([
    ['la', 'quia deus meus es', 'quia meus deus es', 'deus meus ] A; meus deus B'],
    ['la', 'Gallia est omnis divisa', 'Gallia omnis est divisa', 'est omnis ] A; omnis est B'],
    ['grc', 'μείζων ἁπάσης ἔμοιγε', 'μείζων ἔμοιγε ἁπάσης', 'ἁπάσης ἔμοιγε ] A; ἔμοιγε ἁπάσης B'],
    [
      'grc',
      'καὶ εἶπεν ὁ Ἰησοῦς αὐτῷ ἔγειρε',
      'καὶ εἶπεν αὐτῷ ὁ Ἰησοῦς ἔγειρε',
      'ὁ Ἰησοῦς αὐτῷ ] A; αὐτῷ ὁ Ἰησοῦς B',
    ],
    ['en', 'She had never seen it.', 'She never had seen it.', 'had never ] A; never had B'],
    [
      'de',
      'Gestern kam er zurück.',
      'Er kam gestern zurück.',
      'Gestern kam er ] A; Er kam gestern B',
    ],
    ['he', 'אמר המלך לעם שלום', 'המלך אמר לעם שלום', 'אמר המלך ] A; המלך אמר B'],
    ['ar', 'قال الملك للشعب سلاما', 'الملك قال للشعب سلاما', 'قال الملك ] A; الملك قال B'],
    ['ru', 'он был там один', 'он там был один', 'был там ] A; там был B'],
  ])('%s: %s', (language, a, b, entry) => {
    expect(printed(language, a, b)).toEqual([entry]);
    const readings = apparatus(
      collated(language, [a, b]),
      0,
      createClassifier({ language }),
    ).flatMap((part) => ('entry' in part ? part.entry.readings : []));
    expect(readings.map(({ kind }) => kind)).toEqual(['transposition']);
  });
  test('of two witnesses each has its own', () => {
    const order = ['dixit Iesus tunc discipulis suis', 'Iesus dixit tunc discipulis suis'];
    expect(printed('la', ...order, 'dixit Iesus tunc suis discipulis')).toEqual([
      'dixit Iesus ] A C; Iesus dixit B',
      'discipulis suis ] A B; suis discipulis C',
    ]);
  });
  test('but not what stands on either side of a mark', () => {
    const order = ['Veni, vidi.', 'Vidi, veni.'];
    expect(printed('la', ...order)).not.toContain('Veni, vidi ] A; Vidi, veni B');
  });
});

test('both edges of a fragment are where it is torn, however near the end', () => {
  expect(
    printed(
      'grc',
      'ἐν ἀρχῇ ἦν ὁ λόγος, καὶ ὁ λόγος ἦν πρὸς τὸν θεόν, καὶ θεὸς ἦν ὁ λόγος. οὗτος ἦν ἐν ἀρχῇ.',
      'ἦν πρὸς τὸν θεόν, καὶ θεὸς',
    ),
  ).toEqual(['λόγος ] inc. B', 'θεὸς ] def. B']);
  expect(
    printed('la', 'Roma locuta, causa finita est amen.', 'Roma locuta, causa finita est.'),
  ).toEqual(['amen ] A; om. B']);
});

test('words that differ in a capital alone meet, however short they are', () => {
  expect(
    printed('la', 'Deus In principio creavit, et ita', 'in principio creavit, et ita Deus'),
  ).toContain('In ] A; in B');
});

test('a text has the white space that it is written with; tokens that are given without are spaced', () => {
  const texts = ['彼は「行こう」と言った。', 'a—b', '3/4'];
  for (const text of texts) {
    const { columns } = withSpaces(collated('und', [text, text]));
    expect(textOfTokens(columns.flatMap(([token]) => token ?? []))).toBe(text);
  }
  const given = prepareWitnesses(
    [
      { siglum: 'A', tokens: [{ t: 'A' }, { t: 'black' }, { t: 'cat' }, { t: '.' }] },
      { siglum: 'B', tokens: ['彼', 'は', '「', '行', '」', '。'].map((t) => ({ t })) },
    ],
    {},
  );
  const { columns } = withSpaces(collate(given));
  const text = (w: number) => textOfTokens(columns.flatMap((column) => column[w] ?? []));
  expect(text(0)).toBe('A black cat.');
  expect(text(1)).toBe('彼は「行」。');
});

test('words written otherwise are entries of their own, though nothing between them agrees', () => {
  expect(
    printed('la', 'res publica iam quem ad modum Cæſar', 'respublica jam quemadmodum Caesar'),
  ).toEqual([
    'res publica ] A; respublica B',
    'iam ] A; jam B',
    'quem ad modum ] A; quemadmodum B',
    'Cæſar ] A; Caesar B',
  ]);
  expect(printed('grc', 'διὰ τοῦτο οὐκέτι', 'διατοῦτο οὐκ ἔτι')).toEqual([
    'διὰ τοῦτο ] A; διατοῦτο B',
    'οὐκέτι ] A; οὐκ ἔτι B',
  ]);
  expect(printed('en', 'the quiet to-morrow, ﬁre fell', 'the calm tomorrow, fire fell')).toEqual([
    'quiet ] A; calm B',
    'to-morrow ] A; tomorrow B',
    'ﬁre ] A; fire B',
  ]);
});

test('ß and ss are spelling, unless one is in capitals', () => {
  const classify = createClassifier({ language: 'de' });
  expect(classify('daß', 'dass')).toBe('spelling');
  expect(classify('STRASSE', 'Straße')).toBe('case');
  expect(classify('Haus', 'haus')).toBe('case');
});

test('words divided at the end of a line or by a hyphen meet, in every script', () => {
  const folded = (language: string, ...texts: string[]) =>
    collate(
      prepareWitnesses(
        texts.map((text, k) => ({ siglum: 'ABC'[k], text })),
        { language, normalize: ['whitespace', 'punctuation'] },
      ),
    ).columns.filter((column) => new Set(column.map((token) => token?.n ?? '')).size > 1);
  expect(folded('ru', 'он по-преж-\nнему там', 'он по прежнему там')).toEqual([]);
  expect(folded('hi', 'माता-पिता घर वाले', 'माता पिता घरवाले')).toEqual([]);
  expect(folded('la', 'desi-\nderat quem ad modum', 'desiderat quemadmodum')).toEqual([]);
});

test.each([
  ['fr', 'pain & lait', 'pain et lait', 'spelling'],
  ['de', 'Brot & Milch', 'Brot und Milch', 'spelling'],
  ['la', 'pater ⁊ mater', 'pater et mater', 'spelling'],
  ['hi', '१२ आदमी', '12 आदमी', 'numerals'],
  ['bn', '৩ জন', '3 জন', 'numerals'],
  ['en', 'see § 3', 'see section 3', 'substitution'],
])('signs stand for words: %s %s', (language, a, b, kind) => {
  const readings = apparatus(collated(language, [a, b]), 0, createClassifier({ language })).flatMap(
    (part) => ('entry' in part ? part.entry.readings : []),
  );
  expect(readings.map((reading) => reading.kind)).toEqual([kind]);
});

test('words much alike are entries of their own, and meet in Hebrew though the last letter has another form', () => {
  expect(printed('de', 'seyn Theil da', 'sein Teil da')).toEqual([
    'seyn ] A; sein B',
    'Theil ] A; Teil B',
  ]);
  expect(printed('he', 'הלך וראה ובא', 'הלך ובא', 'הלכה ובא')).toEqual([
    'הלך ] A B; הלכה C',
    'וראה ] A; om. B C',
  ]);
});

test('a stretch between agreements is aligned anew, however long the texts are', () => {
  const filler = (from: number) =>
    Array.from(
      { length: 900 },
      (_, k) => `word${from + k} of the ${k % 7 === 0 ? 'old ' : ''}house`,
    ).join(' ');
  const [before, after] = [filler(0), filler(5000)];
  const middle = [
    'he went and saw and came home',
    'he went and came home',
    'she went and came home',
  ];
  const { columns } = collated(
    'en',
    middle.map((text) => `${before} ${text} ${after}`),
  );
  const ands = columns.filter((column) => column.some((token) => token?.n === 'and'));
  expect(ands.map((column) => column.filter(Boolean).length).sort()).toEqual([1, 3]);
  expect(columns.filter((column) => column.some((token) => !token)).length).toBe(2);
});

describe('a comparison', () => {
  const marked = (a: string, b: string, language: string) =>
    diffTexts(a, b, { language })
      .changes.map(({ kind, a: x, b: y }) => (kind === 'equal' ? x : `[${x}|${y}]`))
      .join('');
  test('of Chinese in two scripts leaves what they share unmarked', () => {
    expect(marked('她說：「這裡的麵條真好吃。」', '她讲：“这里的面条很好吃。”', 'zh')).toBe(
      '她[說|讲]：[「這裡|“这里]的[麵條|面条][真|很]好吃。[」|”]',
    );
  });
  test('takes no notice of marks of direction, which nobody sees', () => {
    expect(marked('\u200fשלום\u200f עולם\u200e', 'שלום עולם', 'he')).not.toContain('[');
  });
  test('moves sentences whole that end with a danda', () => {
    expect(
      marked(
        'रात अंधेरी थी। बूढ़ा द्वार पर बैठा रहा। कोई नहीं आया।',
        'बूढ़ा द्वार पर बैठा रहा। रात अंधेरी थी। कोई नहीं आया।',
        'hi',
      ),
    ).toBe('[रात अंधेरी थी। |]बूढ़ा द्वार पर बैठा रहा।[| रात अंधेरी थी।] कोई नहीं आया।');
  });
});
