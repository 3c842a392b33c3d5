import type { Layout } from '../compare/layout';
import type { Edition, Work } from '../edition/model';
import { collateXJson } from '../formats/collation/write';
import type { CollatedRow } from '../formats/prepared';

/** A work as the JSON routes describe it: what is known of it and its editions, without their texts. */
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
    /** What the indices of the beads stand for. */
    ids: segments.map(({ id }) => id),
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

/**
 * The alignment table: rows of cells of segment ids, a cell an edition.
 *
 * @param from the first row, from 0.
 * @param to before which row it ends.
 * @param withTexts whether the texts of the segments stand beside their ids.
 */
export function describeTable(
  { editions, base, rows }: Layout,
  from = 0,
  to = rows.length,
  withTexts = false,
) {
  return {
    base: base.siglum,
    editions: editions.map(({ siglum }) => siglum),
    count: rows.length,
    rows: rows.slice(from, to).map(({ number, cells, score }) => ({
      number,
      score: Number(score.toFixed(4)),
      cells: cells.map(({ indices }, column) =>
        indices.map((index) => editions[column].segments[index].id),
      ),
      ...(withTexts
        ? {
            texts: cells.map(({ indices }, column) =>
              indices.map((index) => editions[column].segments[index].text),
            ),
          }
        : {}),
      ...(cells.some(({ moved }) => moved) ? { moved: cells.map(({ moved }) => moved) } : {}),
    })),
  };
}

/** One row of a collation, with the ids of the segments that its witnesses' words are from. */
export function describeCollatedRow(
  { number, collation, variance }: CollatedRow,
  { rows, editions }: Layout,
) {
  const { cells } = rows[number - 1];
  return {
    number,
    variance: Number(variance.toFixed(4)),
    segments: collation.witnesses.map((siglum) => {
      const column = editions.findIndex((edition) => edition.siglum === siglum);
      return cells[column].indices.map((index) => editions[column].segments[index].id);
    }),
    ...collateXJson(collation),
  };
}
