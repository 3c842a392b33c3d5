import type { Element, ElementContent, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import type { Losses } from '../document';
import { markLooseNotes } from './loose-notes';
import { calledOf } from './names';
import { arrow, noteBlocks, noteMark, pairsOf, standsIn, survey } from './note-links';
import { joinNoteMarks, liftInlineNotes } from './note-shapes';
import { noteTag, referenceTag } from './note-tags';

const returns = /backlink|backref|footnote-back|noteback|reversefootnote/;
const refers = /noteref|footnote-?ref|fnanchor|fnref|fn-?link|notecall|noteanchor/;

/**
 * Finds footnotes by the links that lead to them: a link within the text that is raised, is said to
 * refer to a note (DPUB-ARIA, EPUB, Project Gutenberg), or is a number at which its target begins.
 * References are marked where they stand; notes are taken to the end, out of the list that holds
 * them, but for those in the cells of a table (see `liftNotes`). Each note has a label of its own, also
 * where several have the same mark. Of two links that lead to each other's block the first is the
 * reference, and the other leads back to it. What says that it is a note is one though nothing refers
 * to it.
 */
export function markNotes(tree: Root, losses: Losses): void {
  joinNoteMarks(tree, (text) => noteMark.test(text));
  const { links, parents, targetOf } = survey(tree);
  const labels = new Map<Element, string>();
  const distinct = distinctLabels();
  // Thousands of links may lead to one block, or stand in one.
  const [couldBe, isList] = [perBlock(couldBeNote), perBlock(isListOfLinks)];
  const { calls, backs } = pairsOf(links, targetOf, parents);
  for (const each of links) {
    const { link, raised, order } = each;
    const target = targetOf(each);
    if (!target || backs.has(link) || returns.test(calledOf(link))) continue;
    if (standsIn(target.block, link, parents) || !couldBe(target.block)) continue;
    const only = link.children.length === 1 ? link.children[0] : undefined;
    const mark = noteMark.exec(textOf(link))?.[1];
    const sure =
      raised ||
      calls.has(link) ||
      refers.test(calledOf(link)) ||
      (only?.type === 'element' && only.tagName === 'sup') ||
      (mark !== undefined &&
        target.order > order &&
        startsWith(target.block, mark) &&
        !(each.block && isList(each.block)));
    if (!sure || !noteBlocks.has(target.block.tagName)) continue;
    if (!labels.has(target.block)) {
      const own = textOf(link).replace(/[[\](){}\s]/g, '') || String(labels.size + 1);
      labels.set(target.block, distinct(own));
    }
    link.tagName = referenceTag;
    link.properties = { label: labels.get(target.block)! };
  }
  markLooseNotes(tree, labels, distinct);
  const notes: Element[] = [];
  takeOut(tree, { labels, backs, losses }, notes);
  liftInlineNotes(tree, distinct, notes);
  tree.children.push(...notes);
}

/** A function of blocks that is asked once of each. */
function perBlock<T>(find: (block: Element) => T): (block: Element) => T {
  const known = new Map<Element, T>();
  return (block) => {
    const found = known.get(block) ?? find(block);
    known.set(block, found);
    return found;
  };
}

/** A part of a text with a heading of its own is not a note, unless it says so. */
function couldBeNote(block: Element): boolean {
  const hasHeading = (node: Element): boolean =>
    node.children.some(
      (child) => child.type === 'element' && (/^h[1-6]$/.test(child.tagName) || hasHeading(child)),
    );
  return /(?:foot|end|rear)-?note/.test(calledOf(block)) || !hasHeading(block);
}

/** Whether nothing but links stands in a block, as in a table of contents. */
function isListOfLinks(block: Element): boolean {
  const outside = (node: Element): string =>
    node.children
      .map((child) => {
        if (child.type === 'text') return child.value;
        return child.type === 'element' && child.tagName !== 'a' ? outside(child) : '';
      })
      .join('');
  return !/[\p{L}\p{N}]/u.test(outside(block));
}

/** Takes the notes that stand in cells of a table, where texts side by side have theirs, to the end, too. */
export function liftNotes(tree: Root): void {
  const notes: Element[] = [];
  const lift = (node: Root | Element): void => {
    node.children = node.children.filter((child) => {
      if (child.type !== 'element') return true;
      lift(child);
      if (child.tagName === noteTag && node !== tree) notes.push(child);
      return child.tagName !== noteTag || node === tree;
    }) as typeof node.children;
  };
  lift(tree);
  tree.children.push(...notes);
}

/** Makes labels that no other note has: a second `*` is `*-2`. */
function distinctLabels(): (own: string) => string {
  const used = new Set<string>();
  const next = new Map<string, number>();
  return (own) => {
    const folded = own.toLowerCase();
    let label = own;
    let k = next.get(folded) ?? 2;
    for (; used.has(label.toLowerCase()); k++) label = `${own}-${k}`;
    next.set(folded, k);
    used.add(label.toLowerCase());
    return label;
  };
}

/** What is known of the notes of a page as they are taken out. */
interface FoundNotes {
  labels: ReadonlyMap<Element, string>;
  backs: ReadonlySet<Element>;
  losses: Losses;
}

function takeOut(node: Root | Element, found: FoundNotes, notes: Element[], inCell = false): void {
  node.children = node.children.filter((child) => {
    if (child.type !== 'element') return true;
    takeOut(child, found, notes, inCell || /^t[dh]$/.test(child.tagName));
    const label = found.labels.get(child);
    if (label === undefined) return true;
    // A mark that was the link back is not taken off twice.
    if (!withoutReturns(child, found, withoutNumber(label))) withoutMark(child, label);
    child.tagName = noteTag;
    child.properties = { label };
    if (!inCell) notes.push(child);
    return inCell;
  }) as typeof node.children;
}

/**
 * Links back from a note to its place say nothing, nor do the arrows beside them.
 * @returns whether the mark of the note was one of them.
 */
function withoutReturns(node: Element, found: FoundNotes, mark: string): boolean {
  let heldMark = false;
  node.children = node.children.filter((child) => {
    if (child.type !== 'element') return true;
    if (withoutReturns(child, found, mark)) heldMark = true;
    const words = textOf(child);
    const isArrow = arrow.test(words);
    const called = returns.test(calledOf(child));
    const goes =
      child.tagName === 'a'
        ? found.backs.has(child) || (child.properties.href && (isArrow || called))
        : called && (isArrow || words.length <= 60);
    if (!goes) return true;
    if (words.replace(/[[\](){}\s.:]/g, '') === mark) heldMark = true;
    else if (/\p{L}{2}/u.test(words))
      found.losses.add('links back from notes', child.position?.start.line, words);
    return false;
  });
  return heldMark;
}

const withoutNumber = (label: string) => label.replace(/-\d+$/, '');

function startsWith(block: Element, mark: string): boolean {
  const text = textOf(block)
    .trimStart()
    .replace(/^[[({]+/, '');
  if (!text.startsWith(mark)) return false;
  // A sign ends where a letter begins; a number or a letter goes on with it.
  return !/[\p{L}\p{N}]$/u.test(mark) || !/^[\p{L}\p{N}]/u.test(text.slice(mark.length));
}

/** Takes the note's own mark off its beginning: it is the note's label. */
function withoutMark(note: Element, label: string): void {
  const mark = withoutNumber(label);
  if (!startsWith(note, mark)) return;
  let left = textOf(note).length - textOf(note).trimStart().length;
  const shown = /^[[({]*/.exec(textOf(note).trimStart())![0].length + mark.length;
  const after = /^\s*[\])}]*\s*[.:]?\s*/.exec(textOf(note).slice(left + shown))![0];
  left += shown + after.length;
  // Nothing but its mark is not a note; the mark stays.
  if (textOf(note).trim().length <= left) return;
  const cut = (node: Element): void => {
    for (const child of [...node.children] as ElementContent[]) {
      if (left === 0) return;
      if (child.type === 'text') {
        const taken = Math.min(left, child.value.length);
        child.value = child.value.slice(taken);
        left -= taken;
      } else if (child.type === 'element') {
        cut(child);
        if (textOf(child) === '' && child.tagName === 'a') {
          node.children = node.children.filter((each) => each !== child);
        }
      }
    }
  };
  cut(note);
}
