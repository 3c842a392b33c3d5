import type { Segment, Warning } from './model';

/**
 * Characters that turn the direction of what follows, or hide: text that has them may not read as
 * it is written (https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing).
 */
const directions = /[\u202a-\u202e\u2066-\u2069]/u;
const hidden = /[\u200b\u2060\u{e0000}-\u{e007f}]/u;

/** Warns of what a reader would not see; each kind once, with the line of the first. */
export function controlWarnings(segments: readonly Segment[]): Warning[] {
  const kinds: [RegExp, string][] = [
    [
      directions,
      'characters that turn the direction of text (such as U+202E); it may not read as it is written',
    ],
    [hidden, 'characters that cannot be seen (such as U+200B)'],
  ];
  return kinds.flatMap(([pattern, what]) => {
    const found = segments.filter(({ text }) => pattern.test(text));
    if (found.length === 0) return [];
    const line = found[0].position?.line;
    return [
      { ...(line === undefined ? {} : { line }), message: `there are ${what} (${found.length})` },
    ];
  });
}
