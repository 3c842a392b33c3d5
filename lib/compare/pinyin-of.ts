import type { Segment } from '../edition/model';
import { pronouncedSpans } from '../edition/pronounced-spans';
import type { Pronunciation } from '../edition/pronunciations';
import { type Reading, readings } from '../language/pinyin';

/**
 * The Pinyin of a segment: what people say of its edition first, then the library's own. Characters whose
 * reading the source itself gives have none beside it.
 */
export function pinyinOf(segment: Segment, own: readonly Pronunciation[]): Reading[] {
  const said = pronouncedSpans(segment, own).map(
    ({ start, end, target = '' }): Reading => ({ start, end, pinyin: target }),
  );
  const taken = [...segment.spans.filter(({ kind }) => kind === 'ruby'), ...said];
  const rest = readings(segment.text).filter(
    ({ start, end }) => !taken.some((span) => span.start < end && span.end > start),
  );
  return [...said, ...rest].sort((x, y) => x.start - y.start);
}
