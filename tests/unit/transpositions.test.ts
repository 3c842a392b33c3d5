import { expect, test } from 'vitest';
import { alignTexts } from '../../lib/align/align';
import { isPaired } from '../../lib/align/bead';

const story = [
  'The harbour was closed for the whole winter, and the boats lay on the shore under canvas.',
  'Nobody had seen Captain Hallam since the October storms carried the pier away.',
  'A letter came on Tuesday with forty crowns for the widow, but no name was signed.',
  'She walked to the lighthouse that evening and asked the keeper whose hand it was.',
  'The keeper held the paper to his lamp and would not say what he thought.',
  'In March the ice broke, and the first ship to come in flew a foreign flag.',
  'Its cook was a boy of twelve who knew the songs that fishermen of our coast sing.',
  'Margaret taught him to read with the almanac and an old book of psalms.',
  'When the summer came he wrote to his mother, who had thought him drowned.',
  'The parish bought a bell with the money that the sailors left behind.',
  'It rang for the first time at the wedding of the miller and his second wife.',
  'Since then no storm has taken a boat that heard it before leaving.',
];
const strange =
  'Photosynthesis converts carbon dioxide into sugars inside chloroplasts, using energy from sunlight.';
const align = (b: readonly string[], a: readonly string[] = story) =>
  alignTexts(
    { language: 'en', segments: a.map((text) => ({ text })) },
    { language: 'en', segments: b.map((text) => ({ text })) },
  );
/** What each segment of b is linked to: segments of a, with a star where it has moved. */
const linksOf = (beads: ReturnType<typeof align>) => {
  const links: string[] = [];
  for (const { a, b, transposition } of beads)
    for (const j of b) links[j] = `${a.join()}${transposition ? '*' : ''}`;
  return links;
};
const straight = story.map((_, k) => `${k}`);

test.each([2, 3, 5, 8])('a paragraph moved by %i places, with a new one in its place', (by) => {
  for (let from = by; from < story.length; from++) {
    const b = [...story];
    const [moved] = b.splice(from, 1, strange);
    b.splice(from - by, 0, moved);
    const wanted = [...straight];
    wanted.splice(from, 1, '');
    wanted.splice(from - by, 0, `${from}*`);
    expect(linksOf(align(b))).toEqual(wanted);
  }
});

test('a paragraph in the place of another that it has nothing in common with', () => {
  for (let at = 0; at < story.length; at++) {
    const b = story.with(at, strange);
    const wanted: string[] = straight.with(at, '');
    expect(linksOf(align(b))).toEqual(wanted);
  }
});

test('a new paragraph is not taken into its neighbour', () => {
  for (let at = 0; at <= story.length; at++) {
    const wanted: string[] = straight.toSpliced(at, 0, '');
    expect(linksOf(align(story.toSpliced(at, 0, strange)))).toEqual(wanted);
  }
});

test('two halves that have changed places', () => {
  const half = story.length / 2;
  const beads = align([...story.slice(half), ...story.slice(0, half)]);
  expect(beads.filter(isPaired)).toHaveLength(story.length);
  expect(beads.filter(({ transposition }) => transposition)).toHaveLength(half);
});

test('where nothing has moved, nothing is said to have', () => {
  const b = story.map((text) => text.replace('the ', 'a ').replace('and', 'while'));
  for (let gone = 0; gone < story.length; gone++) {
    const beads = align(b.toSpliced(gone, 1));
    expect(beads.some(({ transposition }) => transposition)).toBe(false);
  }
});
