import { describe, expect, test } from 'vitest';
import { apparatus } from '../../lib/collate/apparatus';
import { createClassifier } from '../../lib/collate/kinds';
import { collated, entries } from '../collated';

describe('entries of the size that an editor writes', () => {
  test('a witness of a few lines makes no entry of what it lacks', () => {
    const text =
      'Before dawn the miller crossed the frozen ford with two sacks and a lantern in his hand';
    expect(
      entries({
        A: text,
        B: text.replace('lantern', 'candle'),
        C: 'Before dawn the miller',
      }),
    ).toEqual(['(miller) ] def. from C', 'lantern ] candle B']);
  });

  test('a free witness does not hide where the others differ', () => {
    const found = entries({
      A: 'the grey mare drank slowly from the stone trough',
      B: 'the grey mare drank greedily from the stone trough',
      F: 'an elderly horse took some water out of a basin',
    });
    expect(found.some((entry) => /^slowly \] greedily B/.test(entry))).toBe(true);
    expect(found.every((entry) => !/drank slowly/.test(entry.split(' ] ')[0]))).toBe(true);
  });

  test('a witness that begins late, and a gap that its text marks', () => {
    const text = 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen';
    expect(entries({ A: text, B: 'twelve thirteen fourteen' })).toEqual(['(eleven) ] def. to B']);
    expect(entries({ A: 'the old ferry crossed at noon', B: 'the old […] at noon' })).toEqual([
      '(old) ] def. from B',
      '(crossed) ] def. to B',
    ]);
  });

  test('what others add before the base begins or after it ends is not a lacuna', () => {
    const text = 'The bells rang out over the city.\n\nThe people came into the square.';
    const more = 'The old woman said there was no king any more, and she wept.';
    const said = more.slice(4, -1);
    for (const last of [`${text}\n\n${more}`, `${more}\n\n${text}`]) {
      const found = entries({ A: text, B: text, C: last });
      expect(found.join()).not.toContain('def.');
      expect(found.join()).toContain(said);
    }
    // Of the base itself, others lack it.
    expect(entries({ C: `${text}\n\n${more}`, A: text, B: text })).toEqual([
      '(square) ] def. from A B',
    ]);
  });

  test('a witness that has the last words of the base elsewhere does not break off', () => {
    const first = 'The bells rang out over the city when all the lamps were lit.';
    const last = 'A cold wind came down from the northern hills before the morning.';
    const found = entries({ A: `${first}\n\n${last}`, B: `${last}\n\n${first}` });
    expect(found.join()).not.toContain('def.');
  });

  test('words that stand where others have moved from are not transposed', () => {
    const [first, last, other] = [
      'The bells rang out over the city when all the lamps were lit.',
      'A cold wind came down from the northern hills before the morning.',
      'No sailor would ever believe such a story about an empty harbour.',
    ];
    const parts = apparatus(
      collated({ A: `${first}\n\n${last}`, B: `${last}\n\n${first}\n\n${other}` }),
      0,
      createClassifier({ language: 'en' }),
    );
    for (const part of parts) {
      for (const { text, kind } of 'entry' in part ? part.entry.readings : []) {
        if (kind === 'transposition') expect(`${first} ${last}`).toContain(text);
      }
    }
  });

  test('a short omission stays an omission', () => {
    expect(entries({ A: 'she sang and danced', B: 'she sang' })).toEqual([
      'and danced ] omission B',
    ]);
  });

  test('punctuation belongs to the change beside it', () => {
    expect(entries({ A: 'He left, and she wept.', B: 'He stayed; and she wept.' })).toEqual([
      'left, ] stayed; B',
    ]);
  });
});
