/**
 * White space that programs add and take away. Spaces that do not break, and the wide one of Chinese and
 * Japanese, are signs of the text.
 */
const loose = /[^\S\u00a0\u202f\u3000]+/g;

/** Text with one space for each stretch of white space. */
export const withSingleSpaces = (text: string): string => text.replace(loose, ' ');
