import type { Element, ElementContent } from 'hast';
import type { State } from 'hast-util-to-mdast';
import { toString as textOf } from 'hast-util-to-string';
import type { PhrasingContent } from 'mdast';

/** Bases and their readings, one after another: `<rb>東<rb>京<rt>とう<rt>きょう`. */
interface RubyGroup {
  bases: ElementContent[][];
  readings: string[];
}

/**
 * The base of ruby with its readings, as the Markdown of an edition has them.
 * Source: https://www.w3.org/TR/html-ruby-extensions/ (pairing of bases and annotations)
 */
export function ruby(state: State, node: Element): PhrasingContent[] {
  return groupsOf(node).flatMap((group) =>
    pairs(group).flatMap(({ base, reading }): PhrasingContent[] => {
      const inner: Element = { type: 'element', tagName: 'span', properties: {}, children: base };
      const words = (base.length > 0 ? state.all(inner) : spaceIn(node)) as PhrasingContent[];
      if (reading === '') return words;
      return [html('<ruby>'), ...words, html('<rt>'), { type: 'text', value: reading }, ...closing];
    }),
  );
}

/** The space that stands where a base would. */
const spaceIn = ({ children }: Element): PhrasingContent[] =>
  children.some(({ type }) => type === 'text') ? [{ type: 'text', value: ' ' }] : [];

const html = (value: string): PhrasingContent => ({ type: 'html', value });
const closing = [html('</rt>'), html('</ruby>')];

function groupsOf(node: Element): RubyGroup[] {
  const groups: RubyGroup[] = [];
  let group: RubyGroup = { bases: [], readings: [] };
  let loose: ElementContent[] | null = null;
  const base = (content: ElementContent[], named: boolean): void => {
    if (group.readings.length > 0) {
      groups.push(group);
      group = { bases: [], readings: [] };
      loose = null;
    }
    if (loose && !named) loose.push(...content);
    else {
      group.bases.push(content);
      loose = named ? null : content;
    }
  };
  const take = (children: readonly ElementContent[]): void => {
    for (const child of children) {
      if (child.type !== 'element') {
        const blank = child.type === 'text' && child.value.trim() === '';
        if (child.type === 'text' && !(blank && !loose)) base([child], false);
      } else if (child.tagName === 'rt') group.readings.push(textOf(child).trim());
      else if (child.tagName === 'rtc') annotate(child);
      else if (child.tagName === 'rbc') take(child.children);
      else if (child.tagName === 'ruby') nested(child);
      else if (child.tagName === 'rb') base(child.children, true);
      else if (child.tagName !== 'rp') base([child], false);
    }
  };
  /** A container of readings: of each base, or one of all; a second one goes with the first. */
  const annotate = (container: Element): void => {
    const own = container.children.filter(
      (each): each is Element => each.type === 'element' && each.tagName === 'rt',
    );
    const texts = own.length > 0 ? own.map((each) => textOf(each).trim()) : [textOf(container)];
    if (group.readings.length === 0) group.readings.push(...texts.map((each) => each.trim()));
    else group.readings.push(` ${texts.join('').trim()}`);
  };
  /** Ruby that is the base of other ruby: its readings come before that of the whole. */
  const nested = (inner: Element): void => {
    const parts = groupsOf(inner);
    const bases = parts.flatMap((each) => each.bases).flat();
    base(bases, true);
    innerReadings.set(bases, parts.flatMap((each) => each.readings).join(''));
  };
  const innerReadings = new Map<ElementContent[], string>();
  take(node.children);
  groups.push(group);
  for (const each of groups) {
    const inner = each.bases.map((content) => innerReadings.get(content) ?? '').join('');
    if (inner === '') continue;
    each.bases = [each.bases.flat()];
    each.readings = [[inner, ...each.readings].join(' ')];
  }
  return groups;
}

/** Pairs bases with readings; what is over goes with the last. */
function pairs({ bases, readings }: RubyGroup): { base: ElementContent[]; reading: string }[] {
  if (bases.length === 0) return readings.map((reading) => ({ base: [], reading }));
  const count = Math.max(1, Math.min(bases.length, readings.length));
  return Array.from({ length: count }, (_, k) => {
    const last = k === count - 1;
    return {
      base: last ? bases.slice(k).flat() : bases[k],
      reading: (last ? readings.slice(k).join('') : readings[k]) ?? '',
    };
  });
}
