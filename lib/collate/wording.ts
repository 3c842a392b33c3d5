/** Ways in which the wording of a reading may differ from another's. */
export const wordingKinds = ['substitution', 'addition', 'omission', 'transposition'] as const;

/** Ways of writing the same words, which few readers look for. */
export const quietKinds: readonly string[] = [
  'whitespace',
  'width',
  'case',
  'punctuation',
  'diacritics',
  'script',
  'spelling',
];
