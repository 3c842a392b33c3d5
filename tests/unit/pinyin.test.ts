import { Converter } from 'opencc-js/cn2t';
import { describe, expect, test } from 'vitest';
import { chineseWords } from '../../lib/language/chinese-words';
import { readableGloss, readings } from '../../lib/language/pinyin';
import { readingsRight } from '../chinese-samples';

describe('Pinyin', () => {
  test.each([
    ['simplified', (text: string) => text],
    ['traditional', Converter({ from: 'cn', to: 'tw' })],
  ])('reads characters with several readings by their context: %s', (_, convert) => {
    const { count, wrong } = readingsRight(convert, readings);
    expect(count).toBeGreaterThan(300);
    expect(1 - wrong.length / count, wrong.join('\n')).toBeGreaterThanOrEqual(0.97);
  });

  test.each([
    ['她沉到了河底', 'tā chén dào le hé dǐ'],
    ['铜水倒进模子', 'tóng shuǐ dào jìn mú zi'],
    ['较大自由中的社会', 'jiào dà zì yóu zhōng de shè huì'],
    ['人人得有资格', 'rén rén dé yǒu zī gé'],
    ['意志应以选举', 'yì zhì yīng yǐ xuǎn jǔ'],
    ['他应邀来了', 'tā yìng yāo lái le'],
    ['那是你唱的', 'nà shì nǐ chàng de'],
    ['查总数', 'chá zǒng shù'],
    ['孩子还了解他', 'hái zi hái liǎo jiě tā'],
    ['朝阳区', 'cháo yáng qū'],
  ])('of %s', (text, wanted) => {
    expect(
      readings(text)
        .map(({ pinyin }) => pinyin)
        .join(' '),
    ).toBe(wanted);
  });

  test('stands over the characters, whatever is between them', () => {
    expect(readings('銀行 (bank) 𠀀重慶。')).toEqual([
      { start: 0, end: 1, pinyin: 'yín' },
      { start: 1, end: 2, pinyin: 'háng' },
      { start: 12, end: 13, pinyin: 'chóng' },
      { start: 13, end: 14, pinyin: 'qìng' },
    ]);
  });
});

describe('glosses', () => {
  test.each([
    ['CL:個|个[ge4],位[wei4]', 'classifier: 個|个 (gè), 位 (wèi)'],
    ['used in 傢伙|家伙[jia1huo5]', 'used in 傢伙|家伙 (jiā huo)'],
    ['abbr. to 七律[qi1lu:4]', 'abbr. to 七律 (qī lǜ)'],
    ['road (CL:條|条[tiao2])', 'road (classifier: 條|条 (tiáo))'],
    ['variant of 倒持泰阿[dao4chi2-Tai4e1]', 'variant of 倒持泰阿 (dào chí-Tài ē)'],
    [
      'see 二十四計，走|二十四计，走[er4 shi2 si4 ji4 , zou3]',
      'see 二十四計，走|二十四计，走 (èr shí sì jì, zǒu)',
    ],
    ['novel by 雨果·維|雨果·维[Yu3 guo3 · Wei2]', 'novel by 雨果·維|雨果·维 (Yǔ guǒ · Wéi)'],
    ['germanium Ge32 鍺|锗[zhe3], pr. sik1', 'germanium Ge32 鍺|锗 (zhě), pr. sik1'],
  ])('of CC-CEDICT have their readings with tone marks: %s', (gloss, readable) => {
    expect(readableGloss(gloss)).toBe(readable);
  });
});

describe('words of Chinese', () => {
  test.each([
    '没有|人|参与|这|件|事',
    '他|数|着|数',
    '研究|生命|的|起源',
    '自由|中|的|发展',
    '乒乓球|拍卖|完了',
    '和尚|未婚|的|人',
    '中国人民解放军|前进',
    '队伍|参差不齐',
    '结婚|的|和|尚未|结婚|的',
    '𠀀|字|很|少见',
    '南京市|长江|大桥',
    '武汉市|长江|大桥',
    '长春|市长|春节|讲话',
    '长春市|长春|药店',
    '使|用户|满意',
    '这个|门|把手|坏了',
    '雨|下|得|很|大',
    '美国|会|通过|这个|法案',
    '他|从|马上|下来',
    '这|的确|重要',
    '有|意见|分歧',
  ])('%s', (cut) => expect(chineseWords(cut.replaceAll('|', '')).join('|')).toBe(cut));

  test('a long run is cut in time that grows with its length', () => {
    const run = '我们研究生命的起源'.repeat(5000);
    expect(chineseWords(run).join('')).toBe(run);
  });
});
