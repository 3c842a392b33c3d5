import { VFileMessage } from 'vfile-message';
import type { Element, Nodes, Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { InputError } from '../../core/errors';
import { decodeText } from '../text/decode';
import { withNamedCharacters } from './entities';

/**
 * Parses XML to its tree, with positions. Characters may be named as HTML names them; the parser
 * knows no other entities, and fetches nothing: what a document declares in a DTD is never expanded.
 *
 * @throws InputError with the line, for what is not well-formed.
 */
export function parseXml(bytes: Uint8Array, name: string): Root {
  const text = withNamedCharacters(decodeXml(bytes, name));
  try {
    return fromXml(text);
  } catch (error) {
    if (!(error instanceof VFileMessage)) throw error;
    const reason = error.cause instanceof Error ? error.cause.message.split('\n')[0] : 'it is not';
    throw new InputError(
      `the XML is not well-formed: ${reason.replace(/ \(line \d+, column \d+\)$/, '').slice(0, 200)}`,
      {
        file: name,
        line: error.line ?? undefined,
        remedy: /entity/i.test(reason)
          ? 'write the character itself in place of the entity'
          : 'fix that place, for example in an XML editor',
      },
    );
  }
}

/**
 * Text of an XML file, by its byte order mark, its declaration, or UTF-8, which XML is where it declares nothing.
 *
 * @throws InputError where the bytes are something else: markup that is guessed at may be cut anywhere.
 */
export function decodeXml(bytes: Uint8Array, name: string): string {
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const declared = /^<\?xml[^>]*encoding\s*=\s*["']([A-Za-z0-9._-]+)["']/.exec(head)?.[1];
  const { text, warnings } = decodeText(bytes, name, declared);
  const [doubt] = warnings;
  if (!doubt) return text.replace(/^\uFEFF/, '');
  throw new InputError(
    `the file is not in the encoding it declares (${declared ?? 'none, which means UTF-8'})`,
    { file: name, line: doubt.line ?? 1, remedy: 'save it as UTF-8, and declare that' },
  );
}

/** An element's name without its prefix. */
export function localName({ name }: Element): string {
  return name.slice(name.indexOf(':') + 1);
}

export function isElement(node: Nodes | undefined, name?: string): node is Element {
  return node?.type === 'element' && (name === undefined || localName(node) === name);
}

/** The child elements of a node, of a name where one is given. */
export function childrenOf(node: Root | Element, name?: string): Element[] {
  const children: Nodes[] = node.children;
  return children.filter((child): child is Element => isElement(child, name));
}

/** The first element of a name below a node, in document order. */
export function firstOf(node: Root | Element, name: string): Element | undefined {
  for (const found of allOf(node, name)) return found;
  return undefined;
}

/** All elements of a name below a node, in document order. Deep trees do not exhaust the stack. */
export function* allOf(node: Root | Element, name: string): Generator<Element> {
  const waiting: Nodes[] = [...node.children].reverse();
  while (waiting.length > 0) {
    const next = waiting.pop()!;
    if (next.type !== 'element') continue;
    if (localName(next) === name) yield next;
    for (let k = next.children.length - 1; k >= 0; k--) waiting.push(next.children[k]);
  }
}

/** An attribute's value; a prefix other than given is looked through (`xml:id` for `id`). */
export function attribute(element: Element, name: string): string | undefined {
  return element.attributes[name] ?? undefined;
}

/** The text of a node, white space as it stands. */
export function textOf(node: Nodes | undefined): string {
  if (!node) return '';
  if (node.type === 'text' || node.type === 'cdata') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

/** The text of a node on one line. */
export function lineOf(node: Nodes | undefined): string | undefined {
  return textOf(node).replace(/\s+/g, ' ').trim() || undefined;
}
