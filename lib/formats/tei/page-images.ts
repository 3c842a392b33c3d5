import type { Element, Root } from 'xast';
import type { FrontMatter } from '../../edition/metadata';
import type { Losses } from '../document';
import { allOf, attribute, childrenOf, localName } from '../xml/read';

/**
 * The pictures that marks of pages name, by the number of the page: an address in `facs`, or that of the first
 * graphic of the surface that it points to.
 * Source: https://tei-c.org/release/doc/tei-p5-doc/en/html/PH.html (11.1).
 *
 * @returns no field where no page has a picture.
 */
export function pageImages(
  tree: Root,
  texts: readonly Element[],
  losses: Losses,
): Pick<FrontMatter, 'images'> {
  const graphics = new Map<string, string>();
  for (const name of ['surface', 'graphic']) {
    for (const element of allOf(tree, name)) {
      const id = attribute(element, 'xml:id');
      const [graphic] =
        name === 'graphic' ? [element] : childrenOf(element).filter((each) => isGraphic(each));
      const address = graphic && attribute(graphic, 'url');
      if (id && address) graphics.set(id, address);
    }
  }
  const images = new Map<string, string>();
  for (const mark of pageMarks(texts)) {
    const [facs] = (attribute(mark, 'facs') ?? '').trim().split(/\s+/);
    if (!facs) continue;
    const address = facs.startsWith('#') ? graphics.get(facs.slice(1)) : facs;
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

const isGraphic = (element: Element): boolean => localName(element) === 'graphic';

const isAddress = (address: string): boolean =>
  /^https?:\/\//i.test(address) && URL.canParse(address);
