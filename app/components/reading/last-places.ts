/** Where a reader was last in a work. */
export interface LastPlace {
  /** Path and query of the view. */
  address: string;
  /** The number of the row. */
  number: number;
}

const kept = 'variorum:last-places';
/** Works whose place is kept, at most; the one read longest ago makes way. */
const maxWorks = 50;

/** The places by work, the one read last at the end. */
function lastPlaces(): Map<string, LastPlace> {
  try {
    return new Map(JSON.parse(localStorage.getItem(kept) ?? '[]'));
  } catch {
    return new Map();
  }
}

export const lastPlaceIn = (work: string): LastPlace | undefined => lastPlaces().get(work);

/** Keeps the place in a work; its beginning is not a place to come back to. */
export function keepLastPlace(address: string, number: number): void {
  const [, slug] = /^\/works\/([^/?]+)(?:\?|$)/.exec(address) ?? [];
  if (!slug) return;
  const places = lastPlaces();
  places.delete(slug);
  if (number > 1) places.set(slug, { address, number });
  try {
    localStorage.setItem(kept, JSON.stringify([...places].slice(-maxWorks)));
  } catch {
    // Where nothing can be kept, reading goes on.
  }
}
