import { describe, expect, test } from 'vitest';
import { readDocument } from '../../lib/formats/registry';

const read = async (name: string, content: string) =>
  (await readDocument({ name, bytes: new TextEncoder().encode(content) })).editions[0];
type Read = Awaited<ReturnType<typeof read>>;
const shape = ({ segments }: Read) => segments.map(({ kind, label, text }) => [kind, label, text]);
const reported = ({ warnings }: Read) => warnings.flatMap(({ omitted }) => omitted?.what ?? []);

describe('plain text', () => {
  test('words cut at a line’s end are whole; those with a hyphen of their own keep it', async () => {
    const edition = await read(
      'x.txt',
      'The harbour was a well-known place, and the fisher-\nmen of the far coast came to this well-\nknown place every autumn for the market.\n\nThen they left.\n',
    );
    expect(edition.segments[0].text).toBe(
      'The harbour was a well-known place, and the fishermen of the far coast came to this well-known place every autumn for the market.',
    );
    expect(reported(edition)).toEqual(['words cut at the end of a line, joined']);
  });

  test.each([
    ['dit-\nil', 'dit-il'],
    ['a-t-\nelle', 'a-t-elle'],
    ['peut-\nêtre', 'peut-être'],
    ['qu’est-\nce', 'qu’est-ce'],
    ['celui-\nci', 'celui-ci'],
    ['cette nuit-\nlà', 'cette nuit-là'],
    ['lui-\nmême', 'lui-même'],
    ['au-\ndessus', 'au-dessus'],
    ['mother-\nin-law', 'mother-in-law'],
    ['mother-in-\nlaw', 'mother-in-law'],
    ['vis-à-\nvis', 'vis-à-vis'],
    ['voi-\nlà', 'voilà'],
    ['mer-\nci', 'merci'],
    ['cou-\nleur', 'couleur'],
    ['pis-\nton', 'piston'],
    ['wohl-be-\nkannt', 'wohl-bekannt'],
    ['Dampf\u00ad\nSchiff', 'DampfSchiff'],
    ['der Ein-\nund Ausgang', 'der Ein- und Ausgang'],
    ['pre-\nand postwar', 'pre- and postwar'],
    ['Stun-\nde', 'Stunde'],
  ])('a hyphen at a line’s end: %j', async (written, whole) => {
    const edition = await read('x.txt', `One ${written} two.\n\nThe end.\n`);
    expect(edition.segments[0].text).toBe(`One ${whole} two.`);
  });

  test('a compound that stands elsewhere in a line keeps its hyphens', async () => {
    const edition = await read('x.txt', 'A merry-\ngo-round.\n\nThe merry-go-round stopped.\n');
    expect(edition.segments[0].text).toBe('A merry-go-round.');
  });

  const textsOf = async (source: string) =>
    (await read('x.txt', source)).segments.map(({ text }) => text);

  test('paragraphs whose first lines are set in are whole, though no blank line stands between them', async () => {
    const english =
      'The lamp had gone out before the boat came to the landing, and the\nboy called twice.\n  Nobody answered him, for the old man was asleep in the house above\nthe river.\n  When morning came they found the oars upon the sand, but the boat\nhad gone.\n';
    expect(await textsOf(english)).toEqual([
      'The lamp had gone out before the boat came to the landing, and the boy called twice.',
      'Nobody answered him, for the old man was asleep in the house above the river.',
      'When morning came they found the oars upon the sand, but the boat had gone.',
    ]);
    // Where a blank line stands between chapters alone, the same.
    expect(await textsOf(`ONE\n\n${english}`)).toHaveLength(4);
    const chinese =
      '　　那天傍晚，江上起了大霧，老人點起燈來，站在船\n頭等着過江的人，等了許久也不見一個，便把船繫在岸\n邊的柳樹下，回到屋裏去了，睡着了。\n　　孩子卻沒有睡。\n　　他聽見遠處有人喊船，便提着燈走到江邊，只見霧\n中立着一個人，望着對岸的山，很久也沒有說一句話。\n';
    expect(await textsOf(chinese)).toHaveLength(3);
  });

  test('verse with every second line set in stays verse', async () => {
    const edition = await read(
      'x.txt',
      'The river runs below the town,\n    And nobody has seen it turn,\nThe boats go up, the boats go down,\n    And in the west the lanterns burn,\nThe old men sit upon the wall,\n    And tell of ships that came in fall.\n',
    );
    expect(edition.segments).toHaveLength(6);
  });

  test('the heading of a chapter does not run together with the words after it', async () => {
    expect(await textsOf('第一章\n他走了。\n\n第二回 風雪\n她來了。\n他們\n走了。\n')).toEqual([
      '第一章',
      '他走了。',
      '第二回 風雪',
      '她來了。他們走了。',
    ]);
    expect(
      await textsOf(
        'Of the sea.\nChapter 2. Of the\nPart III\nof it.\n\nCHAPTER I.\nHe had gone to\nsee Part II\nof the play.\n\nPart of the\nway he ran.\n',
      ),
    ).toEqual([
      'Of the sea.',
      'Chapter 2. Of the',
      'Part III',
      'of it.',
      'CHAPTER I.',
      'He had gone to see Part II of the play.',
      'Part of the way he ran.',
    ]);
  });

  const wrapped =
    'There was nobody in the great hall of the old castle that night, she\nanswered with a smile, and nobody would come any more, because perhaps\nthe snow had already closed all the roads of this lost country; but is\nthat not, he asked once again, what you wished to hear from me?';
  test('one paragraph whose lines a program has wrapped is one', async () => {
    expect(await textsOf(`${wrapped}\n`)).toEqual([wrapped.replaceAll('\n', ' ')]);
    expect(await textsOf(`Chapter 1\n${wrapped}\n`)).toEqual([
      'Chapter 1',
      wrapped.replaceAll('\n', ' '),
    ]);
  });

  test.each([
    // A sentence a line, names and lists, verse.
    'There was nobody in the great hall of the old castle that night at all.\nNobody would come any more, because perhaps the snow had closed the way.\nThe end.',
    'the snow on the roads\nthe castle on the hill above the river and its boats\nnobody at all',
    '窗前明月光疑是地上霜窗前明月光疑是地上霜窗前明月光疑是地上霜窗前明月光疑是地上霜\n舉頭望明月\n低頭思故鄉',
  ])('other lines are a paragraph each: %j', async (source) => {
    expect(await textsOf(source)).toEqual(source.split('\n'));
  });

  test('a line of the contents is not taken for the head of a page before one whose number has a sign', async () => {
    const edition = await read(
      'x.txt',
      'I. THE RIVER     1\n\nII. THE BOAT     12\n\n\nTHE RIVER\n\n\nThe river was high.\n\n[Pg 13]\n\nThe boat came.\n',
    );
    expect(edition.segments.map(({ text }) => text.replace(/ +/g, ' '))).toEqual([
      'I. THE RIVER 1',
      'II. THE BOAT 12',
      'THE RIVER',
      'The river was high.',
      'The boat came.',
    ]);
  });

  test('page numbers and running heads are page marks; a paragraph goes on over them', async () => {
    const edition = await read(
      'x.txt',
      'A TALE OF ICE    4\n\nThe boat went on and\n\n- 5 -\n\nA TALE OF ICE    6\n\ncame to the bay.\n\nNight fell.\n',
    );
    expect(edition.segments.map(({ text }) => text)).toEqual([
      'The boat went on and came to the bay.',
      'Night fell.',
    ]);
    expect(reported(edition)).toEqual(['page numbers and running heads, as page marks']);
  });

  test.each([
    [
      'heads that come once count on from page to page',
      'THE LAMP                      7\n\nThe keeper went up the\nstair every night without\n                8         PART ONE\n\na lamp. He saw\nnothing, and nobody\ncame. The wind\nblew hard over the\nTHE LAMP                   9\n\nsand.',
      'The keeper went up the stair every night without a lamp. He saw nothing, and nobody came. The wind blew hard over the sand.',
      ['7', '8', '9'],
    ],
    [
      'numbers alone that come within sentences are pages',
      'The keeper went up the\n\n12\n\nstair. He saw the\n\n13\n\nsea.',
      'The keeper went up the stair. He saw the sea.',
      ['12', '13'],
    ],
    [
      'what form feeds end are pages',
      '\fTHE LAMP\nThe keeper went up the\n\n3\n\fTHE LAMP\nstair. He saw the\n\n4\n\fTHE LAMP\nsea.',
      'The keeper went up the stair. He saw the sea.',
      ['3', '4'],
    ],
    [
      'pages are marked within lines',
      'The keeper went [Pg 4] up the st[Pg 5]air.\n\nOn.',
      'The keeper went up the stair. On.',
      ['4', '5'],
    ],
  ])('page furniture: %s', async (_, source, words, pages) => {
    const { segments, warnings } = await read('x.txt', source);
    expect(segments.map(({ text }) => text).join(' ')).toBe(words);
    const marks = segments.flatMap(({ spans }) => spans.filter(({ kind }) => kind === 'page'));
    expect(marks.map(({ target }) => target)).toEqual(pages);
    expect(warnings.map(({ message }) => message).join()).toContain('page marks');
  });

  test.each([
    'One goes.\n\n1\n\nThe boat came.\n\n2\n\nIt left.\n\n3\n\nThe end.',
    'Parts\n\nThe boat       1\nThe river      2\nThe ferry      3\n\nOn.',
    'Wheat   1914\nRye     1915\n\nOn.',
  ])('numbers of sections, contents and tables stay: %j', async (source) => {
    const { segments } = await read('x.txt', source);
    const said = segments.map(({ label = '', text }) => `${label} ${text}`).join(' ');
    expect(said.match(/[\p{L}\d]+/gu)).toEqual(source.match(/[\p{L}\d]+/gu));
  });

  test('short ragged lines are verse, wrapped ones are prose', async () => {
    const edition = await read(
      'x.txt',
      '  The gull went over,\n  The tide went out,\n  And nobody called.\n\nIt was a long winter in that country and the people\nof the coast had little wood to burn and less bread.\n',
    );
    expect(edition.segments.map(({ kind }) => kind)).toEqual([
      'verse',
      'verse',
      'verse',
      'paragraph',
    ]);
  });

  test('the header of Project Gutenberg is metadata, its licence is reported', async () => {
    const edition = await read(
      'x.txt',
      'The Project Gutenberg eBook of Ice\n\nTitle: Ice\n\nAuthor: Ann Rook\n        Pia Dorn\n\nTranslator: Bo Lind\n\nLanguage: German\n\nOriginal publication: Riga: Hart, 1781\n\n*** START OF THE PROJECT GUTENBERG EBOOK ICE ***\n\nProduced by Al\nand others\n\nEs _schneit_.[1] Der snake_case_name =bleibt=.\n\n[Footnote 1: _Sehr_ viel.]\n\nEnde[7].\n\n*** END OF THE PROJECT GUTENBERG EBOOK ICE ***\n\nLicence here.\n',
    );
    expect(edition).toMatchObject({
      title: 'Ice',
      author: 'Ann Rook, Pia Dorn',
      translator: 'Bo Lind',
      date: '1781',
      source: 'Riga: Hart, 1781',
      language: 'de',
    });
    expect(shape(edition)).toEqual([
      ['paragraph', undefined, 'Es schneit. Der snake_case_name bleibt.'],
      ['footnote', '1', 'Sehr viel.'],
      ['paragraph', undefined, 'Ende[7].'],
    ]);
    expect(edition.segments[0].spans).toEqual([
      { kind: 'emphasis', start: 3, end: 10 },
      { kind: 'note', start: 11, end: 11, target: '1' },
      { kind: 'strong', start: 32, end: 38 },
    ]);
    expect(reported(edition)).toEqual([
      'the header of Project Gutenberg',
      'credits',
      'the licence of Project Gutenberg',
    ]);
  });

  test('Aozora Bunko: ruby, headings, what its signs say', async () => {
    const edition = await read(
      'x.txt',
      '氷の道\n森野花子\n\n［＃大見出し］一［＃大見出し終わり］\n　夜の｜白い湖《みずうみ》は静か。\n\n底本：「氷」\n',
    );
    expect(edition).toMatchObject({ language: 'ja', title: '氷の道', author: '森野花子' });
    expect(shape(edition)).toEqual([
      ['heading', undefined, '一'],
      ['paragraph', undefined, '夜の白い湖は静か。'],
    ]);
    expect(edition.segments[1].spans).toMatchObject([{ kind: 'ruby', target: 'みずうみ' }]);
    expect(reported(edition)).toEqual(['the colophon']);
  });
});

test('bilara and Sefaria: keys and numbers are labels', async () => {
  const bilara = await read(
    'mn1_translation-en-ann.json',
    '{"mn1:0.1": "A head ", "mn1:1.1": "The <i>first</i>. ", "mn1:1.2": "The second. "}',
  );
  expect(bilara).toMatchObject({ language: 'en', translator: 'ann' });
  expect(shape(bilara)).toEqual([
    ['heading', 'mn1:0.1', 'A head'],
    ['paragraph', 'mn1:1.1', 'The first.'],
    ['paragraph', 'mn1:1.2', 'The second.'],
  ]);
  const sefaria = await read(
    'x.json',
    '{"title": "A Book", "language": "en", "text": [["One.", "", "Three."], ["Four."]]}',
  );
  expect(shape(sefaria)).toEqual([
    ['heading', undefined, '1'],
    ['paragraph', '1:1', 'One.'],
    ['paragraph', '1:3', 'Three.'],
    ['heading', undefined, '2'],
    ['paragraph', '2:1', 'Four.'],
  ]);
});

describe('versions of a text of Sefaria', () => {
  const whole = async (value: unknown, asOne = false) =>
    readDocument({ name: 'x.json', bytes: Buffer.from(JSON.stringify(value)), asOne });
  const shown = async (value: unknown) => {
    const { editions, rows } = await whole(value);
    return [
      ...editions.map((each) => [each.siglum, each.language, ...shape(each).map(String)]),
      rows,
    ];
  };

  test('an export with its Hebrew is two editions, or one and a report', async () => {
    const value = { title: 'A Book', text: [['One.', 'Two.']], he: [['אחת', '', 'שלוש']] };
    expect(await shown(value)).toEqual([
      ['en', 'en', 'heading,,1', 'paragraph,1:1,One.', 'paragraph,1:2,Two.'],
      ['he', 'he', 'heading,,1', 'paragraph,1:1,אחת', 'paragraph,1:3,שלוש'],
      [
        [[0], [0]],
        [[1], [1]],
        [[2], []],
        [[], [2]],
      ],
    ]);
    const { editions } = await whole(value, true);
    expect(editions.map(reported)).toEqual([['other versions']]);
    expect(editions[0].warnings[0].message).toContain('אחת שלוש');
  });

  test('an answer of the API has the numbers of its place', async () => {
    const value = { ref: 'Genesis 2:3-4', sections: [2, 3], text: ['One.', 'Two.'], he: [] };
    expect(await shown({ ...value, textDepth: 2 })).toEqual([
      [undefined, 'en', 'paragraph,2:3,One.', 'paragraph,2:4,Two.'],
      undefined,
    ]);
    const [en, he] = [
      { language: 'en', text: 'One <b>by</b> one.' },
      { language: 'he', text: 'אחת' },
    ];
    expect(await shown({ ref: 'Berakhot 2a:5', sections: ['2a', 5], versions: [he, en] })).toEqual([
      ['he', 'he', 'paragraph,2a:5,אחת'],
      ['en', 'en', 'paragraph,2a:5,One by one.'],
      [[[0], [0]]],
    ]);
  });

  test('a note ends where its own italics do not', async () => {
    const { editions } = await whole({
      title: 'A Book',
      text: ['God<sup>*</sup><i class="footnote">Or <i>gods</i> in some.</i> said.'],
    });
    expect(shape(editions[0])).toEqual([['paragraph', '1', 'God said.']]);
    expect(editions[0].warnings[0].message).toContain('“Or gods in some.”');
  });
});

test('a note of Project Gutenberg may have several paragraphs, and verse', async () => {
  const body = `The prose has a note here[1] and so on
until the end of it.

[Footnote 1: The first [bracketed]
words of it.

With _more_ below.]

And another[2] goes on, and a third[B].

[Footnote 2:

  Verse line one in note,
  Verse line two in note.
]

[Footnote B: Line of a poem,
  And another of it.]

[Footnote 9: This has no end.

And this is text.
`;
  const edition = await read(
    'x.txt',
    `*** START OF THE PROJECT GUTENBERG EBOOK X ***\n\n${body}\n*** END OF THE PROJECT GUTENBERG EBOOK X ***\n`,
  );
  expect(shape(edition)).toEqual([
    ['paragraph', undefined, 'The prose has a note here and so on until the end of it.'],
    ['footnote', '1', 'The first [bracketed] words of it.'],
    ['footnote', undefined, 'With more below.'],
    ['paragraph', undefined, 'And another goes on, and a third.'],
    ['footnote', '2', 'Verse line one in note,'],
    ['footnote', undefined, 'Verse line two in note.'],
    ['footnote', 'B', 'Line of a poem, And another of it.'],
    ['paragraph', undefined, '[Footnote 9: This has no end.'],
    ['paragraph', undefined, 'And this is text.'],
  ]);
  const notes = edition.segments.flatMap(({ spans }) =>
    spans.filter(({ kind }) => kind === 'note'),
  );
  expect(notes.map(({ target }) => target)).toEqual(['1', '2', 'B']);
});

describe('Chinese and Japanese without blank lines', () => {
  const wrapped = (paragraphs: string[], width: number, indent = '') =>
    paragraphs
      .map((text) => (indent + text).match(new RegExp(`.{1,${width}}`, 'gu'))?.join('\n'))
      .join('\n');
  const long =
    '那一年的秋天来得特别早院子里的梧桐叶子还没有黄透就被一夜的风雨打落了大半，老人站在门口看着满地的落叶，半天没有说话，只是轻轻叹了一口气。';
  const other =
    '吾輩は猫である。名前はまだ無い。どこで生れたかとんと見当がつかぬ。何でも薄暗いじめじめした所でニャーニャー泣いていた事だけは記憶している。';

  test.each([
    ['by shorter lines', [long, '“好。”他说。', other], ''],
    ['by indents', [long, '“好。”他说。', other, long], '\u3000\u3000'],
  ])('lines of one width are joined, %s', async (_, paragraphs, indent) => {
    const edition = await read('x.txt', wrapped(paragraphs, 26, indent));
    expect(edition.segments.map(({ text }) => text)).toEqual(paragraphs);
    expect(reported(edition)).toEqual(['lines of one width, joined to paragraphs']);
  });

  test.each([
    ['verse', '床前明月光疑是地上霜举头望明月低头思故乡，\n'.repeat(4)],
    ['a list', '第一个名字很长很长很长很长很长很长很长很长的人\n王五\n李四与张三\n赵六\n'],
    ['paragraphs', `${long}\n${other}\n好。\n他说了一句没有人听见的话，然后走了。\n`],
  ])('the lines of %s stay', async (_, text) => {
    const edition = await read('x.txt', text);
    expect(edition.segments.map((each) => each.text)).toEqual(text.trim().split('\n'));
  });

  test('a line that is not full ends a paragraph, though blank lines part chapters', async () => {
    const edition = await read(
      'x.txt',
      `第一章\n\n${wrapped([long, '“好。”他说。', other], 26)}\n`,
    );
    expect(edition.segments.map(({ text }) => text)).toEqual([
      '第一章',
      long,
      '“好。”他说。',
      other,
    ]);
  });

  test('a line that is set in begins a paragraph, though blank lines part chapters', async () => {
    const edition = await read('x.txt', `第一章\n\n\u3000\u3000${long}\n\u3000\u3000${other}\n`);
    expect(edition.segments.map(({ text }) => text)).toEqual(['第一章', long, other]);
  });
});

describe('a verse in each line, after its number', () => {
  test.each([
    ['1|1|A boat came\n1|2|and went\n2|1|Far off\n', ['1:1', '1:2', '2:1']],
    ['Own|1|1|A boat came\nOwn|1|2|and went\nOwn|2|1|Far off\n', ['Own 1:1', 'Own 1:2', 'Own 2:1']],
    [
      '1 Own 1:1\tA boat came\n1 Own 1:2\tand went\n1 Own 2:1\tFar off\n',
      ['1 Own 1:1', '1 Own 1:2', '1 Own 2:1'],
    ],
  ])('%j', async (source, labels) => {
    const edition = await read('x.txt', `${source}\n# Made by hand\n`);
    expect(shape(edition)).toEqual(
      ['A boat came', 'and went', 'Far off'].map((text, k) => ['verse', labels[k], text]),
    );
    expect(edition.warnings.map(({ message }) => message)).toEqual([
      'not kept: remarks (1): “# Made by hand”',
    ]);
  });

  test('titles that stand in each line are reported', async () => {
    const edition = await read(
      'x.txt',
      '《舟》\n\n1\t序:\t水深。\n\n2\t序:\t舟行。\n\n3\t序:\t夜渡。\n\n4\t序:\t月落。\n',
    );
    expect(shape(edition)).toEqual([
      ['paragraph', undefined, '《舟》'],
      ['verse', '1', '水深。'],
      ['verse', '2', '舟行。'],
      ['verse', '3', '夜渡。'],
      ['verse', '4', '月落。'],
    ]);
    expect(reported(edition)).toEqual(['titles before each verse']);
  });

  test('two lines of numbers in a text are its words', async () => {
    const edition = await read(
      'x.txt',
      'The table says:\n\n1|1|a\n1|2|b\n\nSo it was, they said.\n',
    );
    expect(edition.segments[0].text).toBe('The table says:');
    expect(edition.segments.map(({ text }) => text).join(' ')).toContain('1|1|a');
  });
});
