import { describe, expect, test } from 'vitest';
import { sentences } from '../../lib/language/sentences';
import { joinTexts } from '../../lib/language/spacing';

/** A text with a bar where each sentence ends comes back as it is given. */
const cut = (marked: string, language: string) => {
  const text = marked.replaceAll('¦', '');
  return sentences(text, language)
    .map(({ start, end }) => text.slice(start, end))
    .join('¦');
};

describe('where a sentence ends', () => {
  test.each([
    ['en', 'He said no. ¦Then he left.'],
    ['en', 'See no. 7 and fig. 3. ¦They agree.'],
    ['en', 'He ate a fig. ¦She slept.'],
    ['en', 'It left at 10 p.m. ¦Nobody saw it.'],
    ['en', 'Dr. Lee met Mrs. J. R. Hall on 8 Mar. 1920. ¦They spoke.'],
    ['en', 'It belongs to class D. ¦The others do not.'],
    ['en', 'The U.S. Army came. ¦He lived in the U.S. ¦Then he moved.'],
    ['en', '“Come!” she said. ¦“Why?” asked he.'],
    ['fr', 'Ils sont sept. ¦Elle compte.'],
    ['fr', 'M. Petit habite chap. 4. ¦Il dort.'],
    ['fr', '« Viens ! » dit-il. ¦« Où ? » demanda-t-elle. ¦Rien.'],
    [
      'fr',
      '«\u202fViens\u202f!\u202f» cria-t-il. ¦«\u00a0Non\u00a0! ¦Jamais\u00a0!\u00a0» ¦Elle partit.',
    ],
    ['es', 'Miró el mar. ¦Volvió. ¦El Sr. Paz llegó.'],
    ['de', 'Sie kam am 3. Oktober an. ¦Es regnete.'],
    ['de', 'Der 2. Weltkrieg endete. ¦Er kam. ¦»Nein!« rief er. ¦Das war z. B. neu.'],
    ['de', 'Er blieb bis 1914. ¦Dann ging er.'],
    ['grc', 'τίς ἦλθεν; ¦οὐδεὶς εἶδεν. ¦Ἔμεινεν.'.replace('οὐδεὶς', 'Οὐδεὶς')],
    ['sa-Latn', 'rāmo gacchati | ¦sītā tiṣṭhati || 4 || ¦punar āgacchati |'],
    ['hi', 'वह आया। ¦वह गया।'],
    ['bo', 'ང་འགྲོའོ། །¦ཁྱོད་སྡོད་ཅིག །'],
    ['zh', '他走了。¦“你好！”¦她说。'],
    ['zh', '我看《走吧！小马》了。¦好！'],
    ['zh', '（他来了。她走了。）¦完。'],
    ['ja', '彼は来た。¦「もう遅い。帰れ。」¦雨だ。'],
  ])('%s: %s', (language, marked) => {
    expect(cut(marked, language)).toBe(marked);
  });
});

test('sentences are joined with a space where their script has one', () => {
  expect(joinTexts(['他来了。', '“好。”', '她走了。'])).toBe('他来了。“好。”她走了。');
  expect(joinTexts(['One.', '', 'Two.'])).toBe('One. Two.');
  expect(joinTexts(['来た。', 'OK.'])).toBe('来た。 OK.');
  expect(joinTexts(['하나.', '둘.'])).toBe('하나. 둘.');
});
