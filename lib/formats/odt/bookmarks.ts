import type { Element } from 'xast';
import { allOf, attribute } from '../xml/read';

/** The names of the places in a text to which links may lead. */
export function bookmarksOf(text: Element): Set<string> {
  const marks = [...allOf(text, 'bookmark'), ...allOf(text, 'bookmark-start')];
  return new Set(marks.map((mark) => attribute(mark, 'text:name') ?? ''));
}
