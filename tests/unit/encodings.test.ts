import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../lib/formats/registry';
import { offeredEncodings } from '../../lib/formats/text/offered-encodings';
import { understand } from '../../lib/works/understand';
import { read, textsOf } from '../reading';

const textOf = async (text: string, encoding: string, name = 'x.txt') =>
  (await read(name, new Uint8Array(iconv.encode(text, encoding)))).segments
    .map((segment) => segment.text)
    .join('\n');

const lines = {
  danish: 'Færgen gik først, og båden lå stille på åen hele dagen; kun måger fløj over vandet.',
  french: 'Le bac était passé à l’aube : « où êtes-vous ? » dit-il, déçu.',
  german: 'Die Fähre fuhr früh über den Fluß, und die Möwen hörten auf zu schreien.',
  polish: 'Łódź płynęła cicho, a później wszyscy wrócili do domu przez wąską ścieżkę.',
  czech: 'Přívoz odplul za úsvitu a nikdo ho neviděl; jen rackové křičeli nad řekou.',
  russian: 'Паром ушёл на рассвете. Никто его не видел, только чайки кричали над рекой.',
  bulgarian: 'Корабът тръгна рано. Никой не го видя, а чайките летяха над реката.',
  ukrainian: 'Пором відійшов на світанку, і ніхто його не бачив, лише чайки літали над річкою.',
  greek: 'Το πλοίο έφυγε την αυγή και κανείς δεν το είδε, μόνο οι γλάροι πετούσαν.',
  hebrew: 'הסירה יצאה עם שחר ואיש לא ראה אותה, רק השחפים צעקו מעל המים.',
  chinese: '渡船天亮时离开了，没有人看见它。',
  korean: '나룻배는 새벽에 떠났고 아무도 그것을 보지 못했다.',
  japanese: '渡し船は夜明けに出た。だれも見なかった。',
  latvian: 'Kuģis aizgāja rītausmā, un neviens to neredzēja; kaijas skaļi ķērca šurp pār ūdeni.',
};

describe('a text is read in the encoding that it is in', () => {
  test.each([
    ['danish', 'cp850'],
    ['danish', 'windows-1252'],
    ['french', 'cp850'],
    ['french', 'macintosh'],
    ['german', 'cp437'],
    ['german', 'windows-1252'],
    ['polish', 'windows-1250'],
    ['polish', 'iso-8859-2'],
    ['polish', 'cp852'],
    ['polish', 'maccenteuro'],
    ['czech', 'maccenteuro'],
    ['czech', 'windows-1250'],
    ['russian', 'windows-1251'],
    ['russian', 'koi8-r'],
    ['russian', 'cp866'],
    ['bulgarian', 'maccyrillic'],
    ['bulgarian', 'windows-1251'],
    ['ukrainian', 'koi8-u'],
    ['greek', 'windows-1253'],
    ['greek', 'cp737'],
    ['hebrew', 'windows-1255'],
    ['chinese', 'gb18030'],
    ['korean', 'euc-kr'],
    ['japanese', 'shift_jis'],
    ['japanese', 'euc-jp'],
    ['latvian', 'windows-1257'],
  ] as const)('%s in %s', async (language, encoding) => {
    // Apostrophes of print, which DOS has not.
    const text = /^cp/.test(encoding) ? lines[language].replace('’', "'") : lines[language];
    expect(await textOf(text, encoding)).toBe(text);
  });

  test('of DOS with frames, or with signs between its letters', async () => {
    const framed = `╔${'═'.repeat(9)}╗\n║ The boat ║\n╚${'═'.repeat(9)}╝\n\nIt came late.\n`;
    expect(await textOf(framed, 'cp437')).toContain('║ The boat ║');
    const priced = 'The fare was £5½ a head, at 20°C in the shade.';
    expect(await textOf(priced, 'cp437')).toBe(priced);
    expect(await textOf(priced, 'cp850')).toBe(priced);
  });

  test('of the Macintosh where only its dashes and apostrophes tell', async () => {
    for (const text of ['The boat – an old one – came late.', 'Well — so it goes.', 'It’s late.']) {
      expect(await textOf(text, 'macintosh')).toBe(text);
    }
  });

  test('in a table of single words', async () => {
    const cells = 'zh,fr\n渡船来得很晚,le bac arriva\n没有人看见,personne ne vit\n';
    const bytes = new Uint8Array(iconv.encode(cells, 'gb18030'));
    expect((await read('x.csv', bytes)).segments.map(({ text }) => text)).toEqual([
      '渡船来得很晚',
      '没有人看见',
    ]);
  });

  test('also a long one, wherever its beginning is cut', async () => {
    const long = `${`${lines.chinese}\n\n`.repeat(9000)}`;
    expect((await textOf(`a${long}`, 'gb18030')).startsWith(`a${lines.chinese}\n`)).toBe(true);
    const unbroken = lines.chinese.replace(/[，。]/g, '').repeat(11_000);
    expect((await textOf(unbroken.slice(0, 200_000), 'gb18030')).slice(0, 4)).toBe('渡船天亮');
  });
});

describe('plain text in the encodings people have', () => {
  const chinese = '（一）我于十六日到达莫斯科，晚上十时同斯大林会谈两个小时。他的态度确实诚恳。';
  const traditional = '關於條約問題，斯大林說，由於雅爾塔協定，不宜推翻舊中蘇條約的合法性。';
  const gb = Buffer.from(
    'a3a8d2bba3a9ced2d3dacaaec1f9c8d5b5bdb4efc4aacbb9bfc6a3accdedc9cfcaaecab1cdaccbb9b4f3c1d6bbe1ccb8c1bdb8f6d0a1cab1a1a3cbfbb5c4ccacb6c8c8b7cab5b3cfbfd2a1a3',
    'hex',
  );
  const big5 = Buffer.from(
    'c3f6a9f3b1f8acf9b0ddc344a141b4b5a44aaa4cbba1a141a5d1a9f3b6aeba73b6f0a8f3a977a141a4a3a979b1c0c2bdc2c2a4a4c4acb1f8acf9aabaa658aa6ba9caa143',
    'hex',
  );

  test.each([
    ['UTF-16LE with a mark', Buffer.from(`\uFEFF${chinese}`, 'utf16le'), /诚恳/],
    ['UTF-16BE with a mark', Buffer.from(`\uFEFF${chinese}`, 'utf16le').swap16(), /诚恳/],
    ['UTF-16LE without', Buffer.from('A plain line.\n\nAnother.', 'utf16le'), /A plain line/],
    ['GB18030', gb, /莫斯科.*诚恳/],
    ['Big5', big5, /雅爾塔|舊中蘇條約/],
    [
      'Windows-1252',
      Buffer.from('Le café était fermé; il s’en alla.'.replace('’', "'"), 'latin1'),
      /café était/,
    ],
    [
      'Windows-1251',
      Buffer.from(
        'd2eee2e0f0e8f920d1f2e0ebe8ed20f1eae0e7e0ebe83a20ece820f1eee3ebe0f1ede02e',
        'hex',
      ),
      /Товари/,
    ],
  ])('%s', async (_, bytes, expected) => {
    expect(textsOf(await read('text.txt', bytes)).join('\n')).toMatch(expected);
  });

  const words = 'It\u0092s \u0093so\u0094 \u0096 \u0080 5, c\u009cur.';
  test.each([
    [
      'page.html',
      `<html><head><meta charset="windows-1252"></head><body><p>${words}</p></body></html>`,
    ],
    [
      'page.html',
      `<html><head><meta charset="iso-8859-1"></head><body><p>${words}</p></body></html>`,
    ],
    ['text.txt', `${words}\n`],
    [
      'text.xml',
      `<?xml version="1.0" encoding="windows-1252"?><TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>${words}</p></body></text></TEI>`,
    ],
  ])('Windows-1252 in %s has its quotation marks and dashes', async (name, source) => {
    expect(textsOf(await read(name, Buffer.from(source, 'latin1')))).toEqual([
      'It’s “so” – € 5, cœur.',
    ]);
  });
  test('a page that declares Latin-1 and is UTF-8 is read as UTF-8', async () => {
    const page =
      '<html><head><meta charset="iso-8859-1"></head><body><p>L’été à Paris</p></body></html>';
    const edition = await read('page.html', page);
    expect(textsOf(edition)).toEqual(['L’été à Paris']);
    expect(edition.warnings[0].message).toMatch(/^declares ISO-8859-1, but is UTF-8/);
  });
  test('a byte that does not fit leaves the rest of a UTF-8 file as it is, and is reported', async () => {
    const stray = Buffer.concat([
      Buffer.from('L’été à Paris.\n\nUn caf'),
      Buffer.from([0xe9]),
      Buffer.from('\n'),
    ]);
    const edition = await read('text.txt', stray);
    expect(textsOf(edition)).toEqual(['L’été à Paris.', 'Un caf�']);
    expect(edition.warnings[0]).toMatchObject({
      line: 3,
      message: expect.stringMatching(/not UTF-8/),
    });
    const marked = Buffer.concat([
      Buffer.from([0xef, 0xbb, 0xbf]),
      Buffer.from('abc caf\u00e9', 'latin1'),
    ]);
    expect(textsOf(await read('text.txt', marked))).toEqual(['abc caf�']);
  });
  test('XML that declares nothing is UTF-8 or refused', async () => {
    const tei =
      '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>caf\u00e9</p></body></text></TEI>';
    await expect(read('text.xml', Buffer.from(tei, 'latin1'))).rejects.toThrow(
      /encoding it declares/,
    );
  });
  const sentences: Record<string, string> = {
    fr: 'L\u2019été, à l\u2019école, le garçon s\u2019écria : « Où êtes-vous ? »',
    fra: "L'été, à l'école, le garçon s'écria : « Où êtes-vous ? »",
    de: 'Der König fuhr über die Brücke. Die Straße führte durch Wälder.',
    ru: 'Я вышел из дома, и моя семья пошла за мной. Яблоня цвела.',
    th: 'ชายชราเดินไปที่ตลาดและซื้อขนมปังสองก้อน',
    ja: '渡し舟は霧の中でキーキー鳴いた。老人はランプを置いて、まだ来ないと言った。',
    zh: '我用Windows写了一本书，书里有T恤、X光、CD唱片和IBM公司的故事。他在NBA打球。',
    ko: '나는 KBS와 MBC를 보고 CD로 音樂을 듣는다. IBM이 만든 PC를 산다. 大韓民國의 主權은 國民에게 있다.',
    en: '“Well…I never,” she said. He waited…and waited…to rock‘n’roll.',
    capitals: 'DER KÖNIG FUHR ÜBER DIE BRÜCKE NACH ÖSTERREICH.',
  };
  test.each([
    ['macintosh', 'fr'],
    ['macintosh', 'de'],
    ['maccyrillic', 'ru'],
    ['cp866', 'ru'],
    ['cp850', 'fra'],
    ['cp437', 'de'],
    ['tis620', 'th'],
    ['cp850', 'capitals'],
    ['windows-1252', 'fr'],
    ['windows-1252', 'en'],
    ['windows-1251', 'ru'],
    ['euc-jp', 'ja'],
    ['shift_jis', 'ja'],
    ['gb18030', 'zh'],
    ['euc-kr', 'ko'],
  ])('text in %s, such as %s, is read, and the guess reported', async (encoding, key) => {
    const edition = await read('text.txt', iconv.encode(sentences[key], encoding));
    expect(textsOf(edition)).toEqual([sentences[key]]);
    expect(edition.warnings[0].message).toMatch(/guessed from its bytes/);
  });
  test('what was guessed is said', async () => {
    expect((await read('text.txt', gb)).warnings[0].message).toMatch(/^read as GB18030/);
    expect((await read('text.txt', traditional)).warnings).toEqual([]);
  });
});

describe('an encoding that is given', () => {
  const readAs = async (name: string, bytes: Uint8Array, encoding: string) =>
    (await readDocument({ name, bytes, encoding })).editions.map(({ segments }) =>
      segments.map(({ text }) => text),
    );
  const bac = new Uint8Array(iconv.encode('zh,fr\n渡船,bac\n', 'gb18030'));

  test('is taken, whatever the bytes look like and the file declares', async () => {
    expect(await readAs('x.csv', bac, 'GB18030')).toEqual([['渡船'], ['bac']]);
    expect(await readAs('x.txt', Uint8Array.of(0x91, 0x9b), 'cp850')).toEqual([['æø']]);
    const page = Buffer.from('<meta charset="utf-8"><p>caf\u008e</p>', 'latin1');
    expect(await readAs('x.html', page, 'macintosh')).toEqual([['café']]);
  });

  test.each(offeredEncodings)('can be %s, as is offered', async (encoding) => {
    // In each of them letters of ASCII are what they are in it.
    const bytes = Buffer.from('Bread.');
    expect(await readAs('x.txt', bytes, encoding)).toEqual([['Bread.']]);
  });

  test('is that of the text which is shown before it is saved', async () => {
    const file = { name: 'x.txt', bytes: Uint8Array.of(0x53, 0x9b, 0x73), encoding: 'cp850' };
    const [{ text, first, warnings }] = (await understand(file)).editions;
    expect([text.trim(), first[0].text, warnings]).toEqual(['Søs', 'Søs', []]);
  });

  test('is refused where there is none of that name, or the file is not of it', async () => {
    await expect(readAs('x.txt', bac, 'klingon')).rejects.toThrow('not the name of an encoding');
    await expect(readAs('x.txt', bac, 'base64')).rejects.toThrow('not the name of an encoding');
    await expect(readAs('x.txt', bac, 'utf-8')).rejects.toThrow('not utf-8');
    await expect(readAs('x.txt', bac, 'utf-7')).rejects.toThrow('not utf-7');
    await expect(readAs('x.docx', Uint8Array.of(80, 75, 3, 4, 0), 'cp850')).rejects.toThrow(
      'binary',
    );
  });
});
