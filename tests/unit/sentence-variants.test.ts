import { expect, test } from 'vitest';
import { sentences } from '../../lib/language/sentences';

const cut = (language: string, text: string) =>
  sentences(text, language).map(({ start, end }) => text.slice(start, end).trim());

test.each([
  [
    'fr',
    ['« Oh ! », fit-elle.', '« Non ? »', '— Oui, dit-il.', 'En sept. Il vint.'],
    ['En sept.', 'Il vint.'],
  ],
  ['fr', ['L’an 50 av. J.-C. fut long.', 'Il partit.']],
  ['ru', ['А. С. Пушкин пришёл.', '— Да? — спросил он.', '— Нет.']],
  ['pl', ['„Chodź!” powiedział.', '– Nie! – krzyknął.', '– Idź.']],
  ['es', ['Vive en EE. UU. es verdad.', 'Ella no.']],
  ['it', ['Pane, vino, ecc.', 'Poi venne.']],
  ['de', ['Am 3. 10. 1990 kam er.', 'Brot, Wein usw.', 'Er ging.']],
  [
    'en',
    [
      'He quoted Rom. 3:16 to us.',
      'He read col. 5 of it.',
      'It was in the next col.',
      'See ex. 5.',
    ],
  ],
  ['grc', ['τίς ἦλθεν;', 'οὐδεὶς εἶδεν· μόνος ἦν.', 'τί δαί;']],
  ['pi-Latn', ['evaṃ me sutaṃ.', 'ekaṃ samayaṃ |', 'viharati ||']],
  ['sa-Latn', ['atha yogānuśāsanam // 1.1 //', 'yogaś cittavṛttinirodhaḥ // 1.2 //']],
  ['sa', ['धर्मक्षेत्रे ।', 'कुरुक्षेत्रे ॥ १ ॥', 'मामकाः ।']],
  ['hi', ['डॉ. शर्मा आए।', 'कौन?']],
  ['ja', ['「行くよ。」と彼は言った。', '「来る？」', '彼女は笑った。']],
  [
    'zh',
    [
      '我们看“快跑吧！小驴”好吗？',
      '好！',
      '他说：“来吗？',
      '去吧！”',
      '（他说：“来！”）',
      '她走了。',
    ],
  ],
])('sentences of %s: %j', (language, expected, last?: string[]) => {
  const whole = last ? [...expected.slice(0, -1), ...last] : expected;
  const joined = /^(zh|ja)$/.test(language) ? expected.join('') : expected.join(' ');
  expect(cut(language, joined)).toEqual(whole);
});
