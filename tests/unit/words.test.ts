import { expect, test } from 'vitest';
import { WordModel } from '../../lib/align/words';
import { linkWords } from '../../lib/compare/word-links';
import { chooseEditions } from '../../lib/works/choose';
import { loadWork } from '../../lib/works/load';
import { readGold } from '../bench/gold';

const [{ a, b, beads }] = readGold();
const side = ({ language, texts }: typeof a) => ({
  language,
  segments: texts.map((text) => ({ text })),
});
const model = new WordModel(side(a), side(b), beads);

test('words are linked with what renders them', () => {
  const [zh, en] = ['公鸡忽然叫了起来。', 'At that very moment the rooster began to crow.'];
  const links = model.link(zh, en);
  const pairs = links.map((link) => `${zh.slice(...link.a)}=${en.slice(...link.b)}`);
  expect(pairs).toContain('公鸡=rooster');
  for (const { score } of links) {
    expect(score).toBeGreaterThan(0);
    expect(score).toBeLessThanOrEqual(1);
  }
});

test('nothing is linked with nothing', () => {
  expect(model.link('', 'Nothing.')).toEqual([]);
  expect(model.link('……', '…')).toEqual([]);
});

test('the telegram’s words are linked across all its editions, in their places', async () => {
  const { work } = await loadWork('telegram-to-liu', 'editions');
  const { editions, base } = chooseEditions(work, { editions: ['zh', 'en', 'en-plain'] });
  const pairs = await linkWords(work, editions, base);
  const text = (siglum: string, [id, start, end]: [string, number, number]) =>
    work.editions
      .find((edition) => edition.siglum === siglum)!
      .segments.find((segment) => segment.id === id)!
      .text.slice(start, end);
  const found = pairs.flatMap(({ siglum, links }) =>
    links.map(([x, y]) => `${text(base.siglum, x)}=${text(siglum, y)}`),
  );
  for (const pair of ['treaty=条约', 'Stalin=斯大林', 'loans=贷款', 'Taiwan=Taiwan', 'war=战争']) {
    expect(found).toContain(pair);
  }
});
