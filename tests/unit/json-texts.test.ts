import { describe, expect, test } from 'vitest';
import { lines, omitted, read, readAll } from '../reading';

const json = (value: unknown, name = 'x.json') => read(name, JSON.stringify(value));

describe('verses, in the forms in which Bibles are kept', () => {
  const verses = ['verse: 1:1 A boat came', 'verse: 1:2 and went', 'heading: 2', 'verse: 2:1 Far'];
  const withBook = (name: string) => [`heading: ${name}`, 'heading: 1', ...verses];
  const place = (chapter: number, verse: number) => ({ chapter, verse });

  test.each([
    ['chapters as lists', { book: 'Own', chapters: [['A boat came', 'and went'], ['Far']] }],
    ['books as a list', [{ name: 'Own', chapters: [['A boat came', 'and went'], ['Far']] }]],
    [
      'chapters with their verses',
      {
        books: [
          {
            name: 'Own',
            chapters: [
              {
                chapter: 1,
                verses: [
                  { verse: 1, text: 'A boat came' },
                  { verse: 2, text: 'and went' },
                ],
              },
              { chapter: 2, verses: [{ verse: 1, text: 'Far' }] },
            ],
          },
        ],
      },
    ],
    [
      'verses that say their place',
      {
        verses: [
          { book_name: 'Own', ...place(1, 1), text: 'A boat came' },
          { book_name: 'Own', ...place(1, 2), text: 'and went' },
          { book_name: 'Own', ...place(2, 1), text: 'Far' },
        ],
      },
    ],
    [
      'objects by names and numbers',
      { Own: { 1: { 1: 'A boat came', 2: 'and went' }, 2: { 1: 'Far' } } },
    ],
    [
      'capitals, and numbers by other names',
      {
        Books: [
          {
            Name: 'Own',
            Chapters: [
              {
                ChapterId: 1,
                Verses: [
                  { VerseId: 1, Text: 'A boat came' },
                  { VerseId: 2, Text: 'and went' },
                ],
              },
              { ChapterId: 2, Verses: [{ VerseId: 1, Text: 'Far' }] },
            ],
          },
        ],
      },
    ],
  ])('%s', async (_, value) => {
    const edition = await json(value);
    expect(lines(edition)).toEqual(withBook('Own'));
    expect(edition.warnings).toEqual([]);
  });

  test('numbers of books, of a database too', async () => {
    const rows = [
      [40, 1, 1, 'A boat came'],
      [40, 1, 2, 'and went'],
      [40, 2, 1, 'Far'],
    ] as const;
    const short = rows.map(([b, c, v, t]) => ({ b, c, v, t }));
    expect(lines(await json(short))).toEqual(withBook('40'));
    const database = { resultset: { row: rows.map((row, k) => ({ field: [k, ...row] })) } };
    expect(lines(await json(database))).toEqual(withBook('40'));
  });

  test('an omitted verse keeps the numbers of those after it; what is not a verse is reported', async () => {
    const edition = await json({
      translation: 'Own Version',
      language: 'en',
      books: [
        {
          abbrev: 'ow',
          name: 'Own',
          chapters: [
            {
              number: 3,
              heading: 'The boat',
              verses: [
                { number: 7, text: 'A <i>red</i> boat', note: 'or ship' },
                { number: '8a', text: 'came' },
              ],
            },
          ],
        },
        { name: 'Two', chapters: [['One', null, 'Three']] },
      ],
    });
    expect(lines(edition)).toEqual([
      'heading: Own',
      'heading: 3',
      'verse: 3:7 A red boat',
      'verse: 3:8a came',
      'heading: Two',
      'heading: 1',
      'verse: 1:1 One',
      'verse: 1:3 Three',
    ]);
    expect(edition.language).toBe('en');
    expect(omitted(edition)).toEqual({
      'marks of HTML': [],
      'fields “note”': ['or ship'],
      'fields “heading”': ['The boat'],
      'fields “abbrev”': ['ow'],
      'fields “translation”': ['Own Version'],
    });
  });

  test('verses without words are left out, as critical editions have them', async () => {
    const verses = [
      { book_name: 'Own', chapter: 1, verse: 1, text: 'A boat' },
      { book_name: 'Own', chapter: 1, verse: 2, text: '' },
      { book_name: 'Own', chapter: 1, verse: 3, text: 'came.' },
    ];
    const { segments } = await json({ verses });
    expect(segments.flatMap(({ label, kind }) => (kind === 'heading' ? [] : [label]))).toEqual([
      '1:1',
      '1:3',
    ]);
  });

  test.each([
    { name: 'A novel', chapters: ['It was dark.', 'Morning came.'] },
    { name: 'service', chapters: { title: 'x' } },
  ])('chapters without verses are no such book: %j', async (value) => {
    await expect(json(value)).rejects.toThrow('not in a form that is read');
  });

  test.each([
    [
      { books: [{ name: 'Own', chapters: [['A boat'], 'came.'] }] },
      'after Own 1:1 comes a chapter',
    ],
    [{ name: 'Own', chapters: [['A boat', 7]] }, 'after Own 1:1, verse 2 of its chapter'],
    [{ Own: { 1: { 1: 'A boat', 2: { x: 1 } } } }, 'after Own 1:1, verse 2 of its chapter'],
    [
      [
        { book: 'Own', chapter: 1, verse: 1, text: 'A boat' },
        { book: 'Own', chapter: 1, verse: 'two', text: 'came.' },
      ],
      'entry 2 of 2 does not have',
    ],
  ])('a verse unlike the others is refused by its place: %j', async (value, reason) => {
    await expect(json(value)).rejects.toThrow(reason);
  });

  test('suras by their numbers', async () => {
    const edition = await json([
      { id: 1, name: 'Own', verses: [{ id: 1, text: 'A boat', translation: 'Un bateau' }] },
      { id: 2, name: 'Two', verses: [{ id: 1, text: 'Far' }] },
    ]);
    expect(lines(edition)).toEqual([
      'heading: 1',
      'verse: 1:1 A boat',
      'heading: 2',
      'verse: 2:1 Far',
    ]);
    expect(omitted(edition)).toEqual({
      'fields “name”': ['Own', 'Two'],
      'fields “translation”': ['Un bateau'],
    });
  });

  test('texts by their places', async () => {
    const edition = await json({ 'Gen 1:1': 'A boat came', '1 Cor 2:3': 'and went' });
    expect(lines(edition)).toEqual([
      'paragraph: Gen 1:1 A boat came',
      'paragraph: 1 Cor 2:3 and went',
    ]);
  });
});

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
