import type { Element, ElementContent, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import type { Losses } from '../document';
import { characterOf, unknownCharacter } from '../text/aozora';
import { firstElement } from './first-element';
import { calledOf } from './names';
import { noteTag } from './note-tags';
import { pageBreakOf } from './page-breaks';
import { wordsOf } from './words';

/** What holds no words of the page: programs, looks, and what the page says of itself. */
const silent = new Set(['script', 'style', 'template', 'head', 'title', 'link', 'meta']);

/** What an edition cannot hold; its words are reported. */
const notKept: Record<string, string> = {
  img: 'images',
  svg: 'images',
  picture: 'images',
  video: 'films and sounds',
  audio: 'films and sounds',
  canvas: 'images',
  iframe: 'embedded pages',
  object: 'embedded objects',
  embed: 'embedded objects',
  math: 'formulas',
  nav: 'menus',
  input: 'fields of forms',
  select: 'fields of forms',
  button: 'fields of forms',
  textarea: 'fields of forms',
  datalist: 'fields of forms',
  noscript: 'words for old browsers',
  noframes: 'words for old browsers',
  noembed: 'words for old browsers',
};

const word = (names: string) => new RegExp(`(?:^|\\s)(?:${names})(?=$|\\s)`);
/** Parts of a page that are about the page, by their names in MediaWiki, Gutenberg and blogs. */
const pageParts = word(
  'mw-editsection|mw-jump-link|noprint|ws-noexport|navbox|catlinks|printfooter|skip-link|breadcrumbs?|share|sharing|social|cookie-notice|pg-boilerplate|doc-backlink-list|licensecontainer|bibliographical_information|notation_notes',
);
const pagePartIds =
  /^(?:pg-header|pg-footer|pg-machine-header|siteSub|siteNotice|contentSub|jump-to-nav|catlinks|mw-head|mw-panel|mw-navigation|(?:page-|site-)?footer)$/;
/** Numbers of lines in the margin. */
const lineNumbers = word(
  'l(?:ine)?[-_]?num(?:ber)?s?|linenrs?|linenos?|ln|line-?no|verse-?num(?:ber)?-margin|poem-?num',
);

/**
 * Takes out what does not belong to the text of the work, each kind reported with its words; breaks of pages become
 * marks, wherever they stand.
 */
export function takeOutFurniture(node: Root | Element, losses: Losses): void {
  takeOut(node, losses, node.type === 'root' && isOfSite(node));
}

/** Whether a page is one of a site: it has a menu. */
function isOfSite(tree: Root): boolean {
  const menu = firstElement(
    tree,
    ({ tagName, properties }) => tagName === 'nav' || properties.role === 'navigation',
  );
  return menu !== undefined;
}

/** The letters of a formula once: MathML may have its source beside them. */
function formulaOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element' || /^annotation/.test(node.tagName)) return '';
  return node.children.map(formulaOf).join('');
}

/** Parts of a site’s page by their roles (WAI-ARIA’s landmarks). */
const landmarks = /^(?:banner|navigation|search|complementary|contentinfo)$/;
/** Within these a foot is that of the part. */
const sections = /^(?:main|article|section|blockquote|figure|td)$/;

/** @param ofSite whether what stands at the foot is that of a site’s page. */
function takeOut(node: Root | Element, losses: Losses, ofSite: boolean): void {
  node.children = (node.children as ElementContent[]).flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return child.type === 'text' ? [child] : [];
    if (silent.has(child.tagName)) return [];
    const line = child.position?.start.line;
    const words = () => wordsOf(child);
    const lost = notKept[child.tagName];
    if (lost) {
      const alt = String(child.properties.alt ?? '');
      // A picture of a letter is that letter.
      if (/^\p{L}$/u.test(alt)) return [{ type: 'text', value: alt }];
      // Aozora Bunko describes a character for which its encoding has no place.
      const character = characterOf(alt);
      if (character) return [{ type: 'text', value: character }];
      losses.add(lost, line, alt || (child.tagName === 'math' ? formulaOf(child) : words()));
      return alt.startsWith('※') ? [{ type: 'text', value: unknownCharacter }] : [];
    }
    const broken = pageBreakOf(child);
    if (broken?.holdsWords) {
      takeOut(child, losses, ofSite);
      return broken.mark ? [broken.mark, child] : [child];
    }
    if (broken) {
      const { mark, written } = broken;
      if (written !== '') losses.mark('page numbers, as page marks', line, written);
      return mark ? [mark] : [];
    }
    const called = calledOf(child);
    if (isHidden(child)) losses.add('hidden text', line, words());
    else if (
      pageParts.test(called) ||
      pagePartIds.test(String(child.properties.id ?? '')) ||
      landmarks.test(String(child.properties.role ?? '')) ||
      (ofSite && child.tagName === 'footer')
    ) {
      losses.add('parts that are about the page', line, words());
    } else if (isComment(child)) {
      // The sign that leads to a remark says nothing.
      if (!/^(?:sup|a)$/.test(child.tagName)) losses.add('comments', line, words());
    } else if (called === 'notes' && /^\s*［＃[^］]*］\s*$/.test(words())) {
      losses.add('annotations', line, words());
    } else if (lineNumbers.test(called) && /^[\s\d[\]().]+$/.test(words())) {
      losses.add('line numbers', line, words());
    } else if (called === 'omission' && words().trim() === '‸')
      return []; // Our sign for words left out.
    else {
      takeOut(child, losses, ofSite && !sections.test(child.tagName));
      return [child];
    }
    return [];
  });
}

/** Of Google Docs, a remark on the text, or the sign that leads to it. */
function isComment(element: Element): boolean {
  if (/^(?:sup|a)$/.test(element.tagName)) {
    const link = element.tagName === 'a' ? element : element.children[0];
    return link?.type === 'element' && /^#cmnt\d+$/.test(String(link.properties.href ?? ''));
  }
  const [first] = element.children;
  if (!/^(?:p|div)$/.test(element.tagName) || first?.type !== 'element') return false;
  const isNamed = first.tagName === 'a' && /^cmnt\d+$/.test(String(first.properties.id ?? ''));
  return isNamed || (element.tagName === 'div' && isComment(first));
}

/** What readers show when it is asked for: notes that are hidden until then, readings of characters. */
const shownOnDemand = /(?:^|[\s-])(?:foot|end|rear)-?notes?(?=$|[\s-])/;

function isHidden(element: Element): boolean {
  const { tagName, properties } = element;
  if (tagName === 'dialog' && !properties.open) return true;
  if (/^(?:rt|rp|rtc)$/.test(tagName) || shownOnDemand.test(calledOf(element))) return false;
  const style = String(properties.style ?? '');
  return (
    (properties.hidden !== undefined &&
      properties.hidden !== null &&
      properties.hidden !== false) ||
    /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style)
  );
}

const textIds = /^(?:main|(?:main|page)?[-_]?content)$/i;

/**
 * Where a page says which part of it is the text (schema.org, `main`, its only `article`), the rest
 * is left out and reported; notes that it refers to stay.
 */
export function leaveTextOnly(tree: Root, losses: Losses): void {
  const found =
    only(tree, ({ properties }) =>
      /^(text|articleBody)$/.test(String(properties.itemProp ?? '')),
    ) ??
    only(tree, ({ tagName, properties }) => tagName === 'main' || properties.role === 'main') ??
    only(tree, ({ tagName }) => tagName === 'article') ??
    only(tree, ({ properties }) => textIds.test(String(properties.id ?? '')));
  if (!found || textOf(found).trim() === '') return;
  const notes = tree.children.filter((each) => each.type === 'element' && each.tagName === noteTag);
  const within = textOf(found).length;
  // What is a small part of its page is one of several things on it.
  const all =
    textOf(tree).length - notes.reduce((sum, note) => sum + textOf(note as Element).length, 0);
  const isNamed = found.tagName !== 'main' && found.properties.role !== 'main';
  if (isNamed && !found.properties.itemProp && within < all / 2) return;
  reportBeside(tree, found, losses);
  tree.children = [found, ...notes];
}

/** The one element of a kind; none where there are several, such as comments. */
function only(tree: Root, is: (element: Element) => boolean): Element | null {
  const found: Element[] = [];
  visit(tree, 'element', (node) => {
    if (!is(node)) return undefined;
    found.push(node);
    return SKIP;
  });
  return found.length === 1 ? found[0] : null;
}

function reportBeside(node: Root | Element, kept: Element, losses: Losses): void {
  for (const child of node.children as ElementContent[]) {
    if (child === kept || (child.type === 'element' && child.tagName === noteTag)) continue;
    if (child.type === 'element' && holds(child, kept)) reportBeside(child, kept, losses);
    else if (textOf(child).trim() !== '') {
      losses.add('what stands beside the text', child.position?.start.line, wordsOf(child));
    }
  }
}

function holds(node: Element, searched: Element): boolean {
  return node.children.some(
    (child) => child === searched || (child.type === 'element' && holds(child, searched)),
  );
}
