import { describe, expect, test } from 'vitest';
import { diffTexts } from '../../lib/collate/diff';
import { createClassifier } from '../../lib/collate/kinds';
import { comparedLanguage, isChinese, languageFamily, sameLanguage } from '../../lib/edition/model';
import { createFold } from '../../lib/language/fold';
import { sharedLanguage, wordLanguage } from '../../lib/language/literary';
import { tokenize } from '../../lib/language/tokens';
import { findTerm } from '../../lib/studies/find-term';

const between = (a: string, b: string, language = 'zh') =>
  diffTexts(a, b, { language })
    .changes.map(({ kind, a: own, b: other }) => (kind === 'equal' ? own : `[${own}/${other}]`))
    .join('');

describe('families of languages', () => {
  test('all that is written in Chinese characters is Chinese', () => {
    for (const tag of ['zh', 'zh-Hant', 'cmn', 'yue', 'wuu', 'nan', 'hak', 'gan', 'lzh']) {
      expect([tag, languageFamily(tag)]).toEqual([tag, 'zh']);
      expect(sameLanguage({ language: tag }, { language: 'zh-Hans' })).toBe(true);
    }
    for (const tag of ['ja', 'ko', 'zh-Latn', 'vi', 'en', 'und', 'not a tag'])
      expect([tag, isChinese(tag)]).toEqual([tag, false]);
  });
  test('older languages are read by the rules of younger ones, and compared apart', () => {
    expect(['grc', 'ang', 'hbo', 'arz', 'frm', 'de-AT'].map(languageFamily)).toEqual([
      'el',
      'en',
      'he',
      'ar',
      'fr',
      'de',
    ]);
    expect(comparedLanguage('grc')).toBe('grc');
    expect(sameLanguage({ language: 'grc' }, { language: 'el' })).toBe(false);
  });
  test('letters of older languages fold as those of younger ones', () => {
    const fold = (language: string) => createFold(['spelling'], { language });
    expect(fold('hbo')('שָׁלוֹם')).toBe(fold('he')('שָׁלוֹם'));
    expect(fold('arz')('إلى')).toBe(fold('ar')('إلى'));
    expect(fold('enm')('colour')).toBe(fold('en')('colour'));
  });
});

describe('Chinese compared', () => {
  test('a pronoun is a word beside its verb', () => {
    expect(tokenize('他认为这样', 'zh').map(({ text }) => text)).toEqual(['他', '认为', '这样']);
    expect(between('他覺得很冷', '他認為很熱', 'zh-Hant')).toBe('他[覺得/認為]很[冷/熱]');
  });
  test('characters of literary Chinese stay unmarked in the modern words', () => {
    const language = sharedLanguage('zh', 'lzh');
    expect(language).toBe('lzh');
    expect(between('學而時習之', '學習並且時常溫習它', language)).toBe(
      '學[而/習並且]時[/常溫]習[之/它]',
    );
    expect(between('有朋自远方来', '有朋友从远方来')).toBe('有朋[自/友从]远方来');
  });
  test('words that share a character by chance are shown whole', () => {
    expect(between('学习', '学生')).toBe('[学习/学生]');
    expect(between('天气很冷，他在家里看书', '下雨了，孩子们跑回学校去')).not.toContain('他]');
  });
  test('a pronoun and its verb, or a number and its measure, are not one word', () => {
    expect(between('我去了银行取款，他在家。', '我到了银行取钱，他在家。')).toBe(
      '我[去/到]了银行[取款/取钱]，他在家。',
    );
    expect(between('等雾散了，船就来了。', '等雾散去，船便来了。')).toBe(
      '等雾散[了/去]，船[就/便]来了。',
    );
    expect(between('他說了學習的事。', '他说了学生的事。')).toContain('[學習/学生]');
  });
  test('what is replaced on both sides of a comma is two changes, in the language of any time', () => {
    expect(between('她买了三本书，两支笔。', '她买了三本小说，一支笔。')).toBe(
      '她买了三本[书/小说]，[两/一]支笔。',
    );
    expect(between('分久必合，合久必分。', '合久必分，分久必合。')).toBe(
      '[分/合]久必[合/分]，[合/分]久必[分/合]。',
    );
  });
  test('quotation marks differ by script, as characters do', () => {
    const kindOf = createClassifier({ language: 'zh' });
    expect(kindOf('「', '“')).toBe('script');
    expect(kindOf('條約', '条约')).toBe('script');
    expect(kindOf('，', '。')).toBe('punctuation');
    const fold = createFold(['script'], { language: 'zh' });
    expect(fold('他說：「條約。」')).toBe(fold('他说：“条约。”'));
  });
  test('a term is found in either script', () => {
    const segment = {
      id: 'p1',
      kind: 'paragraph' as const,
      text: '签订条约，條約生效。',
      spans: [],
    };
    const edition = { language: 'zh-Hans', segments: [segment] };
    const found = (term: string) => findTerm(edition as never, term).map(({ start }) => start);
    expect(found('條約')).toEqual([2, 5]);
    expect(found('条约')).toEqual([2, 5]);
  });
});

test.each([
  ['我去银行取款，他在家。', 'zh'],
  ['会议决定成立委员会。', 'zh'],
  ['明天上午十点开会。', 'zh-Hans'],
])('a short modern text without particles is not literary: %s', (text, language) => {
  expect(wordLanguage(language, text)).toBe(language);
});

test.each([
  '道可道，非常道。名可名，非常名。',
  '三人行，必有我师焉。',
  '白日依山尽，黄河入海流。欲穷千里目，更上一层楼。',
  '床前看月光，疑是地上霜。举头望山月，低头思故乡。',
  '晋太元中，武陵人捕鱼为业。',
])('a short literary text is: %s', (text) => {
  expect(wordLanguage('zh', text)).toBe('lzh');
});

test.each([
  ['我去银行', '我 去 银行'],
  ['他很大', '他 很 大'],
  ['我国和他人', '我国 和 他人'],
  ['他認為', '他 認為'],
  ['一九四九年十月一日', '一九四九 年 十 月 一 日'],
  ['1949年10月1日', '1949 年 10 月 1 日'],
])('pronouns and numerals are words by themselves: %s', (text, words) => {
  expect(
    tokenize(text, 'zh')
      .map((token) => token.text)
      .join(' '),
  ).toBe(words);
});
