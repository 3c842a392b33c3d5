import type { Element, Root as XmlRoot } from 'xast';
import { type NumberStyle, numberStyle, written } from '../item-numbers';
import { allOf, attribute, childrenOf } from '../xml/read';
import { aboutStyle, looseNoteStyle } from './styles';

/** How a style of OpenDocument sets its words, as far as a text says anything by it. */
export interface Style {
  /** What paragraphs of it are, by its name. */
  verse: boolean;
  title: boolean;
  /** Whether they are notes to which nothing refers, as our own documents have them. */
  looseNote: boolean;
  /** Whether our own documents say by it what a text is. */
  about: boolean;
  strong: boolean;
  emphasis: boolean;
  deleted: boolean;
  code: boolean;
  /** Whether its words are not shown. */
  hidden?: boolean;
  /** The style from which it is made, if any. */
  parent: string;
  /** What stands beside the words, as our own texts have it. */
  beside: 'label' | 'page' | 'omission' | null;
}

/** Styles of characters by which our own texts are read as they were. */
const besides: Record<string, Style['beside']> = {
  Label: 'label',
  PageMark: 'page',
  LeftOut: 'omission',
};

/** The styles of a file by name. */
export function* stylesOf(tree: XmlRoot): Generator<[string, Style]> {
  for (const style of allOf(tree, 'style')) {
    const properties = childrenOf(style, 'text-properties')[0];
    const propertyOf = (name: string) => (properties && attribute(properties, name)) ?? '';
    const line = propertyOf('style:text-line-through-style');
    const name = attribute(style, 'style:name') ?? '';
    // What is formatted by hand has a style of its own that is made from the named one.
    const parent = attribute(style, 'style:parent-style-name') ?? '';
    const named = `${name} ${parent}`;
    const display = propertyOf('text:display');
    yield [
      name,
      {
        about: named.split(' ').includes(aboutStyle),
        looseNote: named.split(' ').includes(looseNoteStyle),
        title: /(^|\s)Title(\s|$)/.test(named),
        verse: /(^|\s)(Verse|Poem|Poetry|Stanza|Lyrics)/.test(named),
        strong: propertyOf('fo:font-weight') === 'bold',
        emphasis: /italic|oblique/.test(propertyOf('fo:font-style')),
        deleted: line !== '' && line !== 'none',
        code: named.split(' ').includes('Code'),
        ...(display === '' ? {} : { hidden: display === 'none' }),
        parent,
        beside: besides[name] ?? null,
      },
    ];
  }
}

/** Whether words of a style are hidden: by itself, or by the styles that it is made from. */
export function isHiddenStyle(name: string, styles: ReadonlyMap<string, Style>): boolean {
  const seen = new Set<string>();
  for (let at = name; !seen.has(at); at = styles.get(at)?.parent ?? '') {
    seen.add(at);
    const hidden = styles.get(at)?.hidden;
    if (hidden !== undefined) return hidden;
  }
  return false;
}

/** A level of a numbered list. */
export interface ListLevel {
  /** The first number. */
  start: number;
  style: NumberStyle;
  prefix: string;
  suffix: string;
  /** How many levels are shown: of 2, “1.2”. */
  shown: number;
}

/** Numbered lists, by style and level. */
export type NumberedLists = ReadonlyMap<string, ReadonlyMap<number, ListLevel>>;

/** By this name, the numbers that headings are given by their levels. */
export const outline = 'outline-style';

export function numberedLists(trees: readonly XmlRoot[]): NumberedLists {
  const found = new Map<string, Map<number, ListLevel>>();
  for (const tree of trees) {
    for (const style of allOf(tree, 'list-style')) {
      const levels = levelsOf(childrenOf(style, 'list-level-style-number'));
      found.set(attribute(style, 'style:name') ?? '', levels);
    }
    for (const style of allOf(tree, outline)) {
      found.set(outline, levelsOf(childrenOf(style, 'outline-level-style')));
    }
  }
  return found;
}

function levelsOf(elements: readonly Element[]): Map<number, ListLevel> {
  const numbered = elements.filter((level) => (attribute(level, 'style:num-format') ?? '') !== '');
  return new Map(
    numbered.map((level) => [
      Number(attribute(level, 'text:level') ?? 1),
      {
        start: Number(attribute(level, 'text:start-value') ?? 1) || 1,
        // Of a list of numbers, such as “一, 二, 三, ...”, the first.
        style: numberStyle(attribute(level, 'style:num-format')?.split(',')[0] ?? ''),
        prefix: attribute(level, 'style:num-prefix') ?? '',
        suffix: attribute(level, 'style:num-suffix') ?? '',
        shown: Number(attribute(level, 'text:display-levels') ?? 1) || 1,
      },
    ]),
  );
}

/**
 * The number of an item as it is shown.
 * @param numbers of the levels around it and its own, by level.
 */
export function shownNumber(
  levels: ReadonlyMap<number, ListLevel>,
  numbers: ReadonlyMap<number, number>,
  depth: number,
): string {
  const own = levels.get(depth);
  if (!own) return '';
  const parts: string[] = [];
  for (let at = Math.max(1, depth - own.shown + 1); at <= depth; at++) {
    const level = levels.get(at);
    if (level) parts.push(written(numbers.get(at) ?? level.start, level.style));
  }
  const number = `${own.prefix}${parts.join('.')}${own.suffix}`.trim();
  // A number that nothing follows is an item’s all the same: as its words it would be a year.
  return own.prefix === '' && own.suffix === '' && parts.length === 1 ? `${number}.` : number;
}
