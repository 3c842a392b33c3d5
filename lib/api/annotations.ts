import type { Work } from '../edition/model';
import type { PlacedNote, PlacedTarget } from '../edition/notes';

// Notes as W3C Web Annotations in JSON-LD (https://www.w3.org/TR/annotation-model/). A range of words
// is given by its quotation, with what surrounds it, and by its offsets.

const context = 'http://www.w3.org/ns/anno.jsonld';
export const annotationType = `application/ld+json; profile="${context}"; charset=utf-8`;

/** Where annotations and what they are about are found. */
export interface AnnotationAddresses {
  /** Of the collection; an annotation's own is below it. */
  annotations: string;
  /** Of the work's page, without query. */
  page: string;
}

export function annotationCollection(
  work: Work,
  notes: readonly PlacedNote[],
  addresses: AnnotationAddresses,
) {
  const { annotations } = addresses;
  return {
    '@context': context,
    id: annotations,
    type: 'AnnotationCollection',
    label: `Notes on ${work.title}`,
    total: notes.length,
    first: {
      id: `${annotations}?page=1`,
      type: 'AnnotationPage',
      partOf: annotations,
      startIndex: 0,
      items: notes.map((note) => annotationOf(work, note, addresses)),
    },
  };
}

/** One annotation by itself. */
export const annotation = (work: Work, note: PlacedNote, addresses: AnnotationAddresses) => ({
  '@context': context,
  ...annotationOf(work, note, addresses),
});

const annotationOf = (
  work: Work,
  note: PlacedNote,
  { annotations, page }: AnnotationAddresses,
) => ({
  id: `${annotations}/${note.id}`,
  type: 'Annotation',
  motivation: 'commenting',
  ...(note.author ? { creator: { type: 'Person', name: note.author.name } } : {}),
  created: note.created,
  modified: note.modified,
  body: { type: 'TextualBody', format: 'text/markdown', value: note.text },
  target: note.targets.map((target) => targetOf(work, target, page)),
});

/** Letters of context on either side of a quotation, as the model recommends. */
const lettersAround = 32;

function targetOf(work: Work, target: PlacedTarget, address: string) {
  const edition = work.editions.find(({ siglum }) => siglum === target.edition);
  const text = edition?.segments.find(({ id }) => id === target.segment)?.text;
  const source = `${address}?at=${encodeURIComponent(`${target.edition}.${target.segment}`)}`;
  const { start, end, quote = '' } = target;
  const range = text !== undefined && start !== undefined && end !== undefined;
  const exact = {
    type: 'TextQuoteSelector',
    exact: range ? text.slice(start, end) : (text ?? quote),
    ...(range
      ? {
          prefix: text.slice(Math.max(0, start - lettersAround), start),
          suffix: text.slice(end, end + lettersAround),
        }
      : {}),
  };
  return {
    source,
    ...(edition ? { language: edition.language } : {}),
    selector: range ? [exact, { type: 'TextPositionSelector', start, end }] : [exact],
  };
}
