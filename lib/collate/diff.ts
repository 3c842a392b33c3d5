import { languageFamily } from '../edition/model';
import { canonical, createFold } from '../language/fold';
import { graphemes } from '../language/graphemes';
import { wordLanguage } from '../language/literary';
import { normalise, type Token, tokenize } from '../language/tokens';
import { findMoves, splitMoves, withoutChance } from './moves';
import { joinAcrossScraps } from './scraps';
import { compareSequences, type Run } from './sequence';
import { type CharacterPiece, sharedCharacters } from './shared-characters';
import { boundaryBefore, slideRuns } from './slide';
import { weightIn } from './weight';

export type ChangeKind = 'equal' | 'insert' | 'delete' | 'replace' | 'move';

/** A stretch of two texts. Joining all `a` gives the first text exactly, all `b` the second. */
export interface Change {
  kind: ChangeKind;
  a: string;
  b: string;
  /** For a move, which stands once where it left (b is empty) and once where it came to. */
  move?: number;
  /** Set for a replacement of tokens that agree by their key. */
  agrees?: true;
}

export interface Diff {
  changes: Change[];
  /** Shared tokens over all tokens (Dice), 0 to 1; 1 for two empty texts. */
  similarity: number;
  /** How many tokens both texts have together. */
  tokens: number;
  /** Of the words alone, punctuation left aside: how many agree by key, and how many there are. */
  words: { shared: number; total: number };
}

export interface DiffOptions {
  unit?: 'word' | 'character';
  language?: string;
  /** Join changes that only a short common word keeps apart. On by default. */
  cleanUp?: boolean;
  /** What tokens are aligned by; their text by default, but for the script of Chinese. */
  key?: (token: Token) => string;
  /** Which of the tokens that agree by key count as shared; all by default. */
  shared?: (x: Token, y: Token) => boolean;
}

/**
 * The word-by-word (or character-by-character) difference of two texts.
 *
 * White space lies between tokens: it is kept to the letter, and reported as a change of its own
 * only where the words around it agree.
 */
export function diffTexts(a: string, b: string, options: DiffOptions = {}): Diff {
  const { unit = 'word', language = 'und', cleanUp = true, key = scriptKey } = options;
  const shared = options.shared ?? (options.key ? undefined : sameLetters);
  const cutAs = wordLanguage(language, a, b);
  const cut = unit === 'character' ? characters : (text: string) => tokenize(text, cutAs);
  const tokensA = cut(a);
  const tokensB = cut(b);
  const [keysA, keysB] = [tokensA.map(key), tokensB.map(key)];
  let runs =
    unit === 'character' && a.length + b.length > manyCharacters
      ? compareWithinWords(
          { tokens: tokensA, keys: keysA },
          { tokens: tokensB, keys: keysB },
          a,
          b,
          language,
        )
      : compareSequences(keysA, keysB);
  if (cleanUp) {
    const place = (text: string, tokens: readonly Token[], keys: readonly string[]) => ({
      keys,
      boundary: (k: number) => boundaryAt(text, tokens, k),
    });
    if (unit === 'word') runs = joinAcrossScraps(runs, tokensA);
    runs = slideRuns(runs, place(a, tokensA, keysA), place(b, tokensB, keysB));
    if (unit === 'word') {
      const weigh = (k: number) => weightIn(tokensA[k].text, languageFamily(cutAs));
      const moves = findMoves(runs, keysA, keysB, weigh);
      runs = splitMoves(withoutChance(runs, moves), moves);
    }
  }
  const dividing = cleanUp && unit === 'word' && ['zh', 'und'].includes(languageFamily(language));
  const characterKey = (text: string) => key({ ...characters(text)[0], norm: normalise(text) });
  const isWord = ({ kind }: Token) => kind !== 'punctuation';
  let same = 0;
  let sharedWords = 0;
  for (const { equal, a: stretch, b: there } of runs) {
    if (!equal) continue;
    for (let k = 0; k < stretch[1] - stretch[0]; k++) {
      const [x, y] = [tokensA[stretch[0] + k], tokensB[there[0] + k]];
      if (!shared || shared(x, y)) same++;
      if (isWord(x)) sharedWords += 2;
    }
  }
  const total = tokensA.length + tokensB.length;
  return {
    changes: toChanges(runs, a, tokensA, b, tokensB, dividing ? characterKey : null),
    similarity: total === 0 ? (a === b ? 1 : 0) : (2 * same) / total,
    tokens: total,
    words: {
      shared: sharedWords,
      total: tokensA.filter(isWord).length + tokensB.filter(isWord).length,
    },
  };
}

/** Canonically equivalent words are one, with or without letters that nobody sees. */
const ownKey = ({ text }: Token): string => canonical(text);

/** Chinese words meet in either script, and so what stands between them is not taken for changed. */
const foldScript = createFold(['script']);
const scriptKey = ({ text }: Token): string => foldScript(text);

const sameLetters = (x: Token, y: Token): boolean => ownKey(x) === ownKey(y);

/** How well a text can be divided before a token; see `boundaryBefore`. */
function boundaryAt(text: string, tokens: readonly Token[], k: number): number {
  const start = k < tokens.length ? tokens[k].start : text.length;
  const before = k > 0 ? text.slice(tokens[k - 1].start, start) : '';
  return boundaryBefore(before, tokens[k]?.text ?? '');
}

/** Texts of more characters than this are first compared by words, then within those. */
const manyCharacters = 8000;

interface KeyedTokens {
  tokens: readonly Token[];
  keys: readonly string[];
}

/** Characters compared only where the words around them differ: long texts have no rare ones. */
function compareWithinWords(
  { tokens: tokensA, keys: keysA }: KeyedTokens,
  { tokens: tokensB, keys: keysB }: KeyedTokens,
  a: string,
  b: string,
  language: string,
): Run[] {
  const runs: Run[] = [];
  const push = (equal: boolean, [a0, a1]: Run['a'], [b0, b1]: Run['b']) => {
    if (a0 === a1 && b0 === b1) return;
    const last = runs.at(-1);
    if (last?.equal === equal) {
      last.a[1] = a1;
      last.b[1] = b1;
    } else runs.push({ equal, a: [a0, a1], b: [b0, b1] });
  };
  let [i, j, endA, endB] = [0, 0, 0, 0];
  for (const { kind, a: own, b: other } of diffTexts(a, b, { language }).changes) {
    [endA, endB] = [endA + own.length, endB + other.length];
    const [fromA, fromB] = [i, j];
    while (i < tokensA.length && tokensA[i].start < endA) i++;
    while (j < tokensB.length && tokensB[j].start < endB) j++;
    // A grapheme may reach over the edge of a word; then the words' agreement is not to the letter.
    const alike = kind === 'equal' && i - fromA === j - fromB;
    if (alike && keysA.slice(fromA, i).every((each, k) => each === keysB[fromB + k]))
      push(true, [fromA, i], [fromB, j]);
    else {
      for (const run of compareSequences(keysA.slice(fromA, i), keysB.slice(fromB, j))) {
        push(run.equal, [fromA + run.a[0], fromA + run.a[1]], [fromB + run.b[0], fromB + run.b[1]]);
      }
    }
  }
  return runs;
}

/** Graphemes as tokens, white space included. */
function characters(text: string): Token[] {
  return graphemes(text).map(({ segment, index }) => ({
    start: index,
    end: index + segment.length,
    text: segment,
    norm: segment,
    kind: 'word' as const,
  }));
}

function toChanges(
  runs: readonly Run[],
  a: string,
  tokensA: Token[],
  b: string,
  tokensB: Token[],
  /** What characters of Chinese are compared by where words do not meet; null for other texts. */
  characterKey: ((text: string) => string) | null,
): Change[] {
  const changes: Change[] = [];
  const push = (kind: ChangeKind, x: string, y: string, move?: number, agrees?: true) => {
    if (x === '' && y === '') return;
    const last = changes.at(-1);
    if (last && movedAlong(last, x, y)) {
      last.a += x;
      last.b += y;
    } else if (
      last &&
      last.move === move &&
      last.agrees === agrees &&
      (last.kind === kind || belongTogether(last, kind, x + y))
    ) {
      last.a += x;
      last.b += y;
      if (last.kind !== 'equal' && last.kind !== 'move')
        last.kind = last.a === '' ? 'insert' : last.b === '' ? 'delete' : 'replace';
    } else {
      changes.push({
        kind,
        a: x,
        b: y,
        ...(move === undefined ? {} : { move }),
        ...(agrees ? { agrees } : {}),
      });
    }
  };
  const differ = (x: string, y: string, move?: number) => {
    if (move !== undefined) push('move', x, y, move);
    else if (x === y || canonical(x) === canonical(y)) push('equal', x, y);
    else if (x === '' || y === '') push(x === '' ? 'insert' : 'delete', x, y);
    else {
      const pieces = characterKey && sharedCharacters(x, y, characterKey);
      if (!pieces) push('replace', x, y);
      else for (const piece of pieces) divided(piece);
    }
  };
  const divided = ({ equal, a: x, b: y }: CharacterPiece) => {
    if (x === y) push('equal', x, y);
    else if (equal) push('replace', x, y, undefined, true);
    else push(x === '' ? 'insert' : y === '' ? 'delete' : 'replace', x, y);
  };
  let atA = 0;
  let atB = 0;
  for (const {
    equal,
    a: [a0, a1],
    b: [b0, b1],
    move,
  } of runs) {
    if (equal) {
      for (let k = 0; k < a1 - a0; k++) {
        const x = tokensA[a0 + k];
        const y = tokensB[b0 + k];
        differ(a.slice(atA, x.start), b.slice(atB, y.start));
        // Tokens may agree by key and differ in letters: a replacement, for the caller to weigh.
        const same = x.text === y.text || ownKey(x) === ownKey(y);
        if (same) push('equal', x.text, y.text);
        else push('replace', x.text, y.text, undefined, true);
        atA = x.end;
        atB = y.end;
      }
      continue;
    }
    const endA = a1 > a0 ? tokensA[a1 - 1].end : atA;
    const endB = b1 > b0 ? tokensB[b1 - 1].end : atB;
    let x = a.slice(atA, endA);
    let y = b.slice(atB, endB);
    // White space before both stretches belongs to the agreement.
    const gap = a1 > a0 && b1 > b0 ? sharedGap(x, y) : 0;
    if (gap > 0) push('equal', x.slice(0, gap), y.slice(0, gap));
    x = x.slice(gap);
    y = y.slice(gap);
    differ(x, y, move);
    atA = endA;
    atB = endB;
  }
  differ(a.slice(atA), b.slice(atB));
  return changes;
}

/** White space that changes beside a change is part of it. */
const belongTogether = (last: Change, kind: ChangeKind, text: string): boolean =>
  isChange(last.kind) && isChange(kind) && (/^\s*$/.test(text) || /^\s*$/.test(last.a + last.b));

/** White space that went or came with words that have moved. */
const movedAlong = ({ kind, a }: Change, x: string, y: string): boolean =>
  kind === 'move' && /^\s+$/.test(x + y) && (a === '' ? x === '' : y === '');

const isChange = (kind: ChangeKind): boolean => kind !== 'equal' && kind !== 'move';

function sharedGap(x: string, y: string): number {
  let length = 0;
  while (length < x.length && x[length] === y[length] && /\s/.test(x[length])) length++;
  return length;
}
