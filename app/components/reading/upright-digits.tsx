import { createContext, useContext } from 'react';

/** Whether a text stands in vertical lines. */
export const VerticalContext = createContext(false);

/** A number of one or two digits, which is not a part of a longer one, of a range or of a word in letters. */
const shortNumber =
  /((?<![\p{N}\p{Script=Latin}.,:%‰–-])\p{Nd}{1,2}(?![\p{N}\p{Script=Latin}.,:%‰–-]))/u;

/** A line of text; in vertical lines its short numbers stand upright, two digits side by side (CLREQ, JLREQ). */
export function UprightDigits({ text }: { text: string }) {
  if (!useContext(VerticalContext)) return text;
  return text.split(shortNumber).map((part, k) =>
    k % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text keep their order
      <span key={k} className="upright-digits">
        {part}
      </span>
    ) : (
      part
    ),
  );
}
