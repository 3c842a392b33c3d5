import type { Element } from 'xast';
import { attribute, childrenOf, localName } from '../xml/read';

/**
 * Where the notes of a text have their calls, when it is not where they stand: by the `xml:id` of the
 * element that a note names as its target, or after a reference to the note.
 */
export interface NoteCalls {
  /** The labels of the notes whose calls stand after an element. */
  after: ReadonlyMap<string, readonly string[]>;
  /** Notes that have a call elsewhere. */
  elsewhere: ReadonlySet<Element>;
}

/** @param labels the label of each note of the texts. */
export function noteCalls(
  texts: readonly Element[],
  labels: ReadonlyMap<Element, string>,
): NoteCalls {
  const after = new Map<string, string[]>();
  const elsewhere = new Set<Element>();
  if (labels.size === 0) return { after, elsewhere };
  const ids = new Set<string>();
  const referred = new Set<string>();
  for (const text of texts) {
    for (const element of elementsOf(text)) {
      const id = attribute(element, 'xml:id');
      if (id && localName(element) !== 'note') ids.add(id);
      const target = attribute(element, 'target');
      if (target?.startsWith('#') && /^(ref|ptr)$/.test(localName(element))) {
        referred.add(target.slice(1));
      }
    }
  }
  for (const [note, label] of labels) {
    const pointer = (attribute(note, 'targetEnd') ?? attribute(note, 'target') ?? '').trim();
    const place = /^#(\S+)$/.exec(pointer)?.[1] ?? '';
    if (referred.has(attribute(note, 'xml:id') ?? '')) elsewhere.add(note);
    else if (ids.has(place)) {
      elsewhere.add(note);
      after.set(place, [...(after.get(place) ?? []), label]);
    }
  }
  return { after, elsewhere };
}

function* elementsOf(element: Element): Generator<Element> {
  yield element;
  for (const child of childrenOf(element)) yield* elementsOf(child);
}
