import { expect, test } from 'vitest';
import { lines, omitted, read } from '../reading';

test('USFM: attributes of a style are left out of the text, and are reported', async () => {
  const edition = await read(
    'x.usfm',
    '\\id PSA\n\\c 1\n\\p\n\\v 1 A \\wa word|lemma\\wa* and hope\\rq Ps 2\\rq*, a | b.\n',
  );
  expect(lines(edition)).toEqual(['heading: 1', 'verse: 1:1 A word and hope Ps 2, a | b.']);
  expect(omitted(edition)).toEqual({ 'attributes of styles': ['lemma'] });
});

test('USFM: words after the title of a division do not run together with it', async () => {
  const edition = await read(
    'x.usfm',
    '\\id FRT\n\\periph Title|id="title"\n\\zown unknown words\\zown*\n',
  );
  expect(lines(edition)).toEqual(['heading: Title unknown words']);
});

test('USFM: a verse after a table leaves the last row as it is', async () => {
  const edition = await read(
    'x.usfm',
    '\\id PSA\n\\c 1\n\\tr \\th1 Day \\th2 Tribe\n\\tr \\tc1 1st \\tc2 Judah\n\\p\n\\v 3 Three.\n\\tr \\tc1 \\v 4 Four \\tc2 more\n\\v 5 Five.\n',
  );
  expect(lines(edition)).toEqual([
    'heading: 1',
    'row: Day | Tribe',
    'row: 1st | Judah',
    'verse: 1:3 Three.',
    'verse: 1:4 Four more',
    'verse: 1:5 Five.',
  ]);
});

test('USFX: paragraphs are what their marker or their style says, and remarks end with their element', async () => {
  const edition = await read(
    'x.usfx',
    '<usfx><book id="PSA"><p style="mt1">Psalms</p><p style="Fancy">Words.</p><rem>mine</rem>More.<c id="3"/><p><v id="1"/>One.<ve/></p></book></usfx>',
  );
  expect(lines(edition)).toEqual([
    'heading: Psalms',
    'paragraph: Words.',
    'paragraph: More.',
    'heading: 3',
    'verse: 3:1 One.',
  ]);
  expect(omitted(edition)).toEqual({ 'remarks and settings': ['mine'] });
});
