import type { Element, Nodes } from 'xast';
import { attribute, isElement, localName, textOf } from '../xml/read';

const names = (list: string) => new Set(list.trim().split(/\s+/));

/** Blocks that may stand within a line of another, such as the paragraphs of a cell or of a reading. */
const blocks = names(
  `p ab l lg head list item table row cell quote sp speaker stage opener closer salute signed
   dateline byline docAuthor docDate docImprint docTitle titlePart address addrLine entry entryFree
   sense eg person place org event listPerson listPlace listOrg listEvent bibl biblStruct castItem
   postscript trailer epigraph argument desc figDesc u`,
);
/** Elements of which two next to one another are two words or more, with or without a space. */
const words = names(
  `w s cl phr seg forename surname roleName addName genName nameLink orgName persName placeName
   settlement region country role roleDesc actor form orth pron gramGrp gram pos gen number case
   itype sense def usg etym xr lbl cit quote author editor title publisher pubPlace date biblScope
   num measure imprint monogr analytic series birth death floruit sex age faith education nationality
   occupation residence affiliation state trait idno repository collection institution msIdentifier
   msContents msItem incipit explicit rubric finalRubric physDesc history origin provenance`,
);
/** Of these, those that may also stand for parts of a word. */
const mayBePart = names('seg cl phr num measure title date');

/** Elements that separate the words around them, and have none of the text: in speech, between the halves of a line. */
const parting = names('pause shift caesura vocal kinesic incident');

/** Whether an element within a line is a block of its own, and so parts what stands around it. */
export function isBlockWithin(name: string): boolean {
  return blocks.has(name);
}

/** Whether an element separates the words around it as the end of a line does. */
export function partsLines(name: string): boolean {
  return parting.has(name);
}

/** Whether two neighbours are words or sentences that stand apart though no space is between them. */
export function standApart(before: Nodes | undefined, node: Element): boolean {
  if (!before || !isElement(before)) return false;
  const [first, second] = [localName(before), localName(node)];
  const joins = attribute(node, 'join') || /^(right|both)$/.test(attribute(before, 'join') ?? '');
  // Where each word and each sign is marked and nothing stands between, a sign ends what is before it.
  if (first === 'pc' && second === 'w') {
    return (
      !joins && /[.,;:!?\u2026\u201d\u00bb]$/.test(textOf(before)) && /^\p{L}/u.test(textOf(node))
    );
  }
  if (!words.has(first) || !words.has(second)) return false;
  if (attribute(before, 'part') === 'I' || attribute(before, 'part') === 'M') return false;
  if (joins) return false;
  if (!mayBePart.has(first) || !mayBePart.has(second)) return true;
  // Where only the words can tell: the end of a sentence or clause before the beginning of another.
  return /[.,;:!?\u2026\u201d\u00bb]$/.test(textOf(before)) && /^[\p{L}\p{N}]/u.test(textOf(node));
}

/** What a word holds: no end of a line, and no space of the file, parts it. */
export function withinWord(node: Element): Nodes[] {
  return node.children.map((child): Nodes => {
    if (child.type === 'text') return { ...child, value: child.value.replace(/\s*\n\s*/g, '') };
    if (!isElement(child)) return child;
    if (!/^(lb|pb|cb|gb)$/.test(localName(child)) || attribute(child, 'break')) return child;
    return { ...child, attributes: { ...child.attributes, break: 'no' } };
  });
}
