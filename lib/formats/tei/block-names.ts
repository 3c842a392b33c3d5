import type { Element, Nodes } from 'xast';
import { isElement, localName } from '../xml/read';

/** Elements that hold blocks and are not blocks themselves. */
export const holders =
  /^(text|front|body|back|group|div\d?|lg|sp|epigraph|argument|opener|closer|postscript|floatingText|titlePage|docTitle|listBibl|castList|castGroup|listPerson|listPlace|listOrg|listEvent|listNym|listObject|superEntry|spGrp|annotationBlock|writing|figure|address|set|performance|prologue|epilogue|trailer|imprimatur|juan)$/;
/** Elements that are blocks of their own, wherever they stand. */
const blocks =
  /^(p|ab|head|l|list|table|dateline|salute|signed|byline|docAuthor|docDate|docImprint|docEdition|titlePart|castItem|speaker|stage|addrLine|listApp|divGen|teiHeader|argument|trailer|view|camera|caption|sound|tech|jhead|entry|entryFree|dictScrap|u)$/;
/** Elements that are either, by what they hold. */
const either =
  /^(q|quote|cit|said|item|app|lem|rdg|seg|add|del|hi|figDesc|bibl|biblStruct|person|personGrp|place|org|event|nym|object|msDesc)$/;
/** Lists of books, persons, places and the like. */
const registers = /^list(Bibl|Person|Place|Org|Event|Nym|Object)$/;
/** Whether an element is a block, by what it is or by what it holds. */
export function isBlock(node: Nodes): boolean {
  if (!isElement(node)) return false;
  const name = localName(node);
  if (blocks.test(name) || holders.test(name)) return true;
  return either.test(name) && node.children.some(isBlock);
}

/** Whether each element within is a paragraph of its own: the books of a bibliography, the persons of a list. */
export const isRegister = (node: Element): boolean => registers.test(localName(node));
