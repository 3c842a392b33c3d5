/** Elements of our own that stand for a note and for a reference to one, by `label`. */
export const noteTag = 'note-body';
export const referenceTag = 'note-reference';
