/** Ways in which the wording of a reading may differ from another's. */
export const wordingKinds = ['substitution', 'addition', 'omission', 'transposition'] as const;
