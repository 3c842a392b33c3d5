import { describe, expect, test } from 'vitest';
import { lines, omitted, read, readAll } from '../reading';

const json = (value: unknown, name = 'x.json') => read(name, JSON.stringify(value));

test('a merged export of Sefaria lists its versions by name', async () => {
  const edition = await json({
    title: 'Own',
    language: 'en',
    versionTitle: 'merged',
    versions: [['Old one', 'https://a.b']],
    text: [['A boat <b>came</b>', 'and went']],
  });
  expect(lines(edition)).toEqual([
    'heading: 1',
    'paragraph: 1:1 A boat came',
    'paragraph: 1:2 and went',
  ]);
  expect(omitted(edition)).toEqual({ 'names of the versions in it': ['Old one https://a.b'] });
});

test.each([
  ['x_html.json', { 'own1:0.1': '<h1>{}</h1>', 'own1:1.1': '<p>{}' }],
  ['x_reference.json', { 'own1:1.1': 'ms1A_1' }],
])('what SuttaCentral keeps beside its texts is refused as such (%s)', async (name, value) => {
  await expect(json(value, name)).rejects.toThrow('around or beside the words');
});

test('USJ has what USX has', async () => {
  const edition = await json({
    type: 'USJ',
    version: '3.1',
    content: [
      { type: 'book', marker: 'id', code: 'JON', content: ['Own Jonah'] },
      { type: 'para', marker: 'mt1', content: ['Jonah'] },
      { type: 'chapter', marker: 'c', number: '1', sid: 'JON 1' },
      {
        type: 'para',
        marker: 'p',
        content: [
          { type: 'verse', marker: 'v', number: '1' },
          'A ',
          { type: 'char', marker: 'add', content: ['red'] },
          ' boat',
          {
            type: 'note',
            marker: 'f',
            caller: '+',
            content: [{ type: 'char', marker: 'ft', content: ['or ship'] }],
          },
          ' came.',
          { type: 'ms', marker: 'ts' },
        ],
      },
      {
        type: 'table',
        content: [
          {
            type: 'table:row',
            marker: 'tr',
            content: [
              { type: 'table:cell', marker: 'tc1', content: ['Fare'] },
              { type: 'table:cell', marker: 'tcr2', content: ['3'] },
            ],
          },
        ],
      },
    ],
  });
  expect(lines(edition)).toEqual([
    'heading: Jonah',
    'heading: 1',
    'verse: 1:1 A red boat came.',
    'row: Fare | 3',
    'footnote: 1 or ship',
  ]);
  expect(omitted(edition)).toEqual({ 'identification lines': ['Own Jonah'] });
});

test('poems have their titles, their authors and their lines', async () => {
  const poems = await json([
    { author: '甲', title: '夜渡', paragraphs: ['水流無已時，', '夜渡無人知。'], id: 'x1' },
    { author: '乙', rhythmic: '浣溪沙', paragraphs: ['山高水長。'], notes: ['一作遠'] },
  ]);
  expect(lines(poems)).toEqual([
    'heading: 夜渡',
    'paragraph: 甲',
    'verse: 水流無已時，',
    'verse: 夜渡無人知。',
    'heading: 浣溪沙',
    'paragraph: 乙',
    'verse: 山高水長。',
  ]);
  expect(omitted(poems)).toEqual({ 'fields “id”': ['x1'], 'fields “notes”': ['一作遠'] });
  const chapter = await json({ chapter: '舟篇', paragraphs: ['子曰：「水流。」'] });
  expect(chapter.title).toBe('舟篇');
  expect(lines(chapter)).toEqual(['heading: 舟篇', 'paragraph: 子曰：「水流。」']);
});

describe('records with a text in each language', () => {
  const texts = async (name: string, content: string) =>
    (await readAll(name, content)).editions.map(({ language, segments }) => [
      language,
      ...segments.map(({ text }) => text),
    ]);
  const both = [
    ['en', 'It rains.', 'Stop'],
    ['de', 'Es regnet.', 'Halt'],
  ];

  test('in a list, or one in a line', async () => {
    const records = [
      { id: 1, en: 'It rains.', de: 'Es regnet.' },
      { id: 2, en: 'Stop', de: 'Halt' },
    ];
    expect(await texts('x.json', JSON.stringify(records))).toEqual(both);
    const inLines = records.map(({ en, de }) => JSON.stringify({ translation: { en, de } }));
    expect(await texts('x.jsonl', inLines.join('\n'))).toEqual(both);
  });

  test('a line that is not JSON is named', async () => {
    await expect(readAll('x.jsonl', '{"en":"a","de":"b"}\n{"en":\n')).rejects.toMatchObject({
      line: 2,
    });
  });

  test('other records are no text', async () => {
    await expect(readAll('x.json', '[{"name":"ferry","version":"1.0"}]')).rejects.toThrow(
      'not in a form that is read',
    );
  });
});
