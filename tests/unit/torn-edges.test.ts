import { expect, test } from 'vitest';
import { apparatus } from '../../lib/collate/apparatus';
import { collate } from '../../lib/collate/collation';
import { createClassifier } from '../../lib/collate/kinds';
import type { Surroundings } from '../../lib/collate/lacunae';
import { prepareWitnesses } from '../../lib/collate/prepare';
import { negativeForm } from '../../lib/edition/apparatus-form';
import { printedEntries } from '../printed';

function printed(language: string, texts: readonly string[], around?: Surroundings): string[] {
  const witnesses = texts.map((text, k) => ({ siglum: 'ABC'[k], text }));
  const collation = collate(prepareWitnesses(witnesses, { language }));
  return printedEntries(
    apparatus(collation, 0, createClassifier({ language }), { around }),
    negativeForm,
  );
}

const guards = 'The king rose early. The guards at the gate were asleep when he came out.';

test.each([
  [
    'stops in the middle of a sentence',
    'The king rose early. The guards at the gate were',
    'were ] def. B',
  ],
  [
    'stops in the middle of a word',
    'The king rose early. The guards at the gate were asl',
    'asleep ] def. B',
  ],
  [
    'has a stop',
    'The king rose early. The guards at the gate were asleep.',
    'when he came out ] om. B',
  ],
  ['lacks one word', guards.replace(' out.', ''), 'out. ] om. B'],
  ['has no stops', guards.replace(/ when.*$|\./g, ''), 'when he came out. ] om. B'],
  ['has other words at its end', 'The king rose early. The guards at the gate lay', ' ] lay B'],
])('the end of a witness that %s', (_, text, entry) => {
  const entries = printed('en', [guards, text, guards]);
  if (entry.startsWith(' ')) expect(entries.join('\n')).not.toContain('def.');
  else expect(entries).toContain(entry);
});

test.each([
  [
    'begins in the middle of a sentence',
    'guards at the gate were asleep when he came out.',
    'The ] inc. B',
  ],
  [
    'begins with a sentence',
    'The guards at the gate were asleep when he came out.',
    'The king rose early. ] om. B',
  ],
  ['lacks one word', guards.replace('The king', 'king'), 'The ] om. B'],
  ['has no capitals', guards.toLowerCase().replace('the king ', ''), 'The king ] om. B'],
])('the beginning of a witness that %s', (_, text, entry) => {
  expect(printed('en', [guards, text, guards])).toContain(entry);
});

test('a last sentence that is left out is not a lacuna', () => {
  expect(printed('en', [`${guards} Then he wept.`, guards])).toEqual(['Then he wept. ] om. B']);
});

test('verse, which has no stop at its end, shows nothing', () => {
  const line = 'The king rose early, and the guards at the gate were asleep';
  expect(printed('en', [line, line.replace(' were asleep', '')])).toEqual(['were asleep ] om. B']);
});

test('a Chinese text without its last stop is torn; one of whole sentences lacks a sentence', () => {
  const text = '學而時習之，不亦說乎？有朋自遠方來，不亦樂乎？';
  expect(printed('lzh', [text, text.slice(0, -6)]).join('\n')).toContain('def. B');
  expect(printed('lzh', [text, '學而時習之，不亦說乎？有朋自遠方來。']).join('\n')).not.toContain(
    'def.',
  );
});

test('a passage after which its witness goes on does not break off, whatever is missing', () => {
  const long = `${guards} They had drunk all night, and not one of them had heard the bell.`;
  const around = { before: new Set<number>(), after: new Set([1]) };
  for (const text of [guards, 'The king rose early. The guards at the gate were']) {
    expect(printed('en', [long, text]).join('\n')).toContain('def. B');
    expect(printed('en', [long, text], around).join('\n')).not.toContain('def.');
  }
  expect(
    printed('en', [long, long.slice(guards.length + 1)], {
      before: new Set([1]),
      after: new Set(),
    }).join('\n'),
  ).not.toContain('inc.');
});
