import { named } from '../json-schema';
import { json, reads } from '../operation';
import { alignRequest, collateRequest, diffRequest } from '../posted-texts';

// For programs that bring their own texts. Nothing is saved.

export const alignTexts = reads('alignTexts', {
  summary: 'Aligns two texts, as the command “align” does',
  body: { json: alignRequest },
  answers: json(named('Beads')),
});

export const collateTexts = reads('collateTexts', {
  summary: 'Collates witnesses: CollateX’s JSON input and output',
  body: { json: collateRequest },
  answers: json(named('CollateX')),
});

export const diffTexts = reads('diffTexts', {
  summary: 'Compares two texts word by word, as the command “diff” does',
  body: { json: diffRequest },
  answers: json(named('Diff')),
});
