import type { Element, Root } from 'xast';
import type { Losses } from '../document';
import { allOf, attribute, childrenOf, firstOf, lineOf } from '../xml/read';

/** What ends of lines and strokes are written as, which have no character of their own. */
const noCharacter = /EOL(?:un)?hyphen|^char:(?:cmb|punc|EOL)/i;

/**
 * Gives each `g` that has no text the character that the header declares for it: the one of Unicode, else
 * its normal form, else how it is composed (`[水*舟]`). What has none is reported by its name.
 * Source: https://tei-c.org/release/doc/tei-p5-doc/en/html/WD.html (5.2), and the `charProp` of CBETA.
 */
export function fillCharacters(tree: Root, losses: Losses): void {
  let declared: Map<string, Declared> | undefined;
  for (const text of allOf(tree, 'text')) {
    for (const sign of [...allOf(text, 'g')]) {
      if (sign.children.length > 0) continue;
      const called = attribute(sign, 'ref') ?? attribute(sign, 'type') ?? '';
      declared ??= declaredIn(tree);
      const known = declared.get(called.replace(/^.*#/, ''));
      const line = sign.position?.start.line;
      if (known) {
        sign.children = [{ type: 'text', value: known.value }];
        if (known.instead) losses.mark(known.instead, line, `${called.slice(1)} ${known.value}`);
      } else if (!noCharacter.test(called)) losses.add('signs without a character', line, called);
    }
  }
}

interface Declared {
  value: string;
  /** What it is where it is not the character itself. */
  instead?: string;
}

function declaredIn(tree: Root): Map<string, Declared> {
  const found = new Map<string, Declared>();
  for (const name of ['char', 'glyph']) {
    for (const each of allOf(tree, name)) {
      const id = attribute(each, 'xml:id');
      const value = id && characterOf(each);
      if (value) found.set(id, value);
    }
  }
  return found;
}

function characterOf(declaration: Element): Declared | null {
  const mappings = childrenOf(declaration, 'mapping').flatMap((mapping) => {
    const type = attribute(mapping, 'type') ?? '';
    const value = fromCodePoints(lineOf(mapping) ?? '');
    return /PUA/i.test(type) || value === '' ? [] : [{ type, value }];
  });
  const exact = mappings.find(({ type }) => !/norm|standard|simpl/i.test(type));
  if (exact) return { value: exact.value };
  const properties = new Map(
    ['charProp', 'localProp', 'unicodeProp'].flatMap((kind) =>
      [...allOf(declaration, kind)].map((property): [string, string] => [
        attribute(property, 'name') ?? lineOf(firstOf(property, 'localName')) ?? '',
        attribute(property, 'value') ?? lineOf(firstOf(property, 'value')) ?? '',
      ]),
    ),
  );
  const normal = mappings[0]?.value ?? properties.get('normalized form');
  if (normal) return { value: normal, instead: 'characters in their normal form' };
  const romanised = properties.get('Romanized form in Unicode transcription');
  if (romanised) return { value: romanised, instead: 'characters as they are romanised' };
  const composed = properties.get('composition');
  return composed ? { value: composed, instead: 'characters as they are composed' } : null;
}

/** A character as it is, or by its number: `U+6E21`. */
function fromCodePoints(given: string): string {
  return given.replace(/U\+([0-9A-F]{4,6})\s*/gi, (_, hex: string) => {
    const code = Number.parseInt(hex, 16);
    return code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : '';
  });
}
