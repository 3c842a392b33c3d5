import { diffArrays } from 'diff';
import type { Root, Text } from 'hast';
import type { RootContent as Block, Nodes } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { Losses } from '../document';
import { referenceTag } from './note-tags';

/** Letters and digits: signs and spaces may be written otherwise. */
const letters = (text: string) => text.replace(/[^\p{L}\p{N}\p{M}]+/gu, '');

/** The text nodes of a page, but for the signs of notes, which become references. */
export function textsOf(tree: Root): Text[] {
  const found: Text[] = [];
  visit(tree, (node) => {
    if (node.type === 'element' && node.tagName === referenceTag) return SKIP;
    if (node.type === 'text' && letters(node.value) !== '') found.push(node);
    return undefined;
  });
  return found;
}

/** Reports the words of a page that its blocks have not: what no element of Markdown holds. */
export function reportLost(texts: readonly Text[], blocks: readonly Block[], losses: Losses): void {
  const given = texts.map(({ value }) => letters(value));
  const kept = letters(blocks.map(wordsOf).join(' '));
  const all = given.join('');
  if (all === kept) return;
  const lost = lostPlaces(all, kept) ?? lostTexts(given, kept);
  let at = 0;
  given.forEach((text, k) => {
    const from = at;
    at += text.length;
    if (lost.some((place) => place.start < at && place.end > from)) {
      losses.add('words that no block holds', texts[k].position?.start.line, texts[k].value);
    }
  });
}

interface Place {
  start: number;
  end: number;
}

/** The time to find where texts differ grows with the square of how many letters do. */
const maxEdits = 1000;

/** Where letters are missing; null where too many are. */
function lostPlaces(all: string, kept: string): Place[] | null {
  const found: Place[] = [];
  const parts = diffArrays([...all], [...kept], { maxEditLength: maxEdits })?.map(
    ({ added, removed, value }) => ({ added, removed, text: value.join('') }),
  );
  if (!parts) return null;
  // The bases and readings of ruby stand in another order.
  const moved = parts.filter(({ added }) => added).map(({ text }) => text);
  let at = 0;
  for (const { text, added, removed } of parts) {
    if (added) continue;
    if (removed && moved.includes(text)) moved.splice(moved.indexOf(text), 1);
    else if (removed) found.push({ start: at, end: at + text.length });
    at += text.length;
  }
  return found;
}

/** How far from its place a text is looked for, and how long it is not to be found by chance. */
const reach = 2000;
const minLetters = 8;

/** The texts that do not follow those before them. */
function lostTexts(given: readonly string[], kept: string): Place[] {
  const found: Place[] = [];
  let start = 0;
  let at = 0;
  for (const text of given) {
    const end = start + text.length;
    const near = kept.slice(at, at + text.length + reach);
    const ahead = near.startsWith(text) ? 0 : near.indexOf(text);
    if (ahead === 0 || (ahead > 0 && text.length >= minLetters)) at += ahead + text.length;
    else found.push({ start, end });
    start = end;
  }
  return found;
}

function wordsOf(node: Nodes): string {
  if ('children' in node) return node.children.map(wordsOf).join('');
  // Tags are of our own making.
  if (node.type === 'html' || !('value' in node)) return '';
  return node.value;
}
