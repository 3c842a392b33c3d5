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
      'The Project Gutenberg eBook of Ice\n\nTitle: Ice\n\nAuthor: Ann Rook\n\nTranslator: Bo Lind\n\nLanguage: German\n\n*** START OF THE PROJECT GUTENBERG EBOOK ICE ***\n\nEs schneit.\n\n*** END OF THE PROJECT GUTENBERG EBOOK ICE ***\n\nLicence here.\n',
    );
    expect(edition).toMatchObject({
      title: 'Ice',
      author: 'Ann Rook',
      translator: 'Bo Lind',
      language: 'de',
    });
    expect(shape(edition)).toEqual([['paragraph', undefined, 'Es schneit.']]);
    expect(reported(edition)).toEqual([
      'the header of Project Gutenberg',
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
