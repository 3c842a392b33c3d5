import { expect, test } from 'vitest';
import { bopomofo } from '../../lib/language/bopomofo';
import { dictionary } from '../../lib/language/lexicon';
import { toneMarks } from '../../lib/language/pinyin';

test.each([
  ['zhǎng', 'ㄓㄤˇ'],
  ['de', '˙ㄉㄜ'],
  ['zhī', 'ㄓ'],
  ['sì', 'ㄙˋ'],
  ['yī', 'ㄧ'],
  ['yīn', 'ㄧㄣ'],
  ['yíng', 'ㄧㄥˊ'],
  ['yǒu', 'ㄧㄡˇ'],
  ['yòng', 'ㄩㄥˋ'],
  ['yuè', 'ㄩㄝˋ'],
  ['yún', 'ㄩㄣˊ'],
  ['yú', 'ㄩˊ'],
  ['wǒ', 'ㄨㄛˇ'],
  ['wèi', 'ㄨㄟˋ'],
  ['wēng', 'ㄨㄥ'],
  ['wú', 'ㄨˊ'],
  ['liù', 'ㄌㄧㄡˋ'],
  ['lǜ', 'ㄌㄩˋ'],
  ['nüè', 'ㄋㄩㄝˋ'],
  ['xué', 'ㄒㄩㄝˊ'],
  ['qióng', 'ㄑㄩㄥˊ'],
  ['juān', 'ㄐㄩㄢ'],
  ['dūn', 'ㄉㄨㄣ'],
  ['ér', 'ㄦˊ'],
  ['r', '˙ㄦ'],
  ['ma', '˙ㄇㄚ'],
])('%s is %s in Bopomofo', (pinyin, letters) => expect(bopomofo(pinyin)).toBe(letters));

test('every syllable of the dictionary has its own letters', () => {
  const syllables = new Set<string>();
  for (const [word, entries] of dictionary().bySimplified) {
    if ([...word].length !== 1) continue;
    for (const { pinyin } of entries) {
      // It writes xx5 where no reading is known.
      if (/^(?!xx)[a-zü:]+[1-5]$/i.test(pinyin)) syllables.add(toneMarks(pinyin.toLowerCase()));
    }
  }
  expect(syllables.size).toBeGreaterThan(1200);
  const made = [...syllables].map((each) => [each, bopomofo(each)] as const);
  expect(made.filter(([, letters]) => !/^˙?[ㄅ-ㄩㄫ]{1,3}[ˊˇˋ]?$/.test(letters ?? ''))).toEqual([]);
  // No two that are read differently are written alike; ê and ei are spelt apart, too.
  expect(new Set(made.map(([, letters]) => letters)).size).toBe(syllables.size);
});

test.each(['xxq', '', 'hello', 'yq'])('%j is none', (word) => expect(bopomofo(word)).toBeNull());
