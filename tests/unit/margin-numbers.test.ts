import { describe, expect, test } from 'vitest';
import { lines, omitted, read } from '../reading';

const text = (...given: string[]) => read('x.txt', `${given.join('\n')}\n`);

describe('verse of a plain text', () => {
  test('may have small letters at its beginnings, and numbers in the margin', async () => {
    const edition = await text(
      '  Grey was the stone,',
      '  and low the water ran,',
      '    the boat was gone           5',
      '  before the day began.',
      '',
      'the water ran',
      'slow under the old stone bridge and away',
      'nobody',
      'saw it go',
      '',
      'Then the prose goes on for a long line of words that is wrapped',
      'at a width of some sixty letters.',
    );
    expect(lines(edition)).toEqual([
      'verse: Grey was the stone,',
      'verse: and low the water ran,',
      'verse: the boat was gone',
      'verse: before the day began.',
      'verse: the water ran',
      'verse: slow under the old stone bridge and away',
      'verse: nobody',
      'verse: saw it go',
      'paragraph: Then the prose goes on for a long line of words that is wrapped at a width of some sixty letters.',
    ]);
    expect(omitted(edition)).toEqual({ 'line numbers': ['5'] });
  });

  test('is not prose in a narrow column, though it is set in', async () => {
    const edition = await text(
      '  The keeper had a lens which had been',
      '  brought from the coast, and he wiped it',
      '  with a cloth until it shone.',
      '',
      'So.',
    );
    expect(lines(edition).slice(0, 1)).toEqual([
      'paragraph: The keeper had a lens which had been brought from the coast, and he wiped it with a cloth until it shone.',
    ]);
  });

  test('may have its numbers before the lines', async () => {
    const edition = await text(
      '1    Grey was',
      '     the stone,',
      '5    the boat',
      '     was',
      '10   gone.',
    );
    expect(omitted(edition)).toEqual({ 'line numbers': ['1', '5', '10'] });
    expect(lines(edition)[2]).toBe('paragraph: the boat');
  });

  test('is not a table of contents, whose numbers stay', async () => {
    const edition = await text(
      'Contents',
      'Chapter One      5',
      'Chapter Two      17',
      'Chapter Three    20',
    );
    expect(lines(edition).join(' ')).toContain('Chapter One      5');
    expect(omitted(edition)).toEqual({});
  });
});

test('items with numbers and verses with theirs are paragraphs each, sentences that are wrapped are not', async () => {
  const edition = await text(
    '1. First',
    '3. Third',
    '(a) alpha',
    '',
    '12 Verse text here',
    '13 More verse',
    '',
    '1. The first of these is long, and it was wrapped by a program near page',
    '12. Then it goes on for another line of so many words that nothing more',
    'fits.',
  );
  expect(lines(edition)).toEqual([
    'paragraph: 1. First',
    'paragraph: 3. Third',
    'paragraph: (a) alpha',
    'paragraph: 12 Verse text here',
    'paragraph: 13 More verse',
    'paragraph: 1. The first of these is long, and it was wrapped by a program near page 12. Then it goes on for another line of so many words that nothing more fits.',
  ]);
});

test('pictures of Project Gutenberg are reported, and ends of lines of all kinds are ends', async () => {
  const gutenberg = await read(
    'x.txt',
    'Title: The Boat\n\n*** START OF THE PROJECT GUTENBERG EBOOK THE BOAT ***\n\nIt came. [Illustration: A boat]\n\n[Illustration]\n\nIt left.\n\n*** END OF THE PROJECT GUTENBERG EBOOK THE BOAT ***\n',
  );
  expect(lines(gutenberg)).toEqual(['paragraph: It came.', 'paragraph: It left.']);
  expect(omitted(gutenberg).images).toEqual(['Illustration: A boat', 'Illustration']);
  const ends = await read('x.txt', 'One.\u0085Two.\u2028Three.\vFour.\u2029Five.');
  expect(lines(ends).join(' ')).not.toMatch(/[\u0085\u2028\u2029\v]/);
  expect(ends.segments.at(-1)?.text).toBe('Five.');
});

test('the first texts of Project Gutenberg begin after their small print', async () => {
  const edition = await read(
    'x.txt',
    '**The Project Gutenberg Etext of The Boat, by Ann Writer**\n\nTitle: The Boat\n\nAuthor: Ann Writer\n\n*END*THE SMALL PRINT! FOR PUBLIC DOMAIN ETEXTS*Ver.04.29.93*END*\n\nIt came.[1]\n\n[1] So it did.\n[2] Or not.\n\nEnd of Project Gutenberg Etext of The Boat\n',
  );
  expect(edition).toMatchObject({ title: 'The Boat', author: 'Ann Writer' });
  expect(lines(edition)).toEqual([
    'paragraph: It came.[1]',
    'paragraph: [1] So it did.',
    'paragraph: [2] Or not.',
  ]);
});
