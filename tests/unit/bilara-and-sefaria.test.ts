import { describe, expect, test } from 'vitest';
import { readDocument } from '../../lib/formats/registry';
import { read, reported, shape } from '../reading';

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
