import type { Element, Root } from 'xast';
import { allOf, attribute, childrenOf, localName } from '../xml/read';

/** The witnesses of a document, and what its pointers to them mean. */
export interface Witnesses {
  /** Sigla, in the order in which they are listed or first named. */
  sigla: string[];
  /** The witnesses that each name stands for: itself, or those of a group. */
  members: ReadonlyMap<string, readonly string[]>;
}

function pointersOf(reading: Element): string[] {
  return (attribute(reading, 'wit') ?? '')
    .split(/\s+/)
    .map((pointer) => pointer.replace(/^.*#/, ''))
    .filter((siglum) => siglum !== '');
}

/** Whether a word stands among pointers to witnesses and is not one: “#C corr.”. */
function isRemark(reading: Element, word: string): boolean {
  const words = (attribute(reading, 'wit') ?? '').split(/\s+/);
  return words.includes(word) && words.some((each) => each.includes('#'));
}

/** Sigla of the witnesses that a reading stands in. */
export function witnessesOf(reading: Element, { members }: Pick<Witnesses, 'members'>): string[] {
  return pointersOf(reading).flatMap((name) => members.get(name) ?? [name]);
}

const nameOf = (element: Element) => attribute(element, 'xml:id') ?? attribute(element, 'n');

/** Whether anything in a document is an apparatus. */
export function hasApparatus(tree: Root | Element): boolean {
  return !allOf(tree, 'app').next().done;
}

/** Whether a document says that its text is that of several witnesses: those that agree have no entries. */
const isCollation = (tree: Root): boolean =>
  [...allOf(tree, 'variantEncoding')].some(
    (each) => attribute(each, 'method') === 'parallel-segmentation',
  );

/**
 * The witnesses of a document with an apparatus: those it lists, alone or in groups, and those that
 * its readings name. None where it has no apparatus and does not say that it is a collation.
 *
 * @param apart entries that are not in the tree.
 */
export function listWitnesses(tree: Root, apart: readonly { app: Element }[] = []): Witnesses {
  const members = new Map<string, string[]>();
  const sigla = new Set<string>();
  if (!hasApparatus(tree) && apart.length === 0 && !isCollation(tree))
    return { sigla: [], members };
  const list = (element: Element): string[] => {
    const children = childrenOf(element);
    const within = children.flatMap((child) =>
      /^(witness|listWit)$/.test(localName(child)) ? list(child) : [],
    );
    const name = nameOf(element);
    if (within.length === 0 && name !== undefined && localName(element) === 'witness') {
      sigla.add(name);
      members.set(name, [name]);
      return [name];
    }
    if (name !== undefined && within.length > 0) members.set(name, within);
    return within;
  };
  const outermost = [...allOf(tree, 'listWit')];
  for (const each of outermost) list(each);
  for (const app of [...allOf(tree, 'app'), ...apart.map((each) => each.app)]) {
    for (const name of ['lem', 'rdg']) {
      for (const reading of allOf(app, name)) {
        for (const pointer of pointersOf(reading)) {
          if (members.has(pointer) || isRemark(reading, pointer)) continue;
          members.set(pointer, [pointer]);
          sigla.add(pointer);
        }
      }
    }
  }
  return { sigla: [...sigla], members };
}
