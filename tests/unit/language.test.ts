import { describe, expect, test } from 'vitest';
import { features } from '../../lib/language/features';
import { chineseValue, digitValue, englishValue, labelValue } from '../../lib/language/numerals';
import { certainLanguage, guessLanguage } from '../../lib/language/script';
import { sentences } from '../../lib/language/sentences';
import { tokenize } from '../../lib/language/tokens';

describe('numerals', () => {
  test.each([
    ['一九四九', 1949],
    ['十二', 12],
    ['十八', 18],
    ['三十', 30],
    ['二十一', 21],
    ['一百零五', 105],
    ['两千零五万', 20050000],
    ['三亿', 300000000],
    ['〇', 0],
    ['百', 100],
  ])('%s is %d', (text, value) => expect(chineseValue(text)).toBe(value));

  test.each([
    ['thirty', 30],
    ['twenty one', 21],
    ['two hundred and fifty', 250],
    ['nineteen', 19],
    ['three thousand', 3000],
    ['sixteenth', 16],
    ['twenty first', 21],
    ['one million', 1000000],
  ])('%s is %d', (text, value) => {
    const words = text.split(' ');
    expect(englishValue(words, 0)).toEqual({ value, length: words.length });
  });

  test('neighbouring numbers stay apart', () => {
    expect(englishValue(['two', 'three'], 0)).toEqual({ value: 2, length: 1 });
    expect(englishValue(['treaty'], 0)).toBeNull();
  });

  test.each([
    ['1,949', 1949],
    ['٣٠', 30],
    ['１２', 12],
    ['3.5', 3.5],
  ])('digits %s', (text, value) => expect(digitValue(text)).toBe(value));

  test.each([
    ['(3)', '3'],
    ['（三）', '3'],
    ['iv.', '4'],
    ['四、', '4'],
    ['(a)', 'a'],
  ])('label %s', (label, value) => expect(labelValue(label)).toBe(value));
});

describe('features', () => {
  test('numbers are one thing, however written', () => {
    expect(
      features('its thirty-year lease, 30 years', 'en').filter((f) => f === '#30'),
    ).toHaveLength(2);
    expect(features('租借三十年', 'zh')).toContain('#30');
    expect(features('我于十六日到达', 'zh')).toContain('#16');
    expect(features('on the 16th', 'en').join(' ')).toContain('#16');
  });

  test('simplified and traditional characters are one', () => {
    expect(features('Smith说PDF文件', 'zh')).toEqual(['smith', '说', 'pdf', '文件']);
    expect(features('條約與聲明', 'zh-Hant')).toEqual(features('条约与声明', 'zh-Hans'));
  });
});

describe('sentences', () => {
  const cut = (text: string, language: string) =>
    sentences(text, language).map(({ start, end }) => text.slice(start, end).trim());

  test('abbreviations and brackets do not end them', () => {
    expect(cut('He met Stalin at 10 p.m. (Beijing time). Mr. Li left.', 'en')).toEqual([
      'He met Stalin at 10 p.m. (Beijing time).',
      'Mr. Li left.',
    ]);
  });

  test('Chinese stops do, and closing quotes stay with them', () => {
    expect(cut('他说：“好。”我走了。真的？', 'zh')).toEqual(['他说：“好。”', '我走了。', '真的？']);
  });
});

describe('tokens', () => {
  test('words keep apostrophes and hyphens, marks stand alone', () => {
    expect(tokenize("It's thirty-year [lease].", 'en').map(({ text }) => text)).toEqual([
      "It's",
      'thirty-year',
      '[',
      'lease',
      ']',
      '.',
    ]);
  });

  test('Chinese is cut into words', () => {
    expect(tokenize('斯大林说，由于雅尔塔协定', 'zh').map(({ text }) => text)).toEqual([
      '斯大林',
      '说',
      '，',
      '由于',
      '雅尔塔',
      '协定',
    ]);
  });

  test('the regular expression agrees with ICU on prose', () => {
    const text =
      'Whereas Member States have pledged themselves, in 1948, to achieve 3.5 more; “why” not?';
    const icu = [...new Intl.Segmenter('en', { granularity: 'word' }).segment(text)]
      .map(({ segment }) => segment)
      .filter((segment) => segment.trim());
    expect(tokenize(text, 'en').map((token) => token.text)).toEqual(icu);
  });
});

test.each([
  ['我于十六日到达莫斯科', 'zh'],
  ['これは日本語の文章です', 'ja'],
  ['대한민국 헌법', 'ko'],
  ['Все люди рождаются свободными и равными', 'ru'],
  ['كل الناس سواسية أمام القانون ولهم الحق', 'ar'],
  ['The questions involved include the prospect of peace and the treaty', 'en'],
  ['Tous les êtres humains naissent libres et égaux en dignité et en droits', 'fr'],
  ['123', 'und'],
  ['كتاب', 'ar'],
  ['بِسْمِ اللَّهِ الرَّحْمَنِ الرَّحِيمِ الْحَمْدُ لِلَّهِ رَبِّ الْعَالَمِينَ', 'ar'],
  ['Привет мир', 'ru'],
  ['Старик вышел к реке. Туман рассеялся.', 'ru'],
  ['Туман рассеялся.', 'ru'],
  ['Мельник заперъ дверь, и свѣтъ погасъ.', 'ru'],
  ['Мірошник замкнув двері. Туман розвіявся.', 'uk'],
  ['Млынар замкнуў дзверы, і туман рассеяўся.', 'be'],
  ['Мъглата се вдигна.', 'bg'],
  ['Јутро је било хладно.', 'sr'],
  ['Таа го затвори прозорецот и легна да спие.', 'mk'],
  ['Өглөө хүйтэн байв.', 'mn'],
  ['Ачиква аҩны аҟны иҟан.', 'und'],
  ['नमस्ते', 'hi'],
  ['सः वनं गच्छति । तत्र सिंहः प्रतिवसति । रामः तं पश्यति ।', 'sa'],
  ['तो माणूस बाजारात गेला आणि त्याने भाकरी विकत घेतली. मग तो आपल्या घरी परत आला.', 'mr'],
  ['አማርኛ', 'am'],
  ['வணக்கம்', 'ta'],
  // A line or two, of which a common word or a letter speaks.
  ['Hello there. Good day.', 'en'],
  ['The lamp went out.', 'en'],
  ['Old boats, new oars', 'en'],
  ['Nobody rows today.', 'en'],
  ['Merci bien, bonne nuit.', 'fr'],
  ['Gute Reise, großer Fluss', 'de'],
  ['Buenos días, señor.', 'es'],
  ['Grazie, buona notte.', 'it'],
  ['Nihil sine labore', 'la'],
  ['Nikt nie śpi.', 'pl'],
  ['Không ai ngủ.', 'vi'],
  ['چراغ خاموش شد', 'fa'],
  ['انطفأ المصباح', 'ar'],
  ['Mtumbwi ulipita mto polepole, na watoto walikuwa wakiimba nyimbo za zamani', 'sw'],
])('language of %j', (text, tag) => expect(guessLanguage(text)).toBe(tag));

test.each([
  ['a remarkable book', 'und'],
  ['The mill stood by the river and it was old.', 'en'],
  ['Der Müller ging mit dem Sack in die Stadt.', 'de'],
  ['老人坐在河边', 'zh'],
])('the language of “%s” is %s', (text, language) => expect(certainLanguage(text)).toBe(language));
