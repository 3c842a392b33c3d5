import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { readDocument } from '../../lib/formats/registry';
import { omitted } from '../reading';

const read = (name: string, content: string | Uint8Array) =>
  readDocument({
    name,
    bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
  });
const columns = ({ editions }: Awaited<ReturnType<typeof read>>) =>
  editions.map(({ siglum, language, segments }) => [
    siglum,
    language,
    segments.map(({ label, text }) => (label ? `${label} ${text}` : text)),
  ]);

describe('a table of editions', () => {
  test('columns of ids give labels, those of numbers and remarks are reported', async () => {
    const document = await read(
      'x.csv',
      'No.,Key,en,de,Length,Comments\n1,a.b,It rains.,Es regnet.,9,\n2,a.c,It stops.,Es hört auf.,10,good\n',
    );
    expect(columns(document)).toEqual([
      ['en', 'en', ['1 It rains.', '2 It stops.']],
      ['de', 'de', ['1 Es regnet.', '2 Es hört auf.']],
    ]);
    expect(document.editions[0].warnings.flatMap(({ omitted }) => omitted?.what ?? [])).toEqual([
      'columns of numbers, as labels',
      'columns of numbers',
      'columns of remarks',
    ]);
  });

  test('a first row that is like the others names nothing', async () => {
    const tatoeba = await read(
      'x.tsv',
      '7\teng\tThe boat came late.\t9\tdeu\tDas Boot kam spät.\n8\teng\tStop!\t11\tdeu\tHalt!\n',
    );
    expect(columns(tatoeba)).toEqual([
      ['eng', 'en', ['7 The boat came late.', '8 Stop!']],
      ['deu', 'de', ['7 Das Boot kam spät.', '8 Halt!']],
    ]);
    expect(omitted(tatoeba.editions[0])).toMatchObject({
      'columns of codes of languages': ['eng eng', 'deu deu'],
      'columns of numbers': ['9 11'],
    });
    const cards = await read('x.tsv', 'Go.\tGeh.\tby #1 (ann)\nRun!\tLauf!\tby #2 (bob)\n');
    expect(columns(cards).map(([, , texts]) => texts)).toEqual([
      ['Go.', 'Run!'],
      ['Geh.', 'Lauf!'],
      ['by #1 (ann)', 'by #2 (bob)'],
    ]);
    const headed = await read('x.csv', 'No.,Text (dt.)\n1,Das Boot.\n2,Es kam.\n');
    expect(columns(headed).map(([, , texts]) => texts)).toEqual([['1 Das Boot.', '2 Es kam.']]);
  });

  test('columns are in the languages that their heads name, or columns of codes', async () => {
    expect(
      columns(await read('x.csv', 'English,Deutsch,中文\nIt rains.,Es regnet.,下雨了。\n')),
    ).toEqual([
      ['English', 'en', ['It rains.']],
      ['Deutsch', 'de', ['Es regnet.']],
      ['中文', 'zh', ['下雨了。']],
    ]);
    const heads = [
      'Englisch',
      'English (UK)',
      'Text (französisch)',
      'German (en)',
      'Chinese Simplified',
    ];
    const { editions } = await read('x.csv', `${heads.join(',')}\na b,c d,e f,g h,i j\n`);
    expect(editions.map(({ siglum, language }) => [siglum, language])).toEqual([
      ['Englisch', 'en'],
      ['English-UK', 'en'],
      ['Text', 'fr'],
      ['German', 'en'],
      ['Chinese-Simplified', 'zh-Hans'],
    ]);
    const coded = await read(
      'x.csv',
      'source_lang,target_lang,source_text,target_text\nen,de,It rains.,Es regnet.\nen,de,Stop,Halt\n',
    );
    expect(columns(coded)).toEqual([
      ['source_text', 'en', ['It rains.', 'Stop']],
      ['target_text', 'de', ['Es regnet.', 'Halt']],
    ]);
  });

  test('numbers of paragraphs are labels, and addresses of any kind no texts', async () => {
    const numbered = await read(
      'x.csv',
      'chapter,paragraph,A,link\n2,1,It rains.,rc://a/b\n2,2,Stop,rc://a/c\n',
    );
    expect(columns(numbered).map(([, , texts]) => texts)).toEqual([['2:1 It rains.', '2:2 Stop']]);
    expect(omitted(numbered.editions[0])['columns of addresses']).toEqual([
      'link rc://a/b rc://a/c',
    ]);
  });

  test('a quotation mark that is not closed is reported by the row where it opens', async () => {
    for (const [source, opens, found] of [
      ['A,B\none,eins\n"two,zwei\nthree,drei\nfour,vier\n', 3, 5],
      // Cells further on that are enclosed close what was not theirs.
      ['A,B\none,eins\n"two,zwei\nthree,"drei, vier"\nfive,sechs\n', 3, 4],
      ['"A","B"\n"one","eins"\n"two","zwei\n"three","drei"\n"four","vier"\n', 3, 4],
      ['sep=;\r\nA;B\r\n"one\r\n\r\nmore";eins\r\n\r\n"two;zwei\r\n"three";drei\r\n', 7, 8],
    ] as const) {
      await expect(read('x.csv', source)).rejects.toMatchObject({
        line: opens,
        message: expect.stringContaining(
          `opens in the row of line ${opens}, and is not closed by line ${found}`,
        ),
      });
    }
  });
  test('spaces around enclosed cells, and quotation marks that enclose none, lose no words', async () => {
    const spaced = await read(
      'x.csv',
      'en,de\n"It rains, now", "Es regnet" ,\n"It stops.", "Stopp, ja"\n',
    );
    expect(columns(spaced)).toEqual([
      ['en', 'en', ['It rains, now', 'It stops.']],
      ['de', 'de', ['Es regnet', 'Stopp, ja']],
    ]);
    for (const [name, source, en, de] of [
      ['x.tsv', 'en\tde\nIt "rains"\tEs "regnet"\n"Stop\tHalt"\n', 'It "rains"', 'Es "regnet"'],
      ['x.tsv', 'en\tde\n"Rain\tEs "regnet"\nStop"\tHalt\n', '"Rain', 'Es "regnet"'],
      ['x.csv', 'en,de\nIt "rains" here,Es regnet\nStop,Halt\n', 'It "rains" here', 'Es regnet'],
    ]) {
      const document = await read(name, source);
      expect(document.editions.map(({ segments }) => segments[0].text)).toEqual([en, de]);
      expect(document.editions[0].warnings.map(({ message }) => message)).toContain(
        'quotation marks that do not enclose whole cells were read as parts of the text',
      );
    }
    const several = await read('x.tsv', 'en\tde\n"It ""rains""\nhere"\tEs regnet\n');
    expect(columns(several)).toEqual([
      ['en', 'en', ['It "rains"\nhere']],
      ['de', 'de', ['Es regnet']],
    ]);
  });

  test('a column called id that holds sentences is Indonesian', async () => {
    expect(columns(await read('x.csv', 'id,en\nIni rumah.,A house.\nItu air.,Water.\n'))).toEqual([
      ['id', 'id', ['Ini rumah.', 'Itu air.']],
      ['en', 'en', ['A house.', 'Water.']],
    ]);
  });

  test('Excel’s line of the separator; tags in capitals; columns that differ in capitals', async () => {
    expect(columns(await read('x.csv', 'sep=;\r\nen-us;EN-US\r\nOne, two;Three\r\n'))).toEqual([
      ['en-us', 'en-US', ['One, two']],
      ['EN-US-2', 'en-US', ['Three']],
    ]);
  });

  test.each([
    [
      'Windows-1251',
      '656e2c72750a5261696e2cc2f1fe20edeef7fc20f8e5eb20f1e8ebfcedfbe920e4eee6e4fc2e0a536e6f772cd3f2f0eeec20e220e3eef0eee4e520e2fbefe0eb20f1ede5e32e0a',
      /сильный дождь/,
    ],
    [
      'GB18030',
      '656e2c7a680a5261696e2cd7f2cceccdedc9cfcfc2c1cbbadcb4f3b5c4d3eaa3acbad3cbaed5c7b5c3badcb8dfa1a30a536e6f772cbdf1ccecd4e7c9cfb3c7c0efcfc2d1a9c1cba1a30a',
      /很大的雨/,
    ],
  ])('in %s is decoded as a text is, and that is reported', async (_, hex, expected) => {
    const { editions } = await read('x.csv', Buffer.from(hex, 'hex'));
    expect(editions[1].segments[0].text).toMatch(expected);
    expect(editions[0].warnings[0].message).toMatch(/guessed from its bytes/);
  });

  test('a table of numbers alone has no text', async () => {
    await expect(read('x.csv', 'year,rain\n1901,23.4\n1902,33.1\n')).rejects.toThrow(
      'no rows of text',
    );
  });

  test('those who speak are not an edition', async () => {
    const document = await read('x.tsv', 'Speaker\ten\tde\nAnna\tIt rains.\tEs regnet.\n');
    expect(columns(document).map(([siglum]) => siglum)).toEqual(['en', 'de']);
    expect(omitted(document.editions[0])).toEqual({ 'columns of speakers': ['Speaker Anna'] });
  });

  test.each(['notes.txt', 'notes.tsv'])(
    'the head of a file of Anki’s notes names its columns: %s',
    async (name) => {
      const document = await read(
        name,
        '#separator:tab\n#html:true\n#notetype column:1\n#tags column:4\nBasic\tIl <b>pleut</b> ici.\tIt rains here.\tone\nBasic\tIl ne pleut plus.\tIt stopped.\t\n',
      );
      expect(columns(document).map(([, , texts]) => texts)).toEqual([
        ['Il pleut ici.', 'Il ne pleut plus.'],
        ['It rains here.', 'It stopped.'],
      ]);
      expect(omitted(document.editions[0])).toEqual({
        'marks of HTML': [],
        'columns of remarks': ['notetype Basic Basic', 'tags one'],
      });
    },
  );

  test('cells without a head are reported', async () => {
    const { editions } = await read('x.csv', 'A,B\none,two,three\n');
    expect(editions[0].warnings[0].omitted?.words).toEqual([{ line: 2, text: 'three' }]);
  });
});

test('TMX: notes, properties and variants without a segment are reported; tags by their meaning', async () => {
  const document = await read(
    'x.tmx',
    `<tmx version="1.4"><header srclang="EN"/><body>
    <tu><note>Ask her</note><prop type="x-page">9</prop><tuv xml:lang="en"><seg>Rain.</seg></tuv><tuv xml:lang="ZH-hans"><seg>雨。</seg></tuv></tu>
    <tu><tuv xml:lang="EN"><seg>Snow.</seg></tuv><tuv xml:lang="zh-Hans">雪</tuv></tu></body></tmx>`,
  );
  expect(columns(document)).toEqual([
    ['en', 'en', ['Rain.', 'Snow.']],
    ['zh-Hans', 'zh-Hans', ['雨。']],
  ]);
  expect(document.editions[0].warnings.map(({ message }) => message)).toEqual([
    'not kept: notes of the translators (1): “Ask her”',
    'not kept: properties (1): “9”',
    'not kept: variants without a segment (1): “雪”',
  ]);
});

test('a table may begin after empty rows and columns, and what a workbook has beside cells is reported', async () => {
  const cell = (value: string) => ({ type: String, value });
  const sheet = await writeXlsxFile(
    [
      [null, null],
      [null, cell('en'), cell('de')],
      [null, cell('It rains.'), cell('Es regnet.')],
    ],
    {},
  ).toBuffer();
  const bytes = zipSync({
    ...unzipSync(sheet),
    'xl/comments1.xml': strToU8(
      '<comments><commentList><comment ref="B2"><text><t>Is it &amp; so?</t></text></comment></commentList></comments>',
    ),
  });
  for (const [name, content, whats] of [
    ['x.xlsx', bytes, ['comments']],
    ['x.csv', ',,\n,en,de\n,It rains.,Es regnet.\n', []],
  ] as const) {
    const document = await read(name, content);
    expect(columns(document)).toEqual([
      ['en', 'en', ['It rains.']],
      ['de', 'de', ['Es regnet.']],
    ]);
    expect(document.editions[0].warnings.map(({ omitted }) => omitted?.what)).toEqual(whats);
  }
});
