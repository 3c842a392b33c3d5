import type { Element, Root } from 'xast';
import type { FrontMatter } from '../../edition/metadata';
import type { Losses } from '../document';
import { allOf, attribute, childrenOf, localName } from '../xml/read';

/**
 * The pictures that marks of pages name, by the number of the page: an address in `facs`, or that of the widest
 * or first graphic of the surface that it points to.
 * Source: https://tei-c.org/release/doc/tei-p5-doc/en/html/PH.html (11.1).
 *
 * @returns no field where no page has a picture.
 */
export function pageImages(
  tree: Root,
  texts: readonly Element[],
  losses: Losses,
): Pick<FrontMatter, 'images'> {
  const bases = basesOf(tree);
  const graphics = new Map<string, string>();
  for (const name of ['surface', 'graphic']) {
    for (const element of allOf(tree, name)) {
      const id = attribute(element, 'xml:id');
      const all = name === 'graphic' ? [element] : childrenOf(element).filter(isGraphic);
      const graphic = largest(all);
      const address = graphic && addressOf(graphic, attribute(graphic, 'url'), bases);
      if (!id || !address) continue;
      graphics.set(id, address);
      for (const other of all) {
        if (other !== graphic)
          losses.add(
            'other pictures of a page',
            other.position?.start.line,
            attribute(other, 'url'),
          );
      }
    }
  }
  const images = new Map<string, string>();
  for (const mark of pageMarks(texts)) {
    const [facs] = (attribute(mark, 'facs') ?? '').trim().split(/\s+/);
    if (!facs) continue;
    const address = facs.startsWith('#')
      ? graphics.get(facs.slice(1))
      : addressOf(mark, facs, bases);
    const page = attribute(mark, 'n')?.trim();
    const line = mark.position?.start.line;
    if (!page || !address || !isAddress(address)) {
      losses.add('pictures of pages without an address or a number', line);
    } else if (!images.has(page)) images.set(page, address);
    else if (images.get(page) !== address) {
      losses.add('other pictures of pages with the same number', line);
    }
  }
  return images.size > 0 ? { images: Object.fromEntries(images) } : {};
}

/** Reports the pictures of pages of a text in several witnesses, which do not say whose pages they are. */
export function reportPageImages(texts: readonly Element[], losses: Losses): void {
  for (const mark of pageMarks(texts)) {
    if (attribute(mark, 'facs'))
      losses.add('pictures of pages, of which witness is not said', mark.position?.start.line);
  }
}

const pageMarks = (texts: readonly Element[]): Element[] =>
  texts.flatMap((text) => [...allOf(text, 'pb')]);

/** The addresses that elements give for those relative to them (`xml:base`), by element. */
function basesOf(tree: Root): ReadonlyMap<Element, string> {
  const bases = new Map<Element, string>();
  const look = (element: Element, around: string | undefined): void => {
    const given = attribute(element, 'xml:base');
    const base = given !== undefined && URL.canParse(given, around) ? given : undefined;
    const own = base === undefined ? around : new URL(base, around).href;
    if (own !== undefined) bases.set(element, own);
    for (const child of childrenOf(element)) look(child, own);
  };
  for (const element of childrenOf(tree)) look(element, undefined);
  return bases;
}

/** An address as it stands, or as what is given around an element completes it. */
function addressOf(
  element: Element,
  address: string | undefined,
  bases: ReadonlyMap<Element, string>,
): string | undefined {
  const base = bases.get(element);
  return address && base && URL.canParse(address, base) ? new URL(address, base).href : address;
}

/** Of several pictures the widest, as far as they say how wide they are; else the first. */
function largest(graphics: readonly Element[]): Element | undefined {
  const width = (graphic: Element) => Number.parseFloat(attribute(graphic, 'width') ?? '') || 0;
  return graphics.reduce<Element | undefined>(
    (most, each) => (most === undefined || width(each) > width(most) ? each : most),
    undefined,
  );
}

const isGraphic = (element: Element): boolean => localName(element) === 'graphic';

const isAddress = (address: string): boolean =>
  /^https?:\/\//i.test(address) && URL.canParse(address);
