import type { ReactNode } from 'react';

/**
 * A character with its reading in Bopomofo, which stands at its right in lying and in vertical lines; the tone
 * stands at the right of the letters, and the dot of the neutral one above them.
 * Source: https://www.w3.org/TR/clreq/#positioning_of_zhuyin
 */
export function Bopomofo({ text = '', children }: { text?: string; children: ReactNode }) {
  const tone = /[ˊˇˋ]$/.exec(text)?.[0];
  return (
    <ruby className="bopomofo">
      {children}
      <rt lang="zh-Bopo">
        {tone ? text.slice(0, -1) : text}
        {tone && <span className="tone">{tone}</span>}
      </rt>
    </ruby>
  );
}
