import type { Edition, EditionMetadata } from '../../../lib/edition/model';

/** An edition as its column shows it: all but its text. */
export type EditionFace = EditionMetadata;

export function faceOf({ segments: _, warnings: __, ...metadata }: Edition): EditionFace {
  return metadata;
}
