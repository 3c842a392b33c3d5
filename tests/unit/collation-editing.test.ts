import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { apparatus } from '../../lib/collate/apparatus';
import type { ApparatusEntry } from '../../lib/collate/apparatus-entry';
import { collate } from '../../lib/collate/collation';
import { diffTexts } from '../../lib/collate/diff';
import { createClassifier } from '../../lib/collate/kinds';
import { prepareWitnesses } from '../../lib/collate/prepare';
import { regularise } from '../../lib/collate/regularise';
import { findTranspositions } from '../../lib/collate/transpositions';
import { parseJson } from '../../lib/core/json';
import { negativeForm } from '../../lib/edition/apparatus-form';
import { type Rule, regularisationSchema } from '../../lib/edition/regularisation';
import { collationDocx } from '../../lib/formats/collation/docx';
import { collateXJson, writeCollation } from '../../lib/formats/collation/write';
import { readTei } from '../../lib/formats/tei/read';
import type { Folding } from '../../lib/language/fold';
import { certainLanguage } from '../../lib/language/script';
import { random } from '../bench/synthetic';

const collated = (texts: Record<string, string>, normalize: Folding[] = [], language = 'en') =>
  collate(
    prepareWitnesses(
      Object.entries(texts).map(([siglum, text]) => ({ siglum, text })),
      { language, normalize },
    ),
  );

/** Entries as an editor writes them: `lemma ] reading SIGLA`. */
function entries(texts: Record<string, string>, normalize: Folding[] = [], language = 'en') {
  const parts = apparatus(collated(texts, normalize, language), 0, createClassifier({ language }));
  const words = ({ lemma, beside, lacuna, readings }: ApparatusEntry) =>
    `${lemma || `(${beside?.word})`} ] ${readings
      .map(({ text, kind, sigla }) =>
        [lacuna ? `def. ${lacuna.edge}` : text || kind, ...sigla].join(' '),
      )
      .join('; ')}`;
  return parts.flatMap((part) => ('entry' in part ? [words(part.entry)] : []));
}

const changes = (a: string, b: string, language = 'en') =>
  diffTexts(a, b, { language })
    .changes.map(({ kind, a: x, b: y }) =>
      kind === 'equal' ? x : kind === 'move' ? `<${x}|${y}>` : `[${x}|${y}]`,
    )
    .join('');

describe('entries of the size that an editor writes', () => {
  test('a witness of a few lines makes no entry of what it lacks', () => {
    const text =
      'Before dawn the miller crossed the frozen ford with two sacks and a lantern in his hand';
    expect(
      entries({
        A: text,
        B: text.replace('lantern', 'candle'),
        C: 'Before dawn the miller',
      }),
    ).toEqual(['(miller) ] def. from C', 'lantern ] candle B']);
  });

  test('a free witness does not hide where the others differ', () => {
    const found = entries({
      A: 'the grey mare drank slowly from the stone trough',
      B: 'the grey mare drank greedily from the stone trough',
      F: 'an elderly horse took some water out of a basin',
    });
    expect(found.some((entry) => /^slowly \] greedily B/.test(entry))).toBe(true);
    expect(found.every((entry) => !/drank slowly/.test(entry.split(' ] ')[0]))).toBe(true);
  });

  test('a witness that begins late, and a gap that its text marks', () => {
    const text = 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen';
    expect(entries({ A: text, B: 'twelve thirteen fourteen' })).toEqual(['(eleven) ] def. to B']);
    expect(entries({ A: 'the old ferry crossed at noon', B: 'the old […] at noon' })).toEqual([
      '(old) ] def. from B',
      '(crossed) ] def. to B',
    ]);
  });

  test('what others add before the base begins or after it ends is not a lacuna', () => {
    const text = 'The bells rang out over the city.\n\nThe people came into the square.';
    const more = 'The old woman said there was no king any more, and she wept.';
    const said = more.slice(4, -1);
    for (const last of [`${text}\n\n${more}`, `${more}\n\n${text}`]) {
      const found = entries({ A: text, B: text, C: last });
      expect(found.join()).not.toContain('def.');
      expect(found.join()).toContain(said);
    }
    // Of the base itself, others lack it.
    expect(entries({ C: `${text}\n\n${more}`, A: text, B: text })).toEqual([
      '(square) ] def. from A B',
    ]);
  });

  test('a witness that has the last words of the base elsewhere does not break off', () => {
    const first = 'The bells rang out over the city when all the lamps were lit.';
    const last = 'A cold wind came down from the northern hills before the morning.';
    const found = entries({ A: `${first}\n\n${last}`, B: `${last}\n\n${first}` });
    expect(found.join()).not.toContain('def.');
  });

  test('words that stand where others have moved from are not transposed', () => {
    const [first, last, other] = [
      'The bells rang out over the city when all the lamps were lit.',
      'A cold wind came down from the northern hills before the morning.',
      'No sailor would ever believe such a story about an empty harbour.',
    ];
    const parts = apparatus(
      collated({ A: `${first}\n\n${last}`, B: `${last}\n\n${first}\n\n${other}` }),
      0,
      createClassifier({ language: 'en' }),
    );
    for (const part of parts) {
      for (const { text, kind } of 'entry' in part ? part.entry.readings : []) {
        if (kind === 'transposition') expect(`${first} ${last}`).toContain(text);
      }
    }
  });

  test('a short omission stays an omission', () => {
    expect(entries({ A: 'she sang and danced', B: 'she sang' })).toEqual([
      'and danced ] omission B',
    ]);
  });

  test('punctuation belongs to the change beside it', () => {
    expect(entries({ A: 'He left, and she wept.', B: 'He stayed; and she wept.' })).toEqual([
      'left, ] stayed; B',
    ]);
  });
});

describe('transpositions', () => {
  test('are one, with both places', () => {
    const found = collated({
      A: 'with great care the potter turned the bowl',
      B: 'the potter turned the bowl with great care',
    });
    expect(collateXJson(found)).toMatchObject({
      transpositions: [{ witness: 'B', words: 'with great care' }],
    });
    const tei = writeCollation(found, 'tei', createClassifier({ language: 'en' }), 'en');
    expect(tei).toMatch(/xml:id="move-1-1" corresp="#move-1-2"/);
    expect(tei).toMatch(/xml:id="move-1-2" corresp="#move-1-1"/);
  });

  test('sections in another order are found whole', () => {
    const next = random(5);
    const word = () =>
      `w${Math.floor(Math.exp(next() * 8))
        .toString(2)
        .replaceAll('0', 'o')
        .replaceAll('1', 'i')}`;
    const sections = Array.from({ length: 6 }, () => Array.from({ length: 300 }, word).join(' '));
    const found = collated({
      A: sections.join('\n\n'),
      B: [2, 0, 4, 1, 5, 3].map((k) => sections[k]).join('\n\n'),
    });
    const own = new Set<number>();
    found.columns.forEach(([x, y], c) => {
      if (x && y && x.n === y.n) own.add(c);
    });
    for (const { base } of findTranspositions(found, 0)) {
      for (let c = base[0]; c < base[1]; c++) if (found.columns[c][0]) own.add(c);
    }
    expect(own.size).toBeGreaterThanOrEqual(0.99 * 1800);
  });

  test('in a comparison: sentences whole, phrases with another capital, two words changed about', () => {
    expect(
      changes(
        'It rained. The mill stood still all day long. Nobody spoke.',
        'The mill stood still all day long. It rained. Nobody spoke.',
      ),
    ).toMatch(/<It rained\. ?\|>/);
    expect(
      changes(
        'After the harvest, she painted the gate.',
        'She painted the gate after the harvest.',
      ),
    ).toMatch(/<After the harvest\|>/);
    expect(changes('Lord Peter spoke', 'Peter Lord spoke')).toMatch(/<|>/);
  });
});

test.each([0, 9000, 19_900])('a fragment of common words finds its place in a long text', (at) => {
  const next = random(11);
  const words = Array.from(
    { length: 20_000 },
    () => `w${'abcdefghijklmnopqrst'[Math.floor(next() * 20)]}`,
  );
  const fragment = words.slice(at, at + 200).filter((_, k) => k < 100);
  const { columns } = collated({ A: words.join(' '), B: fragment.join(' ') });
  expect(columns.filter(([x, y]) => x && y && x.n === y.n)).toHaveLength(100);
  const { changes: found } = diffTexts(words.join(' '), fragment.join(' '), { language: 'en' });
  const equal = found.filter(({ kind }) => kind === 'equal').map(({ b }) => b);
  expect(equal.join(' ').match(/\w+/g)).toHaveLength(100);
});

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
    expect(entries({ A: a, B: b }, normalize, language)).toEqual([]);
  });

  test.each([
    ['दिन गया', 'दान गया', 'hi'],
    ['ไม้', 'ไม', 'th'],
    ['はば', 'はは', 'ja'],
    ['мой', 'мои', 'ru'],
  ])(
    '%s is not %s without accents: vowel signs, tones and voicing are letters',
    (a, b, language) => {
      expect(entries({ A: a, B: b }, ['diacritics'], language)).toHaveLength(1);
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

test('a picture, a flag and a word beside Chinese are tokens of their own', () => {
  const [witness] = prepareWitnesses([{ siglum: 'A', text: '👩‍👩‍👧🇫🇷打开PDF文件 salt & pepper' }], {
    language: 'zh',
  });
  expect(witness.tokens.map(({ t }) => t.trim())).toEqual(
    expect.arrayContaining(['👩‍👩‍👧', '🇫🇷', 'PDF', '文件', '&']),
  );
});

test('phrases of different lengths face each other', () => {
  const { columns } = collated({
    A: 'the inn',
    B: 'the damp and empty inn',
    C: 'the very old quiet inn',
  });
  expect(columns).toHaveLength(5);
  const amp = collated({ A: 'oil & wine', B: 'oil and wine' });
  expect(amp.columns).toHaveLength(3);
});

test('words of meaning face each other, and inflected forms of one word', () => {
  const facing = (A: string, B: string, word: string) =>
    collated({ A, B })
      .columns.find(([own]) => own?.t.trim() === word)?.[1]
      ?.t.trim();
  expect(
    facing('And he doth say unto the boatman, Wait.', 'And he tells the boatman, Wait.', 'say'),
  ).toBe('tells');
  expect(
    facing('Then he cometh unto the shore', 'Then he at once came to the shore', 'cometh'),
  ).toBe('came');
  expect(facing('They took up the nets', 'The nets were taken up by them', 'took')).not.toBe(
    'were',
  );
});

test('words that came without space between them are written with it', () => {
  const tokens = (words: string) => words.split(' ').map((t) => ({ t }));
  const found = collate(
    prepareWitnesses([
      { siglum: 'A', tokens: tokens('a red hen') },
      { siglum: 'B', tokens: tokens('a very small hen') },
    ]),
  );
  expect(writeCollation(found, 'tei', createClassifier())).toContain('very small ');
  expect(
    collateXJson(found)
      .table.flat(2)
      .map((token) => token?.t),
  ).not.toContain('very ');
});

test.each([
  ['a remarkable book', 'und'],
  ['The mill stood by the river and it was old.', 'en'],
  ['Der Müller ging mit dem Sack in die Stadt.', 'de'],
  ['老人坐在河边', 'zh'],
])('the language of “%s” is %s', (text, language) => expect(certainLanguage(text)).toBe(language));

test('every witness comes back out of TEI, paragraph by paragraph', async () => {
  const word = fc.constantFrom(
    'the',
    'old',
    'mill',
    'stood',
    'by',
    'a',
    'river',
    'and',
    'Peter',
    'slept',
  );
  const paragraph = fc
    .array(word, { minLength: 1, maxLength: 12 })
    .map((words) => `${words.join(' ')}.`);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(paragraph, { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 4 }),
      async (texts) => {
        const sigla = texts.map((_, k) => `W${k + 1}`);
        // Witnesses that are all the same are one text; each opens with a word of its own.
        const named = texts.map(
          (each, k) => `${['Anna', 'Bert', 'Carl', 'Dora'][k]} ${each.join('\n\n')}`,
        );
        const given = Object.fromEntries(named.map((each, k) => [sigla[k], each]));
        const tei = writeCollation(
          collated(given),
          'tei',
          createClassifier({ language: 'en' }),
          'en',
        );
        const { editions } = await readTei({ bytes: Buffer.from(tei), name: 'collation.xml' });
        const words = (text: string) => text.match(/[\p{L}.]+/gu)?.join(' ');
        for (const [k, siglum] of sigla.entries()) {
          const found = editions.find((edition) => edition.siglum === siglum);
          const text = found?.segments.map((segment) => segment.text).join(' ') ?? '';
          expect([siglum, words(text.replace(/\s+\./g, '.'))]).toEqual([siglum, words(named[k])]);
        }
      },
    ),
    { numRuns: 60 },
  );
});

describe('files of a collation', () => {
  const given = {
    A: 'The old mill & the new one stood.\n\nNobody came.',
    B: 'The old mill and the new one fell.\n\nNobody came.',
  };
  const write = (format: Parameters<typeof writeCollation>[1]) =>
    writeCollation(collated(given), format, createClassifier({ language: 'en' }), 'en');

  test('DOT and GraphML hold the graph: every path is a witness', () => {
    const dot = write('dot');
    const nodes = new Map(
      [...dot.matchAll(/^ {2}n(\d+) \[label="([^"]*)"/gm)].map((m) => [m[1], m[2]]),
    );
    const edges = [...dot.matchAll(/n(\d+) -> n(\d+) \[label="([^"]*)"/g)];
    for (const [siglum, text] of Object.entries(given)) {
      const words: string[] = [];
      for (let at = '0'; ; ) {
        const next = edges.find(([, from, , sigla]) => from === at && sigla.includes(siglum));
        if (!next) break;
        at = next[2];
        words.push(nodes.get(at) ?? '');
      }
      expect(words.join('').replace(/\s|end$/g, '')).toBe(text.replace(/\s/g, ''));
    }
    expect(write('graphml')).toContain('<edge id="e0" source="n0"');
  });

  test('NEXUS is a matrix of the columns that differ', () => {
    const nexus = write('nexus');
    expect(nexus).toContain('NTAX=2 NCHAR=2;');
    expect(nexus).toMatch(/\n {4}A {2}00\n {4}B {2}11\n/);
  });

  test('LaTeX escapes what LaTeX reads, and notes each entry', () => {
    const latex = write('latex');
    expect(latex).toContain('\\edtext{\\&}{\\Afootnote{and B}}');
    expect(latex.match(/\\pstart/g)).toHaveLength(2);
  });

  test('LaTeX notes stay in one paragraph: a pilcrow stands for the end of another', () => {
    const latex = writeCollation(
      collated({
        A: 'It rang. It stopped.',
        B: 'It rang out of nowhere.\n\nAnd then. It stopped.',
      }),
      'latex',
      createClassifier({ language: 'en' }),
      'en',
      negativeForm,
    );
    for (const [note] of latex.matchAll(/Afootnote\{.*?\}\}/gs))
      expect(note).not.toContain('\\pend');
    expect(latex).toContain('\\P{} And then');
    expect(latex.match(/\\pstart/g)).toHaveLength(1);
  });

  test('Word has the apparatus as footnotes', async () => {
    const parts = apparatus(collated(given), 0, createClassifier({ language: 'en' }));
    const files = unzipSync(await collationDocx([{ language: 'en', parts }], negativeForm));
    const notes = strFromU8(files['word/footnotes.xml']);
    expect(notes.replace(/<[^>]+>/g, '')).toContain('stood ] fell B');
    const text = strFromU8(files['word/document.xml']).replace(/<\/w:p>/g, '\n');
    expect(
      text
        .replace(/<[^>]+>/g, '')
        .replaceAll('&amp;', '&')
        .trim(),
    ).toBe(given.A.replace('\n\n', '\n'));
  });

  test('the number of what the base lacks follows the word before', async () => {
    const texts = { A: 'He paid a coin.', B: 'He slept and paid a coin.' };
    const parts = apparatus(collated(texts), 0, createClassifier({ language: 'en' }));
    const files = unzipSync(await collationDocx([{ language: 'en', parts }], negativeForm));
    const text = strFromU8(files['word/document.xml'])
      .replace(/<w:footnoteReference[^>]*>/g, '*')
      .replace(/<[^>]+>/g, '');
    expect(text.trim()).toBe('He* paid a coin.');
  });
});

describe('rules of regularisation', () => {
  const apply = (rules: Rule[]) => {
    const witnesses = prepareWitnesses(
      [
        { siglum: 'A', text: 'the mill in so far as it stood' },
        { siglum: 'B', text: 'the myll insofar as it stood' },
      ],
      { language: 'en' },
    );
    const found = collate(regularise(witnesses, rules));
    const parts = apparatus(found, 0, createClassifier({ language: 'en' }));
    return parts.flatMap((part) => ('entry' in part ? [part.entry.lemma] : []));
  };

  test('make words one, for all witnesses or one', () => {
    expect(apply([])).toEqual(['mill', 'in so far']);
    expect(apply([{ read: 'Myll', as: 'mill' }])).toEqual(['in so far']);
    expect(apply([{ read: 'myll', as: 'mill', witness: 'A' }])).toEqual(['mill', 'in so far']);
    expect(
      apply([
        { read: 'in so far', as: 'insofar' },
        { read: 'myll', as: 'mill' },
      ]),
    ).toEqual([]);
  });

  test('make a dash of two strokes and one of one stroke the same', () => {
    const witnesses = prepareWitnesses(
      [
        { siglum: 'A', text: 'He paid -- slowly.' },
        { siglum: 'B', text: 'He paid — slowly.' },
      ],
      { language: 'en' },
    );
    const entries = (rules: Rule[]) =>
      apparatus(
        collate(regularise(witnesses, rules)),
        0,
        createClassifier({ language: 'en' }),
      ).filter((part) => 'entry' in part);
    expect(entries([])).toHaveLength(1);
    expect(entries([{ read: '—', as: '--' }])).toEqual([]);
  });

  test('a rule in another form is refused by name', () => {
    expect(() => parseJson('{"rules":[{"read":"a"}]}', 'rules.json', regularisationSchema)).toThrow(
      'rules.0.as',
    );
  });
});

test('TEI has ids that are valid and different for any sigla, and each witness word by word', async () => {
  const phrase = fc
    .array(fc.constantFrom('the', 'old', 'mill,', 'stood', 'by', '“so”', 'a', 'well-known', 'é'), {
      minLength: 2,
      maxLength: 10,
    })
    .map((words) => `Now ${words.join(' ')}.`);
  const names = fc.uniqueArray(
    fc.constantFrom('A²', '1', 'B*', 'B_', 'B', 'a b', 'α', '𝔓⁴⁶', 'xml', '-', 'A_b2_'),
    { minLength: 2, maxLength: 4 },
  );
  await fc.assert(
    fc.asyncProperty(
      names,
      fc.array(phrase, { minLength: 4, maxLength: 4 }),
      async (sigla, texts) => {
        const given = Object.fromEntries(
          sigla.map((siglum, k) => [
            siglum,
            `${['Anna', 'Bert', 'Carl', 'Dora'][k]} sat. ${texts[k]}`,
          ]),
        );
        const tei = writeCollation(
          collated(given),
          'tei',
          createClassifier({ language: 'en' }),
          'en',
        );
        const ids = [...tei.matchAll(/xml:id="([^"]*)"/g)].map(([, id]) => id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const id of ids) expect(id).toMatch(/^[\p{L}_][\p{L}\p{N}\p{M}._·-]*$/u);
        const pointers = [...tei.matchAll(/wit="([^"]*)"/g)].flatMap(([, wit]) => wit.split(' '));
        for (const pointer of pointers) expect(ids).toContain(pointer.slice(1));
        const { editions } = await readTei({ bytes: Buffer.from(tei), name: 'collation.xml' });
        const words = (text: string) => text.match(/[\p{L}-]+|\S/gu);
        expect(
          editions.map(({ segments }) => words(segments.map(({ text }) => text).join(' '))),
        ).toEqual(Object.values(given).map(words));
      },
    ),
    { numRuns: 60 },
  );
});
