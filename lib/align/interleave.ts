/** A sentence as the page shows it: a stretch of a segment, linked to its counterparts. */
export interface LinkedSentence {
  start: number;
  end: number;
  /** Sentences with a link in common correspond across editions. */
  links: string[];
}

/** A sentence of a cell, shown by the place of its segment in the cell and its own in the segment. */
export interface SentencePlace {
  segment: number;
  sentence: number;
}

/** Sentences that correspond: for each edition, those of its own. */
export type SentenceGroup = SentencePlace[][];

interface LinkedCell {
  segments: readonly { sentences: readonly { links: readonly string[] }[] }[];
}

/**
 * The sentences of a row in groups that correspond, in the order of the text: one over the other
 * they read as an interlinear version. Sentences that nothing links stand alone, where their own
 * edition has them.
 */
export function interleave(cells: readonly LinkedCell[]): SentenceGroup[] {
  const columns = cells.map(({ segments }) =>
    segments.flatMap(({ sentences }, segment) =>
      sentences.map(({ links }, sentence) => ({ segment, sentence, links })),
    ),
  );
  const rootOf = joinLinks(columns.flat().map(({ links }) => links));
  const groups = new Map<string, SentenceGroup>();
  let order: string[] = [];
  columns.forEach((sentences, column) => {
    // Groups that this edition is the first to have stand after what they follow in it.
    const after = new Map<string, string[]>();
    const known = new Set(order);
    let last = '';
    sentences.forEach(({ segment, sentence, links }, at) => {
      const key = links.length > 0 ? rootOf(links[0]) : `alone ${column} ${at}`;
      let group = groups.get(key);
      if (!group) {
        group = cells.map(() => []);
        groups.set(key, group);
        const list = after.get(last);
        if (list) list.push(key);
        else after.set(last, [key]);
      } else if (known.has(key)) last = key;
      group[column].push({ segment, sentence });
    });
    order = ['', ...order].flatMap((key) => [
      ...(key === '' ? [] : [key]),
      ...(after.get(key) ?? []),
    ]);
  });
  return order.map((key) => groups.get(key)!);
}

/** Links that some sentence has both of are one: names one of them for all. */
function joinLinks(sets: readonly (readonly string[])[]): (link: string) => string {
  const parent = new Map<string, string>();
  const find = (link: string): string => {
    let root = link;
    while (parent.has(root)) root = parent.get(root)!;
    return root;
  };
  for (const [first, ...rest] of sets) {
    for (const link of rest) {
      const [a, b] = [find(first), find(link)];
      if (a !== b) parent.set(b, a);
    }
  }
  return find;
}
