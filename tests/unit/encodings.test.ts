import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../lib/formats/registry';
import { offeredEncodings } from '../../lib/formats/text/offered-encodings';
import { understand } from '../../lib/works/understand';
import { read } from '../reading';

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
