import type { Element, Nodes, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { calledOf } from './names';

export const noteBlocks = new Set(['li', 'aside', 'div', 'dd', 'p', 'section', 'td']);
/** LibreOffice calls the block that holds a note so. */
const noteIds = /^sd(?:foot|end)note\d+$/;
/** What leads back from a note. */
export const arrow =
  /^(?:(?:[\s^↑↩⤴]|\uFE0E)*|[\s[(]*(?:back|return)(?: to (?:the )?(?:text|top|main text))?[\s\])]*|[\s[(]*(?:zurück|retour|volver|indietro|назад|返回|戻る)[\s\])]*)$/iu;
/** What a reference to a note looks like: a number, a sign or a letter, in brackets or not. */
export const noteMark =
  /^[\s[({]*(\d{1,4}(?:\.\d{1,3})?|[*†‡§¶‖#]{1,6}|[a-z]{1,2}|[ivxlc]{1,7}|[①-⑳])[\s\])}.:]*$/iu;

/** The page and the number of a note, by which some pages lead back from it. */
const pageAndNumber = /^[\s[(]*\d{1,4}:\d{1,3}[\s\]).]*$/;

/** A block that may be linked to. */
export interface Target {
  block: Element;
  order: number;
}

export interface Link {
  link: Element;
  /** The block that it stands in. */
  block: Element | null;
  raised: boolean;
  order: number;
}

/** Links with a mark that lead to each other's blocks: from the text to a note, and back. */
export function pairsOf(
  links: readonly Link[],
  targetOf: (link: Link) => Target | undefined,
  parents: ReadonlyMap<Element, Element | null>,
) {
  const [calls, backs] = [new Set<Element>(), new Set<Element>()];
  const marked = links.flatMap((each) => {
    const text = textOf(each.link);
    const target = targetOf(each)?.block;
    const { block } = each;
    const isMark = [noteMark, arrow, pageAndNumber].some((each) => each.test(text));
    if (!block || !target || !isMark) return [];
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
      const isCall = link && !pageAndNumber.test(textOf(link.link));
      if (isCall && link.order < (call?.order ?? back.order)) call = link;
    }
    if (!call) continue;
    calls.add(call.link);
    backs.add(back.link);
  }
  return { calls, backs };
}

/** What may be linked to, by id or name, each as the block it stands in; all links; and what stands around each element. */
export function survey(tree: Root) {
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
  const targetOf = ({ link }: Link): Target | undefined => {
    const href = String(link.properties.href ?? '');
    return href.includes('#') ? targets.get(decoded(href.slice(href.indexOf('#') + 1))) : undefined;
  };
  return { links, parents, targetOf };
}

/** Whether an element stands in a block, however deep. */
export function standsIn(
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
