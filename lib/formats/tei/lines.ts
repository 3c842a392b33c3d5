import type { PhrasingContent } from 'mdast';

/** Stand for ends of lines until it is known what stands around them. */
export const lineEnd = '\ue000';
/** The same, within a word. */
export const lineEndInWord = '\ue001';

const tight = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;

/**
 * Makes ends of lines a space, or nothing: within words, and between characters of scripts that are
 * written without spaces.
 */
export function joinLines(nodes: readonly PhrasingContent[]): void {
  const texts: { value: string }[] = [];
  const collect = (node: PhrasingContent): void => {
    if (node.type === 'text') texts.push(node);
    else if ('children' in node) for (const child of node.children) collect(child);
  };
  for (const node of nodes) collect(node);
  const whole = texts.map(({ value }) => value).join('');
  if (!/[\ue000\ue001]/.test(whole)) return;
  // What each stretch of spaces and line ends becomes, by its place in the whole.
  const changes: { from: number; to: number; by: string }[] = [];
  for (const match of whole.matchAll(/\s*[\ue000\ue001][\s\ue000\ue001]*/g)) {
    const from = match.index;
    const to = from + match[0].length;
    const inWord = match[0].includes(lineEndInWord);
    const joined = inWord || (tight.test(whole[from - 1] ?? '') && tight.test(whole[to] ?? ''));
    changes.push({ from, to, by: joined ? '' : ' ' });
  }
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
