import type { Element, ElementContent, Nodes, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import type { Losses } from '../document';
import { markLooseNotes } from './loose-notes';
import { calledOf } from './names';
import { joinNoteMarks, liftInlineNotes } from './note-shapes';
import { noteTag, referenceTag } from './note-tags';

const noteBlocks = new Set(['li', 'aside', 'div', 'dd', 'p', 'section', 'td']);
const returns = /backlink|backref|footnote-back|noteback|reversefootnote/;
const refers = /noteref|footnote-?ref|fnanchor|fnref|fn-?link|notecall|noteanchor/;
/** LibreOffice calls the block that holds a note so. */
const noteIds = /^sd(?:foot|end)note\d+$/;
const arrow =
  /^(?:(?:[\s^↑↩⤴]|\uFE0E)*|[\s[(]*(?:back|return)(?: to (?:the )?(?:text|top|main text))?[\s\])]*|[\s[(]*(?:zurück|retour|volver|indietro|назад|返回|戻る)[\s\])]*)$/iu;
/** What a reference to a note looks like: a number, a sign or a letter, in brackets or not. */
const noteMark =
  /^[\s[({]*(\d{1,4}(?:\.\d{1,3})?|[*†‡§¶‖#]{1,6}|[a-z]{1,2}|[ivxlc]{1,7}|[①-⑳])[\s\])}.:]*$/iu;

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
  const { targets, links } = survey(tree);
  const labels = new Map<Element, string>();
  const used = new Set<string>();
  const targetOf = ({ link }: Link): Target | undefined => {
    const href = String(link.properties.href ?? '');
    return href.includes('#') ? targets.get(decoded(href.slice(href.indexOf('#') + 1))) : undefined;
  };
  const { calls, backs } = pairsOf(links, targetOf);
  // Thousands of links may stand in one block, or lead into one.
  const couldBe = remembered(couldBeNote);
  const isContents = remembered(isListOfLinks);
  for (const each of links) {
    const { link, raised, order } = each;
    const target = targetOf(each);
    if (!target || backs.has(link) || returns.test(calledOf(link))) continue;
    if (contains(target.block, link)) continue;
    if (!couldBe(target.block)) continue;
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
        !(each.block && isContents(each.block)));
    if (!sure || !noteBlocks.has(target.block.tagName)) continue;
    if (!labels.has(target.block)) {
      const own = textOf(link).replace(/[[\](){}\s]/g, '') || String(labels.size + 1);
      labels.set(target.block, distinct(own, used));
    }
    link.tagName = referenceTag;
    link.properties = { label: labels.get(target.block)! };
  }
  markLooseNotes(tree, labels, (own) => distinct(own, used));
  const found: Element[] = [];
  takeOut(tree, { labels, backs, losses }, found);
  liftInlineNotes(tree, (own) => distinct(own, used), found);
  tree.children.push(...found);
}

function remembered(ask: (block: Element) => boolean): (block: Element) => boolean {
  const known = new Map<Element, boolean>();
  return (block) => {
    const answer = known.get(block) ?? ask(block);
    known.set(block, answer);
    return answer;
  };
}

/** A part of a text with a heading of its own is no note, unless it says so. */
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

/** A label that no other note has: a second `*` is `*-2`. */
function distinct(own: string, used: Set<string>): string {
  let label = own;
  for (let k = 2; used.has(label.toLowerCase()); k++) label = `${own}-${k}`;
  used.add(label.toLowerCase());
  return label;
}

interface Target {
  block: Element;
  order: number;
}

interface Link {
  link: Element;
  /** The block that it stands in. */
  block: Element | null;
  raised: boolean;
  order: number;
}

/** Links with a mark that lead to each other's blocks: from the text to a note, and back. */
function pairsOf(links: readonly Link[], targetOf: (link: Link) => Target | undefined) {
  const [calls, backs] = [new Set<Element>(), new Set<Element>()];
  const byBlock = new Map<Element, Link[]>();
  for (const each of links) {
    const text = textOf(each.link);
    if (!each.block || !(noteMark.test(text) || arrow.test(text))) continue;
    byBlock.set(each.block, [...(byBlock.get(each.block) ?? []), each]);
  }
  for (const back of [...byBlock.values()].flat()) {
    const text = targetOf(back)?.block;
    if (!text || text === back.block) continue;
    const call = byBlock
      .get(text)
      ?.find((each) => each.order < back.order && holds(targetOf(each)?.block, back.block));
    if (!call) continue;
    calls.add(call.link);
    backs.add(back.link);
  }
  return { calls, backs };
}

/** Whether one block is the other, or stands around it. */
const holds = (outer: Element | undefined, inner: Element | null): boolean =>
  outer !== undefined && inner !== null && (outer === inner || contains(outer, inner));

/** What may be linked to, by id or name, each as the block it stands in; and all links. */
function survey(tree: Root) {
  const targets = new Map<string, Target>();
  const links: Link[] = [];
  let order = 0;
  const look = (node: Nodes, block: Element | null, raised: boolean): void => {
    if (!('children' in node)) return;
    let around = block;
    if (node.type === 'element') {
      order++;
      // A note's paragraph stands for the list item or aside that holds it, or for one that is
      // called a note.
      const inNote =
        block !== null &&
        (/^(li|aside|dd)$/.test(block.tagName) ||
          /\b(?:foot|end)note\b/.test(calledOf(block)) ||
          noteIds.test(String(block.properties.id ?? '')));
      if (noteBlocks.has(node.tagName) && !(inNote && node.tagName === 'p')) around = node;
      const { id, name } = node.properties;
      for (const named of [id, node.tagName === 'a' ? name : undefined]) {
        if (named && !targets.has(String(named))) {
          targets.set(String(named), { block: around ?? node, order });
        }
      }
      if (node.tagName === 'a') links.push({ link: node, block: around, raised, order });
    }
    const up = raised || (node.type === 'element' && node.tagName === 'sup');
    for (const child of node.children) look(child, around, up);
  };
  look(tree, null, false);
  return { targets, links };
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

function contains(block: Element, inner: Element): boolean {
  return block.children.some(
    (child) => child === inner || (child.type === 'element' && contains(child, inner)),
  );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
