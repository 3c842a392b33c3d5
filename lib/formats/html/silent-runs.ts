import type { Element, ElementContent, Root, RootContent } from 'hast';

// The library that takes out needless white space looks, from each node, for the next that shows
// anything. Thousands of bookmarks in a row cost the square of their number. Here they are put into groups,
// and those into groups, of elements that are marked as hidden, which it passes over.

/** Nodes of a group: they are looked through one by one. */
const most = 16;

/** Elements that show nothing where nothing is in them. */
const inline = new Set(
  'a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd nobr q s samp small span strike strong sub sup tt u var'.split(
    ' ',
  ),
);

type Child = RootContent | ElementContent;

/** Groups long runs of nodes that show nothing. @returns whether there is nothing else. */
export function groupSilentRuns(parent: Root | Element): boolean {
  let silent = true;
  const children: Child[] = [];
  let run: Child[] = [];
  const flush = () => {
    children.push(...grouped(run));
    run = [];
  };
  for (const child of parent.children) {
    if (showsNothing(child)) {
      run.push(child);
      continue;
    }
    flush();
    children.push(child);
    silent = false;
  }
  flush();
  if (children.length !== parent.children.length) parent.children = children as ElementContent[];
  return silent;
}

function showsNothing(node: Child): boolean {
  if (node.type === 'text') return /^[ \t\n\f\r]*$/.test(node.value);
  if (node.type === 'comment') return true;
  if (node.type !== 'element') return false;
  // Within other elements there may be runs, too.
  return groupSilentRuns(node) && inline.has(node.tagName);
}

function grouped(run: Child[]): Child[] {
  if (run.length <= most) return run;
  const space = run.find(({ type }) => type === 'text');
  let groups = run.filter(({ type }) => type === 'element') as ElementContent[];
  while (groups.length > most) {
    const within = groups;
    groups = [];
    for (let at = 0; at < within.length; at += most) {
      const children = within.slice(at, at + most);
      groups.push({ type: 'element', tagName: 'span', properties: { hidden: true }, children });
    }
  }
  return [...(space ? [space] : []), ...groups];
}
