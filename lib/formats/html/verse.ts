import type { Element, ElementContent, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { withSingleSpaces } from '../../edition/single-spaces';
import type { Losses } from '../document';
import { calledOf } from './names';
import { noteTag } from './note-tags';

/** An element of our own that stands for a line of verse. */
export const lineTag = 'verse-line';

/** What holds verse in the pages of Pandoc, Project Gutenberg, Standard Ebooks, TEI’s stylesheets. */
const holder = /(?:^|[\s:-])(?:verse|poem|poetry|stanza|lg|line-?block|line-?group)(?=$|[\s_])/;
const line = /(?:^|[\s:-])(?:line\d*|verse-?line|poem-?line|l)(?=$|\s)/;
const holders = new Set(['div', 'section', 'blockquote', 'article', 'pre']);
const blocks = new Set([...holders, 'p', 'li', 'ul', 'ol']);
/** What stands among lines and is none. */
const kept = new Set([
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'table',
  'hr',
  'header',
  'hgroup',
  noteTag,
]);

/**
 * Finds verse by what its elements are called (`class`, `epub:type`), and puts a `verse-line` in
 * the place of each line: the blocks within a stanza, parted further at `br`.
 */
export function markVerse(node: Root | Element, losses: Losses): void {
  node.children = (node.children as ElementContent[]).flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child];
    if (isVerse(child)) {
      const lines = linesOf(child);
      for (const each of lines) if (each.tagName === lineTag) takeLineNumber(each, losses);
      return lines.filter((each) => each.tagName !== lineTag || textOf(each).trim() !== '');
    }
    markVerse(child, losses);
    return [child];
  }) as typeof node.children;
}

/** Numbers in the margin count by fives, as a rule, and stand apart from the words. */
const byFives = /^\s*[[(]?\d{0,4}[05][\])]?\s*$/;
const afterGap = /(?<![\u00a0\u2000-\u200a\t])[\u00a0\u2000-\u200a\t]{2,}\s*(\d{0,4}[05])\s*$/;

/** Takes the number in the margin off a line, where it is an element of its own or stands far from the words. */
function takeLineNumber(line: Element, losses: Losses): void {
  const parts = line.children.filter((child) => textOf(child).trim() !== '');
  const leaveOut = (words: string) =>
    losses.add('line numbers', line.position?.start.line, words.trim());
  for (const edge of new Set([parts[0], parts.at(-1)])) {
    if (edge?.type === 'text') {
      const gap = edge === parts.at(-1) ? afterGap.exec(edge.value) : null;
      if (!gap) continue;
      leaveOut(gap[1]);
      edge.value = edge.value.slice(0, gap.index);
    } else if (
      edge?.type === 'element' &&
      /^(?:span|small|a|sup)$/.test(edge.tagName) &&
      !edge.properties.href &&
      byFives.test(textOf(edge))
    ) {
      leaveOut(textOf(edge));
      line.children = line.children.filter((child) => child !== edge);
    }
  }
}

function isVerse(element: Element): boolean {
  const { tagName } = element;
  const called = calledOf(element);
  if (holders.has(tagName)) return holder.test(called) || (tagName === 'div' && line.test(called));
  // A paragraph that is called a verse is one of a Bible, as a rule.
  return tagName === 'p' && (line.test(called) || (holder.test(called) && hasBreak(element)));
}

const hasBreak = ({ children }: Element): boolean =>
  children.some((child) => child.type === 'element' && (child.tagName === 'br' || hasBreak(child)));

/** A line over a poem that is called its title or subtitle, whatever its element. */
const isHeading = (element: Element): boolean =>
  element.tagName === 'p' &&
  /(?:^|\s)(?:bridgehead|(?:sub)?title|dedication|epigraph)(?=$|\s)/.test(calledOf(element));

/** The lines of an element of verse, and what stands among them. */
export function linesOf(verse: Element): Element[] {
  const found: Element[] = [];
  let open: ElementContent[] = [];
  const close = () => {
    const children = open;
    open = [];
    const element: Element = { type: 'element', tagName: lineTag, properties: {}, children };
    if (textOf(element).trim() !== '') found.push(element);
  };
  const take = (children: readonly ElementContent[], asTyped: boolean): void => {
    for (const child of children) {
      const called = child.type === 'element' ? child.tagName : '';
      if (child.type === 'element' && (kept.has(called) || isHeading(child))) {
        close();
        found.push(child);
      } else if (child.type === 'element' && blocks.has(called)) {
        close();
        take(child.children, called === 'pre');
        close();
      } else {
        parted(child, asTyped).forEach((part, k) => {
          if (k > 0) close();
          open.push(...part);
        });
      }
    }
  };
  take(verse.children, verse.tagName === 'pre');
  close();
  return found;
}

/** White space is one space, but for the gap before a number in the margin. */
const asWords = (value: string): string => (afterGap.test(value) ? value : withSingleSpaces(value));

/** Inline content by the lines that it reaches into. @param asTyped whether lines end as typed. */
function parted(node: ElementContent, asTyped: boolean): ElementContent[][] {
  if (node.type === 'text') {
    const lines = asTyped ? node.value.split('\n') : [node.value];
    return lines.map((value) => [{ type: 'text', value: asWords(value) }]);
  }
  // Comments are not text.
  if (node.type !== 'element') return [];
  if (node.tagName === 'br') return [[], []];
  const lines: ElementContent[][] = [[]];
  for (const child of node.children) {
    parted(child, asTyped).forEach((part, k) => {
      if (k > 0) lines.push([]);
      lines.at(-1)!.push(...part);
    });
  }
  return lines.map((children) => [{ ...node, children }]);
}
