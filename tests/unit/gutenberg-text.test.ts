import { describe, expect, test } from 'vitest';
import { read, reported, shape } from '../reading';

describe('plain text', () => {
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
