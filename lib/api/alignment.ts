import type { Layout } from '../compare/layout';
import type { Edition, Work } from '../edition/model';

/** A work as the JSON routes tell it: what is known of it and its editions, without their texts. */
export function describeWork({ slug, title, author, date, description, base, editions }: Work) {
  return {
    slug,
    title,
    author,
    date,
    description,
    base,
    editions: editions.map(describeEdition),
  };
}

export function describeEdition({ segments, warnings: _, ...metadata }: Edition) {
  return { ...metadata, segments: segments.length };
}

/** The contract's beads, between the base and one other edition. */
export function describeBeads(a: Edition, b: Edition, { pairs }: Layout) {
  const side = ({ siglum, language, segments }: Edition) => ({
    siglum,
    language,
    segments: segments.length,
  });
  return {
    unit: 'paragraph',
    a: side(a),
    b: side(b),
    beads: pairs[0].beads.map(({ a: inA, b: inB, score, origin }) => ({
      a: inA,
      b: inB,
      score: Number(score.toFixed(4)),
      ...(origin === 'confirmed' ? { origin } : {}),
    })),
  };
}

/** The alignment table: rows of cells of segment ids, a cell an edition. */
export function describeTable({ editions, base, rows }: Layout) {
  return {
    base: base.siglum,
    editions: editions.map(({ siglum }) => siglum),
    rows: rows.map(({ number, cells, score }) => ({
      number,
      score: Number(score.toFixed(4)),
      cells: cells.map(({ indices }, column) =>
        indices.map((index) => editions[column].segments[index].id),
      ),
      ...(cells.some(({ moved }) => moved) ? { moved: cells.map(({ moved }) => moved) } : {}),
    })),
  };
}
