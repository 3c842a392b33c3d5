/** Makes the address of a segment of an edition in the comparison with another edition. */
export type PlaceAddress = (place: { siglum: string; segment: string }, other: string) => string;
