import { describe, expect, test } from 'vitest';
import { tokenize } from '../../lib/language/tokens';
import { searchTokens } from '../../lib/search/tokens';

describe('signs within words that are not letters', () => {
  test.each([
    ['Dampf\u00adschiff', 'dampfschiff'],
    ['می\u200cخواهم', 'میخواهم'],
    ['كتـــاب', 'كتاب'],
  ])('%s is one word', (written, norm) => {
    const tokens = tokenize(`${written}.`, 'de');
    expect(tokens.map((token) => token.norm)).toEqual([norm, '.']);
    expect(tokens[0]).toMatchObject({ start: 0, end: written.length, text: written });
    expect(searchTokens(written).map((token) => token.norm)).toHaveLength(1);
  });

  test('letters that Unicode does not take apart are found by plain ones', () => {
    const folded = (word: string) => searchTokens(word).map(({ norm }) => norm);
    for (const [written, plain] of [
      ['Đà', 'da'],
      ['Maß', 'mass'],
      ['Œdipe', 'oedipe'],
      ['Ærø', 'aero'],
      ['Łuk', 'luk'],
      ['Qurʾān', 'quran'],
    ]) {
      expect(folded(written)).toEqual([plain]);
      expect(folded(plain)).toEqual([plain]);
    }
  });
});
