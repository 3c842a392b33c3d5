import type { PhrasingContent } from 'mdast';
import type { Element, Nodes } from 'xast';
import { attribute, childrenOf, isElement, localName, textOf } from '../xml/read';
import type { TeiContext } from './context';
import { lineEnd, lineEndInWord, pageEnd, paragraphEnd, sourceLineEnd } from './lines';
import { markAttestation, readEntry } from './read-apparatus';
import { isCorrection, readCorrection } from './read-corrections';
import { callsAfter, note } from './read-notes';
import { isBlockWithin, partsLines, standApart, withinWord } from './word-boundaries';

/** Of a `choice`, what a reader reads: the corrected, regular, expanded form. */
const preferred = [
  'corr',
  'reg',
  'expan',
  'ex',
  'supplied',
  'unclear',
  'sic',
  'orig',
  'abbr',
  'am',
];
/** What stands in the margins of pages and is not a word of the text. */
const furniture = new Set(['fw', 'index', 'figDesc', 'desc', 'metamark', 'certainty', 'respons']);

/** What is said of the text within it: analyses, links, certainty. */
const annotations =
  /^(spanGrp|span|interpGrp|interp|linkGrp|link|joinGrp|join|altGrp|alt|fs|fLib|fvLib|f|standOff|annotation|listAnnotation|precision|timeline|when|substJoin|listChange|listTranspose|listRelation|relation|graph|eTree|tree|forest|listForest|xenoData|fsdDecl|witDetail)$/;

const text = (value: string): PhrasingContent => ({ type: 'text', value });
const html = (value: string): PhrasingContent => ({ type: 'html', value });

/** The inline content of an element as Markdown has it. White space is one space. */
export function inlineOf(nodes: readonly Nodes[], context: TeiContext): PhrasingContent[] {
  return nodes.flatMap((node, k): PhrasingContent[] => {
    if (node.type === 'text' || node.type === 'cdata') {
      if (!context.attested) return [];
      // White space is what XML has as such: an ideographic space is a character of the text.
      return [text(node.value.replace(/\s*\n\s*/g, lineEnd).replace(/[ \t\r\n]+/g, ' '))];
    }
    if (!isElement(node)) return [];
    const content = [...element(node, context, nodes, k), ...callsAfter(node, context)];
    // What is marked as a word or a sentence stands apart, also where nothing stands between.
    return standApart(nodes[k - 1], node) ? [text(lineEnd), ...content] : content;
  });
}

function element(
  node: Element,
  context: TeiContext,
  siblings: readonly Nodes[],
  at: number,
): PhrasingContent[] {
  const { losses } = context;
  const line = node.position?.start.line;
  const inner = () => inlineOf(node.children, context);
  const wrap = (type: 'emphasis' | 'strong' | 'delete'): PhrasingContent[] => {
    const children = inner();
    return children.length > 0 ? [{ type, children }] : [];
  };
  const name = localName(node);
  switch (name) {
    case 'hi': {
      const rend = `${attribute(node, 'rend') ?? ''} ${attribute(node, 'rendition') ?? ''}`;
      if (/strike|line-through/i.test(rend)) return wrap('delete');
      // Raised and lowered letters stand in the line, as from all other formats.
      if (/(?:^|[\s:#])(?:super|sub|sup)(?:script)?(?=\s|$)/i.test(rend)) return inner();
      return wrap(/bold|strong/i.test(rend) ? 'strong' : 'emphasis');
    }
    case 'emph':
    case 'foreign':
    case 'title':
      return wrap('emphasis');
    case 'del':
    case 'add':
      if (isCorrection(node, siblings[at + 1], context)) {
        return readCorrection(node, context, () => inlineOf(node.children, context));
      }
      return name === 'del' ? wrap('delete') : inner();
    case 'subst':
      return inlineOf(node.children, { ...context, substitution: true });
    case 'delSpan':
    case 'addSpan':
      losses.add('deletions and additions over several elements', line);
      return [];
    case 'code':
      return context.attested ? [{ type: 'inlineCode', value: textOf(node) }] : [];
    case 'lb':
      if (!context.attested) return [];
      // A break within a word joins its halves.
      if (attribute(node, 'break') === 'no') return [text(lineEndInWord)];
      return attribute(node, 'rend') === 'break' ? [{ type: 'break' }] : [text(sourceLineEnd)];
    case 'space':
      return context.attested ? [text(' ')] : [];
    case 'gap':
      for (const desc of childrenOf(node)) losses.add('descriptions', line, textOf(desc));
      return context.attested ? [text('[…]')] : [];
    case 'unclear':
      // What nobody can read stands there all the same.
      return node.children.length === 0 && context.attested ? [text('[…]')] : inner();
    case 'supplied':
      return context.attested ? [text('['), ...inner(), text(']')] : [];
    case 'ref':
    case 'ptr':
      return reference(node, inner(), context);
    case 'note':
      return context.attested ? note(node, context) : [];
    case 'seg':
      return [...sectionMark(node, context), ...inner()];
    case 'w':
      return inlineOf(withinWord(node), context);
    case 'pb':
    case 'milestone':
      // The end of a paragraph that is not an element: of one witness, or across the elements.
      if (attribute(node, 'unit') === 'p' && !attribute(node, 'n')) {
        return context.attested ? [text(paragraphEnd)] : [];
      }
      return pageMark(node, context);
    case 'label':
      return context.attested ? [html('<label>'), ...inner(), html('</label>')] : [];
    case 'ruby':
      return ruby(node, context);
    case 'choice':
      return choice(node, context);
    case 'app':
      return readEntry(node, context, (nodes) => inlineOf(nodes, context));
    case 'witStart':
    case 'lacunaEnd':
    case 'witEnd':
    case 'lacunaStart':
      return markAttestation(node, context);
    case 'figure':
    case 'graphic':
    case 'media':
    case 'formula':
      losses.add(name === 'formula' ? 'formulas' : 'images', line, textOf(node));
      return [];
    case 'cb':
    case 'gb':
    case 'anchor':
      if (name !== 'anchor') losses.add('column and gathering breaks', line);
      return [];
    default:
      if (furniture.has(name)) {
        losses.add(
          name === 'fw' ? 'running heads and page furniture' : 'descriptions',
          line,
          textOf(node),
        );
        return [];
      }
      if (annotations.test(name)) {
        const words = node.children.map(textOf).join(' ');
        if (words.trim() !== '') losses.add('annotations', line, words);
        return [];
      }
      if (partsLines(name))
        return context.attested ? [text(lineEnd), ...inner(), text(lineEnd)] : inner();
      // What stands in blocks of its own does not run together with its neighbours.
      return isBlockWithin(name) && context.attested ? [text(' '), ...inner(), text(' ')] : inner();
  }
}

/** The number of a stretch of text that is of a kind, such as a verse, marked as milestones are. */
function sectionMark(node: Element, context: TeiContext): PhrasingContent[] {
  const unit = attribute(node, 'subtype') ?? attribute(node, 'type');
  const n = attribute(node, 'n');
  if (!unit || !n) return [];
  return pageMark({ ...node, name: 'milestone', attributes: { unit, n } }, context);
}

/** Where a page, or a section that a milestone marks, begins. */
export function pageMark(node: Element, { attested, losses }: TeiContext): PhrasingContent[] {
  const number = attribute(node, 'n')?.trim();
  const unit = localName(node) === 'pb' ? '' : (attribute(node, 'unit') ?? '');
  if (!number) {
    losses.add('page breaks and milestones without a number', node.position?.start.line);
    return [];
  }
  if (!attested) return [];
  const named = unit === '' || unit === 'page' ? number : `${unit} ${number}`;
  const joins = attribute(node, 'break') === 'no';
  return [
    text(joins ? lineEndInWord : pageEnd),
    html(`<pb n="${named.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')}"/>`),
  ];
}

function ruby(node: Element, context: TeiContext): PhrasingContent[] {
  const base = childrenOf(node, 'rb');
  const reading = childrenOf(node, 'rt')
    .map((each) => textOf(each).trim())
    .join('');
  const inner = base.flatMap(({ children }) => inlineOf(children, context));
  if (inner.length === 0) return [];
  return [html('<ruby>'), ...inner, html('<rt>'), text(reading), html('</rt>'), html('</ruby>')];
}

function choice(node: Element, context: TeiContext): PhrasingContent[] {
  const children = childrenOf(node);
  const known = preferred
    .map((each) => children.find((child) => localName(child) === each))
    .find((child) => child !== undefined);
  // Of others, none is better than the first.
  const chosen = known ?? children[0];
  if (!chosen) return inlineOf(node.children, context);
  for (const other of children) {
    if (other === chosen) continue;
    const what = `${localName(other)} beside ${localName(chosen)}`;
    context.losses.add(what, node.position?.start.line, textOf(other));
  }
  return inlineOf(known ? known.children : [chosen], context);
}

function reference(
  node: Element,
  children: PhrasingContent[],
  { noteLabels, losses, attested }: TeiContext,
): PhrasingContent[] {
  const target = attribute(node, 'target') ?? '';
  const label = target.startsWith('#') ? noteLabels.get(target.slice(1)) : undefined;
  if (label !== undefined) {
    if (!attested) return [];
    // A number or a sign is the mark of the note; other words are the text's own.
    const words = textOf(node).replace(/[\s()[\].]/g, '');
    const mark = /^(\p{N}{1,4}\p{L}?|\p{L}|[^\p{L}\p{N}]*)$/u.test(words) || words === label;
    return [
      ...(mark ? [] : children),
      { type: 'footnoteReference', identifier: label.toLowerCase(), label },
    ];
  }
  if (children.length === 0) {
    if (target !== '') losses.add('pointers to what stands elsewhere', node.position?.start.line);
    return [];
  }
  const url = target.startsWith('#') ? target.replace(/^#t\d+-/, '#') : target;
  return /^(https?:|#)/.test(url) ? [{ type: 'link', url, children }] : children;
}
