import { expect, test } from 'vitest';
import { positiveForm } from '../../lib/edition/apparatus-form';
import type { Edition, Work } from '../../lib/edition/model';
import { readMarkdownEdition } from '../../lib/edition/read';
import { collateWork } from '../../lib/studies/collation';
import { madeEdition } from '../made-work';
import { printedEntries } from '../printed';

// Without stops nothing shows whether a text is torn.
const text = 'and they sang in the boat that lay in the reeds and nobody came to it\n';

/** The apparatus of a whole text against a witness B, whose front matter says something of its ends. */
async function entries(front: string, witness: string): Promise<string[]> {
  const a = madeEdition(text);
  const b: Edition = {
    ...madeEdition(witness),
    ...readMarkdownEdition(`---\n${front}\n---\n\n${witness}`),
    siglum: 'B',
  };
  const work: Work = {
    slug: 'made',
    title: 'Made',
    base: 'A',
    order: ['A', 'B'],
    editions: [a, b],
    corrections: [],
  };
  const { rows } = await collateWork(work, work.editions, a);
  return rows.flatMap(({ parts }) => printedEntries(parts, positiveForm));
}

const short = 'and they sang in the boat that lay in the reeds and\n';
const late = 'the boat that lay in the reeds and nobody came to it\n';

test.each([
  ['title: B', short, ['nobody came to it ] A; om. B']],
  ['lacunae: end', short, ['and ] def. B']],
  ['lacunae: [start, end]', short, ['and ] def. B']],
  ['title: B', late, ['and they sang in ] A; om. B']],
  ['lacunae: start', late, ['in ] inc. B']],
  ['lacunae: none', 'nobody\n', ['and they … reeds and ] A; om. B', 'came to it ] A; om. B']],
])('%s: %j', async (front, witness, expected) => {
  expect(await entries(front, witness)).toEqual(expected);
});

test('a place that is not an end is refused with what may be said', () => {
  expect(() => readMarkdownEdition('---\nlacunae: middle\n---\n\nOne.\n')).toThrow(
    'must be “none”, “start”, “end”',
  );
});
