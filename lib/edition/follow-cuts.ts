import type { Correction } from './model';
import { sentenceId, sentencePlace } from './sentence-ids';

/** Where the sentences of a segment began, and where they begin now; UTF-16, rising, from 0. */
export interface Recut {
  segment: string;
  before: readonly number[];
  now: readonly number[];
}

/** A side of a link after a segment was cut anew: the sentences that have the words it had. */
export function followCut(ids: readonly string[], { segment, before, now }: Recut): string[] {
  const held = new Set<number>();
  for (const id of ids) {
    const place = sentencePlace(id);
    if (place?.segment === segment) held.add(place.at);
  }
  if (held.size === 0) return [...ids];
  const here = now.filter(
    (start) =>
      held.has(before.findLast((each) => each <= start) ?? 0) ||
      [...held].some((each) => (now.findLast((at) => at <= each) ?? 0) === start),
  );
  const first = ids.findIndex((id) => sentencePlace(id)?.segment === segment);
  const others = (list: readonly string[]) =>
    list.filter((id) => sentencePlace(id)?.segment !== segment);
  return [
    ...others(ids.slice(0, first)),
    ...here.map((start) => sentenceId(segment, start)),
    ...others(ids.slice(first)),
  ];
}

/**
 * Links after a segment was cut anew. Two that then have a sentence in common are one.
 *
 * @param siglum the edition of the segment.
 */
export function followCuts(
  links: readonly Correction[],
  siglum: string,
  recut: Recut,
): Correction[] {
  const found: Correction[] = [];
  for (const link of links) {
    const side = (k: 0 | 1) => (k === 0 ? link.a : link.b);
    const [a, b] = ([0, 1] as const).map((k) =>
      link.editions[k] === siglum ? followCut(side(k), recut) : [...side(k)],
    );
    const isWithin = (ids: readonly string[], others: readonly string[]) =>
      ids.some((id) => others.includes(id));
    const twin = found.findIndex(
      (each) =>
        String(each.editions) === String(link.editions) &&
        (isWithin(each.a, a) || isWithin(each.b, b)),
    );
    if (twin < 0) found.push({ ...link, a, b });
    else {
      const other = found[twin];
      found[twin] = {
        ...other,
        a: [...new Set([...other.a, ...a])],
        b: [...new Set([...other.b, ...b])],
      };
    }
  }
  return found;
}
