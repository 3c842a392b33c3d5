/**
 * Letters that no reader sees and that change no word, as the inside of a character class: soft hyphens,
 * joiners, marks of direction and of byte order.
 */
export const invisibleInWords = '\\u00AD\\u034F\\u061C\\u200B-\\u200F\\u2060\\u2066-\\u2069\\uFEFF';

/**
 * A text for comparison: without those letters, and without the stroke by which Arabic words are
 * stretched. Joiners stay within pictures, where they make the picture.
 */
export const withoutInvisible = (text: string): string =>
  invisible.test(text)
    ? text.replace(
        /[\u00AD\u0640\u061C\u200B\u200C\u200E\u200F\u2060\u2066-\u2069\uFEFF]|(?<!\p{Extended_Pictographic}\uFE0F?)\u200D/gu,
        '',
      )
    : text;

/** Most texts have none of them, which is soon seen. */
const invisible = /[\u00AD\u0640\u061C\u200B-\u200F\u2060\u2066-\u2069\uFEFF]/;
