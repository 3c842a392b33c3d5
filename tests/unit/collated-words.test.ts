import { expect, test } from 'vitest';
import { collate } from '../../lib/collate/collation';
import { diffTexts } from '../../lib/collate/diff';
import { createClassifier } from '../../lib/collate/kinds';
import { prepareWitnesses } from '../../lib/collate/prepare';
import { collateXJson, writeCollation } from '../../lib/formats/collation/write';
import { random } from '../bench/synthetic';
import { collated } from '../collated';

test.each([0, 9000, 19_900])('a fragment of common words finds its place in a long text', (at) => {
  const next = random(11);
  const words = Array.from(
    { length: 20_000 },
    () => `w${'abcdefghijklmnopqrst'[Math.floor(next() * 20)]}`,
  );
  const fragment = words.slice(at, at + 200).filter((_, k) => k < 100);
  const { columns } = collated({ A: words.join(' '), B: fragment.join(' ') });
  expect(columns.filter(([x, y]) => x && y && x.n === y.n)).toHaveLength(100);
  const { changes: found } = diffTexts(words.join(' '), fragment.join(' '), { language: 'en' });
  const equal = found.filter(({ kind }) => kind === 'equal').map(({ b }) => b);
  expect(equal.join(' ').match(/\w+/g)).toHaveLength(100);
});

test('a picture, a flag and a word beside Chinese are tokens of their own', () => {
  const [witness] = prepareWitnesses([{ siglum: 'A', text: '👩‍👩‍👧🇫🇷打开PDF文件 salt & pepper' }], {
    language: 'zh',
  });
  expect(witness.tokens.map(({ t }) => t.trim())).toEqual(
    expect.arrayContaining(['👩‍👩‍👧', '🇫🇷', 'PDF', '文件', '&']),
  );
});

test('phrases of different lengths face each other', () => {
  const { columns } = collated({
    A: 'the inn',
    B: 'the damp and empty inn',
    C: 'the very old quiet inn',
  });
  expect(columns).toHaveLength(5);
  const amp = collated({ A: 'oil & wine', B: 'oil and wine' });
  expect(amp.columns).toHaveLength(3);
});

test('words of meaning face each other, and inflected forms of one word', () => {
  const facing = (A: string, B: string, word: string) =>
    collated({ A, B })
      .columns.find(([own]) => own?.t.trim() === word)?.[1]
      ?.t.trim();
  expect(
    facing('And he doth say unto the boatman, Wait.', 'And he tells the boatman, Wait.', 'say'),
  ).toBe('tells');
  expect(
    facing('Then he cometh unto the shore', 'Then he at once came to the shore', 'cometh'),
  ).toBe('came');
  expect(facing('They took up the nets', 'The nets were taken up by them', 'took')).not.toBe(
    'were',
  );
});

test('words that came without space between them are written with it', () => {
  const tokens = (words: string) => words.split(' ').map((t) => ({ t }));
  const found = collate(
    prepareWitnesses([
      { siglum: 'A', tokens: tokens('a red hen') },
      { siglum: 'B', tokens: tokens('a very small hen') },
    ]),
  );
  expect(writeCollation(found, 'tei', createClassifier())).toContain('very small ');
  expect(
    collateXJson(found)
      .table.flat(2)
      .map((token) => token?.t),
  ).not.toContain('very ');
});
