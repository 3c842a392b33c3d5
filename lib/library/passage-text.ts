import type { Edition } from '../edition/model';

/** Segments of an edition as running text, a blank line between them. */
export function passageText({ segments }: Edition, places: readonly number[]): string {
  return places.map((place) => segments[place].text).join('\n\n');
}
