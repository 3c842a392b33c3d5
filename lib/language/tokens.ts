import { invisibleInWords, withoutInvisible } from './invisible';
import { unspaced } from './script';

export type TokenKind = 'word' | 'number' | 'punctuation';

/** A word, number or mark; offsets are UTF-16 in the text it was cut from, end exclusive. */
export interface Token {
  start: number;
  end: number;
  text: string;
  /** What comparison looks at; see `normalise`. */
  norm: string;
  kind: TokenKind;
}

// Alphabetic words with inner apostrophes; numbers with inner separators; runs of unspaced
// script, split further below; any other visible character alone.
const pattern = new RegExp(
  [
    `(?<unspaced>(?:${unspaced.source}\\p{M}*)+)`,
    '(?<number>\\p{N}+(?:[.,:٫٬]\\p{N}+)*)',
    `(?<word>[\\p{L}\\p{M}](?:[\\p{L}\\p{M}${invisibleInWords}]*[\\p{L}\\p{M}])?(?:['’ʼ‐-](?=\\p{L})[\\p{L}\\p{M}](?:[\\p{L}\\p{M}${invisibleInWords}]*[\\p{L}\\p{M}])?)*)`,
    `(?<mark>[^\\s\\p{L}\\p{N}${invisibleInWords}])`,
  ].join('|'),
  'gu',
);

const segmenters = new Map<string, Intl.Segmenter>();
function wordSegmenter(language: string): Intl.Segmenter {
  let segmenter = segmenters.get(language);
  if (!segmenter) {
    segmenter = new Intl.Segmenter(language === 'und' ? 'zh' : language, { granularity: 'word' });
    segmenters.set(language, segmenter);
  }
  return segmenter;
}

/**
 * Cuts a text into tokens; white space lies between them.
 *
 * Spaced scripts are cut by one regular expression, which agrees with ICU's word rules on prose
 * and is many times faster; unspaced ones (Chinese, Japanese, Thai…) by ICU's dictionaries.
 */
export function tokenize(text: string, language: string): Token[] {
  const tokens: Token[] = [];
  const push = (start: number, end: number, kind: TokenKind) => {
    const part = text.slice(start, end);
    tokens.push({ start, end, text: part, norm: normalise(part), kind });
  };
  for (const match of text.matchAll(pattern)) {
    const start = match.index;
    const end = start + match[0].length;
    if (match.groups?.unspaced) {
      for (const [from, to] of unspacedWords(match[0], language)) {
        push(start + from, start + to, 'word');
      }
    } else {
      push(
        start,
        end,
        match.groups?.number ? 'number' : match.groups?.word ? 'word' : 'punctuation',
      );
    }
  }
  return tokens;
}

/** ICU's segmenter takes time that grows with the square of a run: it is given so much at once. */
const longestRun = 400;

/** The words of a run of unspaced script, as offsets. */
function unspacedWords(run: string, language: string): [from: number, to: number][] {
  const words: [number, number][] = [];
  for (let at = 0; at < run.length; ) {
    const last = at + longestRun >= run.length;
    const part = last ? run.slice(at) : run.slice(at, at + longestRun);
    const found = Array.from(wordSegmenter(language).segment(part), ({ index, segment }) => ({
      from: at + index,
      to: at + index + segment.length,
    }));
    // The last word of a part may go on in the next: it is cut again with it.
    if (!last && found.length > 1) found.pop();
    for (const { from, to } of found) words.push([from, to]);
    at = found.at(-1)!.to;
  }
  return words;
}

/**
 * Full width to half, capitals to small, typographic apostrophes and hyphens to plain ones; without
 * what is no letter.
 */
export function normalise(text: string): string {
  return withoutInvisible(text)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’ʼ‘]/g, "'")
    .replace(/[‐‑]/g, '-');
}
