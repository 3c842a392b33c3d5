import { expect, test } from 'vitest';
import { slugOf } from '../../app/components/slug';

test.each([
  ['The Ferry', 'the-ferry'],
  ['渡船', 'du-chuan'],
  ['没有人参与', 'mei-you-ren-can-yu'],
  ['重慶談判', 'chong-qing-tan-pan'],
  ['給劉培善的電報 (1949)', 'gei-liu-pei-shan-de-dian-bao-1949'],
  ['Война и мир', 'voyna-i-mir'],
  ['ほしのひかり', 'hoshinohikari'],
  ['…', ''],
])('a work is named by its title: %s', async (title, slug) => {
  expect(await slugOf(title)).toBe(slug);
});

test('a short name from a long title in any script is one that a work may have', async () => {
  for (const title of ['渡船'.repeat(60), 'رسالة '.repeat(40), '한국어 '.repeat(40)]) {
    expect(await slugOf(title)).toMatch(/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/);
  }
});
