import { useLocale } from 'next-intl';
import { useEffect, useState } from 'react';

/** What a label can be found by besides its own letters: nothing until that is loaded. */
export type Spell = (label: string) => string;

/**
 * How labels in Chinese are typed without an input method: in Pinyin without tones, whole and by initials, as
 * “tongji tj”. Loaded for readers of Chinese alone.
 */
export function useSpelling(): Spell {
  const isChinese = useLocale().startsWith('zh');
  const [spell, setSpell] = useState<{ of: Spell }>({ of: () => '' });
  useEffect(() => {
    if (!isChinese) return;
    import('pinyin-pro').then(({ pinyin }) => {
      const inLetters = (label: string, pattern: 'pinyin' | 'first') =>
        pinyin(label, { toneType: 'none', type: 'array', pattern, v: true }).join('');
      setSpell({ of: (label) => `${inLetters(label, 'pinyin')} ${inLetters(label, 'first')}` });
    });
  }, [isChinese]);
  return spell.of;
}
