import { contentHash } from '../core/hash';

/**
 * Gives each text an id that depends on that text alone, so that edits elsewhere in the edition
 * leave it as it was. Equal texts are told apart by their order: `p1a2b3c4d`, `p1a2b3c4d-2`.
 */
export function createIdentifier(): (kind: string, text: string) => string {
  const seen = new Map<string, number>();
  return (kind, text) => {
    const folded = text.normalize('NFC').replace(/\s+/g, ' ').trim();
    const id = `${kind[0]}${contentHash(folded, 'segment')}`;
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    return count === 1 ? id : `${id}-${count}`;
  };
}
