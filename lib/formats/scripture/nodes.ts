import type { PhrasingContent, RootContent } from 'mdast';

/** A letter at the end, of a script whose words are separated by spaces. */
export const spacedLetter =
  /(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}])[\p{L}\p{M}]$/u;

/** How words are reported that no space separates in the file, and one does in the edition. */
export const separatedByMarks = 'words that only their marks part, with a space';

/** The number of a verse, marked as such: not every one looks like a number of a paragraph. */
export function labelled(label: string): PhrasingContent[] {
  if (label === '') return [];
  return [
    { type: 'html', value: '<label>' },
    { type: 'text', value: label },
    { type: 'html', value: '</label>' },
    { type: 'text', value: ' ' },
  ];
}

export function heading(depth: 1 | 2, value: string): RootContent {
  return { type: 'heading', depth, children: [{ type: 'text', value }] };
}

export function plainText(nodes: readonly PhrasingContent[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value;
      return 'children' in node ? plainText(node.children) : '';
    })
    .join('');
}

/** Words with their reading. @param gloss with a colon between the readings of characters. */
export function rubyNodes(children: readonly PhrasingContent[], gloss: string): PhrasingContent[] {
  return [
    { type: 'html', value: '<ruby>' },
    ...children,
    { type: 'html', value: '<rt>' },
    { type: 'text', value: gloss.replaceAll(':', '') },
    { type: 'html', value: '</rt>' },
    { type: 'html', value: '</ruby>' },
  ];
}
