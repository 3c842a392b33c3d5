import { expect, test } from 'vitest';
import { alignTexts } from '../../lib/align/align';

const text = (language: string, ...paragraphs: string[]) => ({
  language,
  segments: paragraphs.map((each) => ({ text: each })),
});

const harbour = text(
  'en',
  'The harbour was closed for the whole winter, and the boats lay on the shore under canvas.',
  'Nobody had seen the captain since the October storms.',
  'A letter came on Tuesday with money for the widow.',
);

test('texts that have nothing to do with each other are not sure to correspond', () => {
  const bees = text(
    'en',
    'My grandmother kept bees behind the schoolhouse until the county built its road there.',
    'Who would have thought it possible to lose so many hives?',
    'In spring the teacher planted apple trees and clover instead.',
  );
  for (const bead of alignTexts(harbour, bees)) expect(bead.score).toBeLessThan(0.2);
});

test('nor are two single paragraphs, in one language or in Chinese and English', () => {
  const [first] = harbour.segments;
  const alone = { language: 'en', segments: [first] };
  const bees = text('en', 'My grandmother kept bees behind the schoolhouse by the old road.');
  const forests = text('zh', '各国政府应当采取措施保护森林和河流。');
  for (const other of [bees, forests]) {
    const [bead] = alignTexts(alone, other);
    expect(bead.score).toBeLessThan(0.6);
  }
});

test('a free translation is as sure as ever', () => {
  const freely = text(
    'en',
    'All that winter the harbour stayed shut, with the boats drawn up on the beach beneath their canvas.',
    'The captain had not been seen by anyone since the storms in October.',
    'On Tuesday there was a letter, and in it money for his widow.',
  );
  const beads = alignTexts(harbour, freely);
  expect(beads.map(({ a, b }) => [a, b])).toEqual([
    [[0], [0]],
    [[1], [1]],
    [[2], [2]],
  ]);
  for (const { score } of beads) expect(score).toBeGreaterThan(0.9);
});

test('where the words of two languages are not known, nothing is held against a pair', () => {
  const [first] = harbour.segments;
  const [bead] = alignTexts(
    { language: 'en', segments: [first] },
    text('fi', 'Satama oli suljettu koko talven, ja veneet lojuivat rannalla purjekankaan alla.'),
  );
  expect(bead.score).toBeGreaterThan(0.9);
});
