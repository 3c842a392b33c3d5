import { expect, test } from 'vitest';
import { readMarkdownEdition } from '../../lib/edition/read';

const known = (yaml: string) => {
  const { segments, warnings, ...metadata } = readMarkdownEdition(`---\n${yaml}\n---\n\nText.\n`);
  return metadata;
};

test.each([
  ['date: 2021/03/04', { date: '2021-03-04' }],
  ['date: 2021-3-4', { date: '2021-03-04' }],
  ['date: 04.03.2021', { date: '2021-03-04' }],
  ['date: 4 March 2021', { date: '2021-03-04' }],
  ['date: 2021/03/04 10:20:30', { date: '2021-03-04' }],
  ['date: 2021-03-04T10:00Z', { date: '2021-03-04' }],
  ['date:\ntitle: ""\nauthor: ~', {}],
  ['language: English', { language: 'en' }],
  ['language: Ancient Greek', { language: 'grc' }],
  ['language: français', { language: 'fr' }],
  ['language: en_US.UTF-8', { language: 'en-US' }],
  ['language: ceb', { language: 'ceb' }],
  ['title: |\n  Two\n  lines', { title: 'Two lines' }],
  ['description: |\n  Two\n  lines', { description: 'Two\nlines' }],
])('front matter as people write it: %j', (yaml, expected) => {
  expect(known(yaml)).toEqual(expected);
});

test('lines of MultiMarkdown that say what a text is are not words of it', () => {
  const { segments, warnings, ...metadata } = readMarkdownEdition(
    'Title: The Boat\nAuthor: Ann\n    and Bob\nDate: 4 March 2021\nLanguage: French\nconstructor: x\nBase Header Level: 2\n\nText: so it is.\n',
  );
  expect(metadata).toEqual({
    title: 'The Boat',
    author: 'Ann and Bob',
    date: '2021-03-04',
    language: 'fr',
  });
  expect(segments.map(({ text, position }) => [text, position?.line])).toEqual([
    ['Text: so it is.', 9],
  ]);
  expect(warnings.map(({ message }) => message)).toEqual([
    'not kept: fields of the front matter that an edition has not (2): “constructor: x”, “Base Header Level: 2”',
  ]);
  const text = readMarkdownEdition('Title: so they said.\n\nDate: unknown.\n');
  expect(text.segments).toHaveLength(2);
});
