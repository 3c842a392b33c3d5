import type { Segment } from '../edition/model';
import type { Pronunciation } from '../edition/pronunciations';
import { bopomofo } from '../language/bopomofo';
import { pinyinOf } from './pinyin-of';
import type { RubyScript } from './ruby-scripts';

/** What stands by Chinese characters; UTF-16 offsets. */
export interface RubyReading {
  start: number;
  end: number;
  text: string;
  /** BCP 47, of `text`. */
  language: 'zh-Latn-pinyin' | 'zh-Bopo';
}

/** The readings of a segment in a script; what is not Pinyin of the usual syllables stays as it is. */
export function rubyOf(
  segment: Segment,
  own: readonly Pronunciation[],
  script: RubyScript,
): RubyReading[] {
  return pinyinOf(segment, own).map(({ start, end, pinyin }) => {
    const letters = script === 'zhuyin' ? bopomofo(pinyin) : null;
    return letters === null
      ? { start, end, text: pinyin, language: 'zh-Latn-pinyin' }
      : { start, end, text: letters, language: 'zh-Bopo' };
  });
}
