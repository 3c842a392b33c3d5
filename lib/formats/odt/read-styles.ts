import type { Root as XmlRoot } from 'xast';
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

/** The first numbers of numbered lists, by style and level. */
export type NumberedLists = ReadonlyMap<string, ReadonlyMap<number, number>>;

export function numberedLists(trees: readonly XmlRoot[]): NumberedLists {
  const found = new Map<string, Map<number, number>>();
  for (const style of trees.flatMap((tree) => [...allOf(tree, 'list-style')])) {
    const levels = new Map(
      childrenOf(style, 'list-level-style-number')
        .filter((level) => attribute(level, 'style:num-format') !== '')
        .map((level) => [
          Number(attribute(level, 'text:level') ?? 1),
          Number(attribute(level, 'text:start-value') ?? 1) || 1,
        ]),
    );
    found.set(attribute(style, 'style:name') ?? '', levels);
  }
  return found;
}
