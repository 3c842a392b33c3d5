/** What readings of Chinese characters are written in. */
export const rubyScripts = ['pinyin', 'zhuyin'] as const;
export type RubyScript = (typeof rubyScripts)[number];
