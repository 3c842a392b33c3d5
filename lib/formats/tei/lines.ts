import type { PhrasingContent } from 'mdast';
import type { Nodes } from 'xast';
import { joinAtHyphen } from '../text/line-ends';
import { isElement, localName } from '../xml/read';
import type { TeiContext } from './context';

/** Stand for ends of lines until it is known what stands around them: of lines of the file, */
export const lineEnd = '\ue000';
/** the same within a word, */
export const lineEndInWord = '\ue001';
/** ends of lines of the source, */
export const sourceLineEnd = '\ue002';
/** and of its pages. */
export const pageEnd = '\ue003';
/** Stands for the end of a paragraph that a milestone marks; a line's where no paragraph can end. */
export const paragraphEnd = '\ue004';

const tight = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;
const anyEnd = /[\ue000-\ue004]/;

interface Change {
  from: number;
  to: number;
  by: string;
}

/**
 * Makes ends of lines a space, or nothing: within words, and between characters of scripts that are
 * written without spaces. A word that a hyphen cuts at the end of a line or page is whole again.
 */
export function joinLines(
  nodes: readonly PhrasingContent[],
  { losses, known }: Pick<TeiContext, 'losses' | 'known'>,
  line?: number,
): void {
  const texts: { value: string }[] = [];
  const collect = (node: PhrasingContent): void => {
    // Code has no ends of lines that are joined, but stands between those around it.
    if (node.type === 'text' || node.type === 'inlineCode') texts.push(node);
    else if ('children' in node) for (const child of node.children) collect(child);
  };
  for (const node of nodes) collect(node);
  const whole = texts.map(({ value }) => value).join('');
  if (!anyEnd.test(whole)) return;
  // What each stretch of spaces and line ends becomes, by its place in the whole.
  const changes: Change[] = [];
  for (const match of whole.matchAll(/\s*[\ue000-\ue004][\s\ue000-\ue004]*/g)) {
    const change = { from: match.index, to: match.index + match[0].length, by: '' };
    const cut = cutWord(whole, change, match[0]);
    const joined = cut && joinAtHyphen(`${cut.left}${cut.hyphen}`, cut.right, known());
    if (joined) {
      losses.mark('words cut at the end of a line, joined', line, joined.joined);
      changes.push(joined.keeps ? change : { ...change, from: change.from - 1 });
    } else changes.push({ ...change, by: between(whole, change, match[0]) });
  }
  replace(texts, changes);
}

function between(whole: string, { from, to }: Change, ends: string): string {
  if (ends.includes(lineEndInWord)) return '';
  // The end of a page alone parts nothing: the text says whether a space stands there.
  const space = ends.replaceAll(pageEnd, '');
  if (space === '') return '';
  return tight.test(whole[from - 1] ?? '') && tight.test(whole[to] ?? '') ? '' : ' ';
}

/** The halves of a word, where a hyphen stands before the end of a line of the source. */
function cutWord(
  whole: string,
  { from, to }: Change,
  ends: string,
): { left: string; hyphen: string; right: string } | null {
  if (!/[\ue001-\ue003]/.test(ends) || !/[-\u2010\u00ad\u2e17\u00ac]/.test(whole[from - 1] ?? ''))
    return null;
  const left = /(?:\p{L}+-)*\p{L}+$/u.exec(whole.slice(Math.max(0, from - 60), from - 1))?.[0];
  const right = /^\p{L}+(?:-\p{L}+)*/u.exec(whole.slice(to, to + 60))?.[0];
  const hyphen = whole[from - 1] === '\u00ad' ? '\u00ad' : '-';
  return left && right ? { left, hyphen, right } : null;
}

function replace(texts: readonly { value: string }[], changes: readonly Change[]): void {
  let offset = 0;
  let next = 0;
  for (const text of texts) {
    const { value } = text;
    let made = '';
    for (let k = 0; k < value.length; k++) {
      const at = offset + k;
      while (next < changes.length && changes[next].to <= at) next++;
      const change = changes[next];
      if (!change || at < change.from) made += value[k];
      else if (at === change.from) made += change.by;
    }
    offset += value.length;
    text.value = made;
  }
}

/** The text of an element, cut at the ends of lines of the file and of the source. */
export function sourceLines(node: Nodes): string {
  if (node.type === 'text' || node.type === 'cdata') return node.value;
  if (!isElement(node)) return '';
  if (/^(lb|pb|cb)$/.test(localName(node))) return '\n';
  return node.children.map(sourceLines).join('');
}
