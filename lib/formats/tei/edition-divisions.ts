import type { Element, Root } from 'xast';
import type { Losses } from '../document';
import { allOf, attribute, childrenOf, isElement, localName, textOf } from '../xml/read';

/** Types of divisions that hold the text itself, and those that hold translations of it. */
const ofText = /^(edition|original|transcription|transliteration)$/;
const ofTranslation = /^translation$/;
/** Types of divisions that hold what is said of the text, by what they are called in a report. */
const about: Readonly<Record<string, string>> = {
  apparatus: 'apparatus that is not placed',
  bibliography: 'bibliographies',
  commentary: 'commentaries',
};

/**
 * Makes the divisions of a text that are editions and translations of it texts of their own, as EpiDoc
 * has them side by side, and takes out what is said of the text in others, which is reported.
 * Source: https://epidoc.stoa.org/gl/latest/supp-structure.html
 *
 * @returns whether there are several texts now.
 */
export function divideEditions(tree: Root, losses: Losses): boolean {
  const bodies = [...allOf(tree, 'body')];
  const [body] = bodies;
  if (bodies.length !== 1) return false;
  const divisions = childrenOf(body).filter((child) => /^div\d?$/.test(localName(child)));
  const typed = (types: RegExp) =>
    divisions.filter((each) => types.test(attribute(each, 'type') ?? ''));
  const sources = typed(ofText).filter((each) => textOf(each).trim() !== '');
  if (sources.length === 0) return false;
  takeOut(body, losses);
  const translations = typed(ofTranslation).filter((each) => textOf(each).trim() !== '');
  const editions = [...sources, ...translations];
  // What stands beside them is a part of a text that is divided otherwise.
  if (editions.length < 2 || editions.length < childrenOf(body).length) return false;
  body.name = 'group';
  body.children = editions.map((division, k) => ({
    type: 'element',
    name: 'text',
    attributes: { n: nameOf(editions, k), ...languageOf(division) },
    position: division.position,
    children: [{ type: 'element', name: 'body', attributes: {}, children: [division] }],
  }));
  return true;
}

function takeOut(body: Element, losses: Losses): void {
  body.children = body.children.filter((child) => {
    const called = isElement(child) ? about[attribute(child, 'type') ?? ''] : undefined;
    if (called === undefined) return true;
    const words = textOf(child);
    if (words.trim() !== '') losses.add(called, child.position?.start.line, words);
    return false;
  });
}

/** What a division is called among the others: its kind, and what tells it from those of that kind. */
function nameOf(divisions: readonly Element[], at: number): string {
  const division = divisions[at];
  const type = attribute(division, 'type') ?? '';
  const alike = divisions.filter((each) => attribute(each, 'type') === type);
  if (alike.length === 1) return type;
  const own = attribute(division, 'subtype') ?? attribute(division, 'xml:lang');
  return own ? `${type}-${own}` : `${type}-${alike.indexOf(division) + 1}`;
}

/** The language of a division: its own, or that of the first part of it which says one. */
function languageOf(division: Element): { 'xml:lang'?: string } {
  const own =
    attribute(division, 'xml:lang') ??
    childrenOf(division)
      .map((part) => attribute(part, 'xml:lang'))
      .find((language) => language !== undefined);
  return own === undefined ? {} : { 'xml:lang': own };
}
