import { describe, expect, test } from 'vitest';
import { lines, omitted, read } from '../reading';

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
