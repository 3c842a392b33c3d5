import type { Work } from '../edition/model';
import type { PlacedNote, PlacedTarget } from '../edition/notes';

/**
 * Notes as a W3C Web Annotation collection (JSON-LD; https://www.w3.org/TR/annotation-model/).
 * A range of words is given by its quotation, with what surrounds it, and by its offsets.
 *
 * @param address of the work's page, without query.
 */
export function annotationCollection(work: Work, notes: readonly PlacedNote[], address: string) {
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `${address}/annotations`,
    type: 'AnnotationCollection',
    label: `Notes on ${work.title}`,
    total: notes.length,
    first: {
      id: `${address}/annotations?page=1`,
      type: 'AnnotationPage',
      startIndex: 0,
      items: notes.map((note) => ({
        id: `${address}/annotations#${note.id}`,
        type: 'Annotation',
        motivation: 'commenting',
        ...(note.author ? { creator: { type: 'Person', name: note.author.name } } : {}),
        created: note.created,
        modified: note.modified,
        body: { type: 'TextualBody', format: 'text/markdown', value: note.text },
        target: note.targets.map((target) => targetOf(work, target, address)),
      })),
    },
  };
}

/** Letters of context on either side of a quotation, as the model recommends. */
const context = 32;

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
          prefix: text.slice(Math.max(0, start - context), start),
          suffix: text.slice(end, end + context),
        }
      : {}),
  };
  return {
    source,
    ...(edition ? { language: edition.language } : {}),
    selector: range ? [exact, { type: 'TextPositionSelector', start, end }] : [exact],
  };
}
