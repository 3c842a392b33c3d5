import type { Element, ElementContent, Nodes, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { markLooseNotes } from './loose-notes';
import { calledOf } from './names';

/** Elements of our own that stand for a note and for a reference to one, by `label`. */
export const noteTag = 'note-body';
export const referenceTag = 'note-reference';

const noteBlocks = new Set(['li', 'aside', 'div', 'dd', 'p', 'section', 'td']);
const returns = /backlink|backref|footnote-back|noteback|reversefootnote/;
const refers = /noteref|footnote-?ref|fnanchor|fnref|fn-?link|notecall|noteanchor/;
/** LibreOffice calls the block that holds a note so. */
const noteIds = /^sd(?:foot|end)note\d+$/;
const arrow = /^(?:[\s^↑↩⤴]|\uFE0E)*$/u;
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
export function markNotes(tree: Root): void {
  const { targets, links, parents } = survey(tree);
  const labels = new Map<Element, string>();
  const distinct = distinctLabels();
  const targetOf = ({ link }: Link): Target | undefined => {
    const href = String(link.properties.href ?? '');
    return href.includes('#') ? targets.get(decoded(href.slice(href.indexOf('#') + 1))) : undefined;
  };
  const { calls, backs } = pairsOf(links, targetOf, parents);
  for (const each of links) {
    const { link, raised, order } = each;
    const target = targetOf(each);
    if (!target || backs.has(link) || returns.test(calledOf(link))) continue;
    if (standsIn(target.block, link, parents)) continue;
    const only = link.children.length === 1 ? link.children[0] : undefined;
    const mark = noteMark.exec(textOf(link))?.[1];
    const sure =
      raised ||
      calls.has(link) ||
      refers.test(calledOf(link)) ||
      (only?.type === 'element' && only.tagName === 'sup') ||
      (mark !== undefined && target.order > order && startsWith(target.block, mark));
    if (!sure || !noteBlocks.has(target.block.tagName)) continue;
    if (!labels.has(target.block)) {
      const own = textOf(link).replace(/[[\](){}\s]/g, '') || String(labels.size + 1);
      labels.set(target.block, distinct(own));
    }
    link.tagName = referenceTag;
    link.properties = { label: labels.get(target.block)! };
  }
  markLooseNotes(tree, labels, (own) => distinct(own));
  const notes: Element[] = [];
  takeOut(tree, labels, backs, notes);
  tree.children.push(...notes);
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
function pairsOf(
  links: readonly Link[],
  targetOf: (link: Link) => Target | undefined,
  parents: ReadonlyMap<Element, Element | null>,
) {
  const [calls, backs] = [new Set<Element>(), new Set<Element>()];
  const marked = links.flatMap((each) => {
    const text = textOf(each.link);
    const target = targetOf(each)?.block;
    const { block } = each;
    if (!block || !target || !(noteMark.test(text) || arrow.test(text))) return [];
    return [{ ...each, block, target }];
  });
  // The first link from a block to another: a block may hold thousands.
  const firstLinks = new Map<Element, Map<Element, Link>>();
  for (const each of marked) {
    const fromHere = firstLinks.get(each.block) ?? new Map<Element, Link>();
    if (!fromHere.has(each.target)) fromHere.set(each.target, each);
    firstLinks.set(each.block, fromHere);
  }
  for (const back of marked) {
    if (back.target === back.block) continue;
    const fromText = firstLinks.get(back.target);
    let call: Link | undefined;
    // A link may lead to the block or to one that stands around it.
    for (
      let outer: Element | null = fromText ? back.block : null;
      outer;
      outer = parents.get(outer) ?? null
    ) {
      const link = fromText?.get(outer);
      if (link && link.order < (call?.order ?? back.order)) call = link;
    }
    if (!call) continue;
    calls.add(call.link);
    backs.add(back.link);
  }
  return { calls, backs };
}

/** What may be linked to, by id or name, each as the block it stands in; all links; and what stands around each element. */
function survey(tree: Root) {
  const parents = new Map<Element, Element | null>();
  const targets = new Map<string, Target>();
  const links: Link[] = [];
  let order = 0;
  const look = (
    node: Nodes,
    parent: Element | null,
    block: Element | null,
    raised: boolean,
  ): void => {
    if (!('children' in node)) return;
    let around = block;
    if (node.type === 'element') {
      order++;
      parents.set(node, parent);
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
    const inner = node.type === 'element' ? node : null;
    for (const child of node.children) look(child, inner, around, up);
  };
  look(tree, null, null, false);
  return { targets, links, parents };
}

function takeOut(
  node: Root | Element,
  labels: Map<Element, string>,
  backs: ReadonlySet<Element>,
  notes: Element[],
  inCell = false,
): void {
  node.children = node.children.filter((child) => {
    if (child.type !== 'element') return true;
    takeOut(child, labels, backs, notes, inCell || /^t[dh]$/.test(child.tagName));
    const label = labels.get(child);
    if (label === undefined) return true;
    withoutReturns(child, backs);
    withoutMark(child, label);
    child.tagName = noteTag;
    child.properties = { label };
    if (!inCell) notes.push(child);
    return inCell;
  }) as typeof node.children;
}

/** Links back from a note to its place say nothing, nor do the arrows beside them. */
function withoutReturns(node: Element, backs: ReadonlySet<Element>): void {
  node.children = node.children.filter((child) => {
    if (child.type !== 'element') return true;
    withoutReturns(child, backs);
    const isArrow = arrow.test(textOf(child));
    const called = returns.test(calledOf(child));
    if (child.tagName !== 'a') return !(isArrow && called);
    return !backs.has(child) && (!child.properties.href || !(isArrow || called));
  });
}

const withoutNumber = (label: string) => label.replace(/-\d+$/, '');

function startsWith(block: Element, mark: string): boolean {
  const text = textOf(block)
    .trimStart()
    .replace(/^[[({]+/, '');
  return text.startsWith(mark) && !/^[\p{L}\p{N}]/u.test(text.slice(mark.length));
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

function standsIn(
  block: Element,
  inner: Element,
  parents: ReadonlyMap<Element, Element | null>,
): boolean {
  let around = parents.get(inner);
  while (around && around !== block) around = parents.get(around);
  return around === block;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
