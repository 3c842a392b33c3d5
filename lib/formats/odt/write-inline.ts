import type { Element as HtmlElement, ElementContent as HtmlNode } from 'hast';
import type { ElementContent } from 'xast';
import { x } from 'xastscript';
import type { Mark } from '../../collate/marks';
import { xmlText } from '../prepared';

/** What the inline content of a text refers to. */
export interface Referred {
  /**
   * A note, by its label; null where there is no such note. Its blocks are null where it has been
   * given before; it may be shown by another label.
   */
  note: (
    label: string,
  ) => { number: number; label?: string; blocks: ElementContent[] | null } | null;
}

/** Styles of characters that show where editions differ. */
export const markStyles: Record<Mark['kind'] | 'omission', string> = {
  insert: 'OnlyHere',
  delete: 'Absent',
  replace: 'OtherWords',
  move: 'Moved',
  omission: 'LeftOut',
};

const spans: Record<string, string> = {
  em: 'Emphasis',
  i: 'Foreign',
  strong: 'Strong',
  s: 'Deleted',
  code: 'Code',
  ins: markStyles.insert,
};
const classes: Record<string, string> = {
  label: 'Label',
  omission: markStyles.omission,
  absent: markStyles.delete,
  moved: markStyles.move,
  replaced: markStyles.replace,
};

/** The content of a segment, as a page of HTML has it (`segmentContent`), in OpenDocument. */
export function inlineOdt(nodes: readonly HtmlNode[], referred: Referred): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'text') return textOdt(node.value);
    return node.type === 'element' ? elementOdt(node, referred) : [];
  });
}

function elementOdt(node: HtmlElement, referred: Referred): ElementContent[] {
  const { tagName, properties } = node;
  const styled = (style: string, children: ElementContent[]) => [
    x('text:span', { 'text:style-name': style }, children),
  ];
  const children = () => inlineOdt(node.children, referred);
  if (tagName === 'br') return [x('text:line-break')];
  if (tagName === 'sup') return noteOdt(plainText(node.children), referred);
  if (tagName === 'ruby') {
    const reading = node.children.filter((child) => isNamed(child, 'rt'));
    const base = node.children.filter((child) => !isNamed(child, 'rt'));
    return [
      x('text:ruby', [
        x('text:ruby-base', inlineOdt(base, referred)),
        x('text:ruby-text', xmlText(plainText(reading))),
      ]),
    ];
  }
  if (tagName === 'a') {
    const href = String(properties.href ?? '');
    return [x('text:a', { 'xlink:type': 'simple', 'xlink:href': href }, children())];
  }
  const names = [properties.className ?? []].flat().map(String);
  if (names.includes('page-break')) {
    return styled('PageMark', [{ type: 'text', value: xmlText(String(properties.title ?? '')) }]);
  }
  const style = spans[tagName] ?? classes[names.find((name) => classes[name]) ?? ''];
  return style ? styled(style, children()) : children();
}

function noteOdt(own: string, referred: Referred): ElementContent[] {
  const note = referred.note(own);
  if (!note) return styledNoteMark({ type: 'text', value: xmlText(own) });
  const { label = own } = note;
  if (!note.blocks) {
    const reference = {
      'text:note-class': 'footnote',
      'text:reference-format': 'text',
      'text:ref-name': `note${note.number}`,
    };
    return styledNoteMark(x('text:note-ref', reference, xmlText(label)));
  }
  return [
    x('text:note', { 'text:id': `note${note.number}`, 'text:note-class': 'footnote' }, [
      x('text:note-citation', { 'text:label': xmlText(label) }, xmlText(label)),
      x('text:note-body', note.blocks),
    ]),
  ];
}

function styledNoteMark(content: ElementContent): ElementContent[] {
  return [x('text:span', { 'text:style-name': 'NoteMark' }, [content])];
}

/** Text whose spaces stay as they are: of several, OpenDocument keeps one. */
function textOdt(text: string): ElementContent[] {
  return xmlText(text)
    .split(/( {2,}|\t)/)
    .flatMap((part): ElementContent[] => {
      if (part === '\t') return [x('text:tab')];
      if (/^ {2,}$/.test(part)) return [x('text:s', { 'text:c': String(part.length) })];
      return part === '' ? [] : [{ type: 'text', value: part }];
    });
}

function isNamed(node: HtmlNode, name: string): boolean {
  return node.type === 'element' && node.tagName === name;
}

function plainText(nodes: readonly HtmlNode[]): string {
  return nodes
    .map((node) =>
      node.type === 'text' ? node.value : node.type === 'element' ? plainText(node.children) : '',
    )
    .join('');
}
