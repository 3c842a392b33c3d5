/** Words that a reader has picked out of a segment; offsets in its text. */
export interface Picked {
  siglum: string;
  segment: string;
  start: number;
  end: number;
}
