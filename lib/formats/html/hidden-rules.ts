import type { Element, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';

/** What an element must be for a rule to fit it: its name, id and classes. */
interface Compound {
  tag?: string;
  id?: string;
  classes: string[];
  /** Whether it is of the element right above, not of any above. */
  child: boolean;
}

/** A rule of a style sheet that says whether something is shown. */
interface Rule {
  /** From the innermost element to the outermost. */
  compounds: Compound[];
  property: 'display' | 'visibility';
  hides: boolean;
  /** Of rules that fit, the greatest holds: `!important`, ids, classes, names, place. */
  weight: number[];
}

/** More rules than this, and longer sheets, are those of a site and not of a text. */
const maxRules = 1000;
const maxLetters = 2_000_000;

/** The style sheets that stand within a page. */
export function ownSheets(tree: Root): string[] {
  const sheets: string[] = [];
  visit(tree, 'element', (node) => {
    if (node.tagName === 'style') sheets.push(textOf(node));
  });
  return sheets;
}

/**
 * Marks as `hidden` what the rules of style sheets do not show on a screen (`display: none`,
 * `visibility: hidden`). Rules by name, id and class are followed, within others or not; those by
 * attributes and states are not, as the text may be shown.
 * Source: https://www.w3.org/TR/css-cascade-4/#cascading
 *
 * @param sheets in the order in which they are in force.
 */
export function markHidden(tree: Root, sheets: readonly string[]): void {
  const rules = new Map<string, Rule[]>();
  let count = 0;
  for (const rule of sheets.flatMap(rulesOf)) {
    if (++count > maxRules) break;
    rule.weight.push(count);
    const [{ id, classes, tag }] = rule.compounds;
    const key = id ? `#${id}` : classes.length > 0 ? `.${classes[0]}` : (tag ?? '*');
    const known = rules.get(key);
    if (known) known.push(rule);
    else rules.set(key, [rule]);
  }
  if (![...rules.values()].flat().some(({ hides }) => hides)) return;
  const walk = (node: Root | Element, above: readonly Element[]): void => {
    for (const child of node.children) {
      if (child.type !== 'element') continue;
      // What hides a whole page waits for a program to show it.
      if (!/^(html|head|body)$/.test(child.tagName) && isHiddenBy(child, above, rules)) {
        child.properties.hidden = true;
      } else walk(child, [child, ...above]);
    }
  };
  walk(tree, []);
}

const declares: Readonly<Record<Rule['property'], RegExp>> = {
  display: /(?:^|;)\s*display\s*:/i,
  visibility: /(?:^|;)\s*visibility\s*:/i,
};

function isHiddenBy(
  element: Element,
  above: readonly Element[],
  rules: ReadonlyMap<string, readonly Rule[]>,
): boolean {
  const { id, className } = element.properties;
  const keys = [
    element.tagName,
    '*',
    ...(id ? [`#${id}`] : []),
    ...(Array.isArray(className) ? className.map((each) => `.${each}`) : []),
  ];
  const own = String(element.properties.style ?? '');
  const fitting = keys
    .flatMap((key) => rules.get(key) ?? [])
    .filter(({ compounds }) => fits(compounds, element, above));
  return (['display', 'visibility'] as const).some((property) => {
    // What an element says of itself counts for more than rules do.
    if (declares[property].test(own)) return false;
    const [strongest] = fitting
      .filter((rule) => rule.property === property)
      .sort((a, b) => compare(b.weight, a.weight));
    return strongest?.hides ?? false;
  });
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, k) => value !== b[k]);
  return at < 0 ? 0 : a[at] - b[at];
}

function fits(
  [own, ...outer]: readonly Compound[],
  element: Element,
  above: readonly Element[],
): boolean {
  const { tagName, properties } = element;
  const classes = Array.isArray(properties.className) ? properties.className.map(String) : [];
  if (own.tag && own.tag !== tagName) return false;
  if (own.id && own.id !== String(properties.id ?? '')) return false;
  if (!own.classes.every((each) => classes.includes(each))) return false;
  if (outer.length === 0) return true;
  return (own.child ? above.slice(0, 1) : above).some((each, k) =>
    fits(outer, each, above.slice(k + 1)),
  );
}

function rulesOf(sheet: string): Rule[] {
  const plain = sheet.slice(0, maxLetters).replace(/\/\*[\s\S]*?\*\/|<!--|-->/g, ' ');
  return blocksOf(plain).flatMap(({ head, body }) => {
    const at = /^@([\w-]+)\s*(.*)$/s.exec(head);
    if (at) return isForScreens(at[1], at[2]) ? rulesOf(body) : [];
    const said = [...body.matchAll(/(?:^|;)\s*(display|visibility)\s*:\s*([^;]+)/gi)];
    return head.split(',').flatMap((selector) => {
      const compounds = compoundsOf(selector.trim());
      if (!compounds) return [];
      return said.map(([, property, value]): Rule => {
        const ids = compounds.filter(({ id }) => id).length;
        const classes = compounds.reduce((sum, each) => sum + each.classes.length, 0);
        const tags = compounds.filter(({ tag }) => tag).length;
        return {
          compounds,
          property: property.toLowerCase() as Rule['property'],
          hides: /^(?:none|hidden)\b/i.test(value.trim()),
          weight: [/!\s*important/i.test(value) ? 1 : 0, ids, classes, tags],
        };
      });
    });
  });
}

/** Blocks of a sheet, each with what stands before its brace. */
function blocksOf(sheet: string): { head: string; body: string }[] {
  const found: { head: string; body: string }[] = [];
  let from = 0;
  for (let open = sheet.indexOf('{'); open >= 0; open = sheet.indexOf('{', from)) {
    let depth = 1;
    let end = open + 1;
    for (; end < sheet.length && depth > 0; end++) {
      if (sheet[end] === '{') depth++;
      else if (sheet[end] === '}') depth--;
    }
    // Statements such as `@import` end with a semicolon.
    const head = sheet.slice(from, open).split(';').at(-1) ?? '';
    found.push({ head: head.trim(), body: sheet.slice(open + 1, depth > 0 ? end : end - 1) });
    from = end;
  }
  return found;
}

/** Whether the rules within an at-rule hold where a text is read. */
function isForScreens(name: string, condition: string): boolean {
  if (/^(?:layer|supports)$/i.test(name)) return true;
  return /^media$/i.test(name) && /^\s*(?:only\s+)?(?:all|screen)\s*$/i.test(condition);
}

const name = '[\\w\\u0080-\\uffff-]+';
const compound = new RegExp(`^(>?)(\\*|${name})?((?:[.#]${name})*)$`);
const idOrClass = new RegExp(`[.#]${name}`, 'g');

/** A selector by names, ids and classes alone; null for any other. */
function compoundsOf(selector: string): Compound[] | null {
  const parts = selector.replace(/\s*>\s*/g, ' >').split(/\s+/);
  const compounds = parts.map((part): Compound | null => {
    const found = compound.exec(part);
    if (!found || (found[2] === undefined && found[3] === '')) return null;
    const marks = found[3].match(idOrClass) ?? [];
    const id = marks.find((mark) => mark[0] === '#')?.slice(1);
    return {
      ...(found[2] && found[2] !== '*' ? { tag: found[2].toLowerCase() } : {}),
      ...(id ? { id } : {}),
      classes: marks.filter((mark) => mark[0] === '.').map((mark) => mark.slice(1)),
      child: found[1] === '>',
    };
  });
  if (compounds.includes(null)) return null;
  return (compounds as Compound[]).reverse();
}
