import { describe, expect, test } from 'vitest';
import { readDocument } from '../../lib/formats/registry';

const read = (name: string, content: string | Uint8Array) =>
  readDocument({
    name,
    bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
  });
type Document = Awaited<ReturnType<typeof read>>;
const texts = ({ editions }: Document) =>
  Object.fromEntries(
    editions.map(({ siglum, segments }) => [
      siglum,
      segments.map(({ label, text }) => (label ? `${label} ${text}` : text)),
    ]),
  );
const omitted = ({ editions }: Document) =>
  editions[0].warnings.map((each) => [each.omitted?.what, each.omitted?.words[0]?.text]);

describe('translation memories', () => {
  test('TMX: subflows within codes are text, the codes are reported', async () => {
    const document = await read(
      'x.tmx',
      '<tmx version="1.4"><header srclang="en"/><body><tu><tuv xml:lang="en"><seg>Click <bpt i="1">[b]</bpt>here<ept i="1">[/b]</ept><ph>{<sub>to rest</sub>}</ph></seg></tuv><tuv xml:lang="DE"><seg>Hier</seg></tuv></tu></body></tmx>',
    );
    expect(texts(document)).toEqual({ en: ['Click here to rest'], de: ['Hier'] });
    expect(omitted(document)).toEqual([['inline codes', '[b]']]);
  });

  test('XLIFF 1.2: files into several languages are editions of their own', async () => {
    const file = (language: string, source: string, target: string, more = '') =>
      `<file source-language="en" target-language="${language}"><body><trans-unit id="1"><source>${source}</source><target>${target}</target>${more}</trans-unit></body></file>`;
    const document = await read(
      'x.xlf',
      `<xliff version="1.2">${file('fr', 'Boat', 'Bateau', '<note>Look</note><alt-trans><target>Navire</target></alt-trans>')}${file('de', 'River', 'Fluss')}</xliff>`,
    );
    expect(texts(document)).toEqual({ en: ['Boat', 'River'], fr: ['Bateau'], de: ['Fluss'] });
    expect(omitted(document)).toEqual([
      ['notes of the translators', 'Look'],
      ['other translations', 'Navire'],
    ]);
  });

  test('XLIFF 2: characters by their numbers are text; what is between segments is reported', async () => {
    const document = await read(
      'x.xlf',
      '<xliff version="2.0" srcLang="en" trgLang="fr"><file id="f"><unit id="u"><segment><source>A<cp hex="0042"/> boat</source><target>Un</target></segment><ignorable><source>--so--</source></ignorable></unit></file></xliff>',
    );
    expect(texts(document)).toEqual({ en: ['AB boat'], fr: ['Un'] });
    expect(omitted(document)[0]).toEqual(['what stands between segments', '--so--']);
  });
});

test('a code that ends a line parts the words around it', async () => {
  const unit =
    'Go<x id="1" equiv-text="&lt;br/&gt;"/>now<x id="2" ctype="lb"/>or <g id="3">la</g>ter';
  const xliff = await read(
    'x.xlf',
    `<xliff version="1.2"><file source-language="en" target-language="de"><body><trans-unit id="1"><source>${unit}</source><target>Geh</target></trans-unit></body></file></xliff>`,
  );
  expect(texts(xliff).en).toEqual(['Go now or later']);
  const tmx = await read(
    'x.tmx',
    '<tmx version="1.4"><header srclang="en"/><body><tu><tuv xml:lang="en"><seg>Go<ph>&lt;br/&gt;</ph>now, <bpt i="1">&lt;b&gt;</bpt>la<ept i="1">&lt;/b&gt;</ept>ter</seg></tuv></tu></body></tmx>',
  );
  expect(texts(tmx).en).toEqual(['Go now, later']);
});

describe('tables', () => {
  test('chapters and verses are one label; addresses are not editions; heads may give the side', async () => {
    const document = await read(
      'x.csv',
      'Chapter|Verse|source_en|target-de|url\n3|1|Boat|Boot|http://a.b\n3|2|River|Fluss|http://a.c\n',
    );
    expect(texts(document)).toEqual({
      source_en: ['3:1 Boat', '3:2 River'],
      'target-de': ['3:1 Boot', '3:2 Fluss'],
    });
    expect(document.editions.map(({ language }) => language)).toEqual(['en', 'de']);
    expect(omitted(document)).toEqual([
      ['columns of numbers, as labels', 'Chapter'],
      ['columns of addresses', 'url http://a.b http://a.c'],
    ]);
  });

  test('a first row that may be text is reported', async () => {
    const document = await read('x.csv', 'A red boat,Ein rotes Boot\nRiver,Fluss\n');
    expect(omitted(document)).toEqual([
      ['the first row, as names of the editions', 'A red boat Ein rotes Boot'],
    ]);
  });

  test('Russian beside English is known by its own letters', async () => {
    // Windows-1251 has А–я from 0xC0 on.
    const bytes = [
      ...'ru,en\nСтарая лодка плывёт,The old boat drifts along\nРека спит,The river sleeps\n',
    ].map((letter) => {
      const code = letter.codePointAt(0) ?? 0;
      if (letter === 'ё') return 0xb8;
      return code < 128 ? code : code - 0x410 + 0xc0;
    });
    const document = await read('x.csv', Uint8Array.from(bytes));
    expect(texts(document).ru).toEqual(['Старая лодка плывёт', 'Река спит']);
  });
});

test('characters in subtitles may be named, or given by their numbers', async () => {
  const { editions } = await read(
    'x.vtt',
    'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>It&rsquo;s &#39;so&#x27; &amp;amp; 3 &lt; 4\n',
  );
  expect(editions[0].segments[0].text).toBe("Ann: It’s 'so' &amp; 3 < 4");
});

test('ruby in subtitles keeps its reading apart', async () => {
  const { editions } = await read(
    'x.vtt',
    'WEBVTT\n\n00:01.000 --> 00:02.000\nThe <ruby>船<rt>ふね</rt></ruby> came\n',
  );
  expect(editions[0].segments[0]).toMatchObject({
    text: 'The 船 came',
    spans: [{ kind: 'ruby', start: 4, end: 5, target: 'ふね' }],
  });
});

describe('a time begins a subtitle where no blank line does', () => {
  const [first, second] = ['00:00:01,000 --> 00:00:02,500', '00:00:03,000 --> 00:00:04,000'];
  const own = (text: string) => text.replaceAll(',000', '.000').replaceAll(',500', '.500');
  test.each([
    ['x.srt', `1\n${first}\nHello there\n2\n${second}\nGeneral Kenobi\n`],
    ['x.srt', `${first}\nHello\nthere\n${second}\nGeneral Kenobi`],
    ['x.srt', `1\n${first}\nHello there\n\n2\n${second}\nGeneral Kenobi\n`.replaceAll('-->', '->')],
    ['x.vtt', own(`WEBVTT\n${first}\nHello there\n7\n${second}\nGeneral Kenobi\n`)],
  ])('%s', async (name, content) => {
    const { editions } = await read(name, content);
    expect(editions[0].segments.map(({ label, text }) => [label, text])).toEqual([
      ['00:00:01.000–00:00:02.500', 'Hello there'],
      ['00:00:03.000–00:00:04.000', 'General Kenobi'],
    ]);
    expect(editions[0].warnings).toEqual([]);
  });

  test('lines before it that are none of it are reported', async () => {
    const { editions } = await read('x.srt', `a\nb\n${first}\nHello there\n2001\n\n`);
    expect(editions[0].segments.map(({ text }) => text)).toEqual(['Hello there 2001']);
    expect(editions[0].warnings.map(({ message }) => message)).toEqual([
      'not kept: lines without a time (2): “a”, “b”',
    ]);
  });
});
