import { guideTree } from './guide';
import { joinAlike, joinSwapped } from './join-phrases';
import { setMovedApart } from './moved-apart';
import { mergeProfiles, type Profile } from './profile';
import { refine } from './refine';
import { slideGaps } from './slide-gaps';
import { slideMarks } from './slide-marks';
import {
  type Column,
  endsParagraph,
  paragraphEnd,
  spaceTokens,
  tokensIn,
  type Witness,
} from './witness';
import { createWords } from './words';

/** Witnesses aligned token by token: each column has, for each witness, its token there or none. */
export type { CollationToken } from './witness';

export interface Collation {
  witnesses: string[];
  columns: Column[];
  /** Sigla of the witnesses that someone else has cut; see `withSpaces`. */
  pretokenised?: string[];
  /** What was not looked for because too much differs over too long a text: sentences and phrases that have moved. */
  unsearched?: 'moved phrases';
}

/**
 * Collates any number of witnesses: progressive alignment along a guide tree, the likest first.
 * Where CollateX (Dekker and others 2015) adds each witness in turn to a variant graph, so that
 * the result hangs on their order, groups of witnesses are aligned with groups here, and the same
 * witnesses in another order come out the same. Equal words are matched; words much alike
 * (`colour`, `color`) draw each other where nothing is equal.
 *
 * Bounded on texts with nothing in common: long stretches without a shared unique word are set
 * one after the other, unaligned, instead of in columns, and `unsearched` says what else was given up.
 */
export function collate(witnesses: readonly Witness[]): Collation {
  const { ids, names } = internWords(witnesses);
  // An order that the words alone decide, so that the order given cannot.
  const keys = witnesses.map(({ tokens }) => tokens.map(({ n, t }) => `${n}\t${t}`).join('\n'));
  const order = witnesses
    .map((_, w) => w)
    .sort((x, y) => (keys[x] < keys[y] ? -1 : keys[x] > keys[y] ? 1 : x - y));
  const ends = witnesses.map(({ tokens }) =>
    Uint8Array.from(tokens, (token) => (endsParagraph(token) ? 1 : 0)),
  );
  const words = createWords(ids, names, ends);
  const groups: Profile[] = order.map((w) => ({
    witnesses: [w],
    length: ids[w].length,
    cells: ids[w].map((_, token) => token),
  }));
  for (const { left, right } of guideTree(order.map((w) => ids[w]))) {
    groups.push(mergeProfiles(groups[left], groups[right], words));
  }
  const joined = groups.at(-1) ?? { witnesses: [], length: 0, cells: new Int32Array(0) };
  const slid = slideGaps(slideMarks(columnsOf(refine(joined, words), witnesses)));
  const profile = profileOf(slid, order);
  const { profile: moved, isSearched } = setMovedApart(profile, words);
  const apart = joinAlike(joinSwapped(moved, words), words);
  const pretokenised = witnesses.filter((each) => each.pretokenised).map(({ siglum }) => siglum);
  return {
    witnesses: witnesses.map(({ siglum }) => siglum),
    columns: apart === profile ? slid : columnsOf(apart, witnesses),
    ...(pretokenised.length > 0 ? { pretokenised } : {}),
    ...(isSearched ? {} : { unsearched: 'moved phrases' }),
  };
}

/** The tokens of each witness, in the order given, by column. */
function columnsOf(profile: Profile, witnesses: readonly Witness[]): Column[] {
  const width = profile.witnesses.length;
  const place = witnesses.map((_, w) => profile.witnesses.indexOf(w));
  return Array.from({ length: profile.length }, (_, column) =>
    witnesses.map(({ tokens }, w) => tokens[profile.cells[column * width + place[w]]] ?? null),
  );
}

/** Columns of tokens as a profile of all witnesses, in an order. */
function profileOf(columns: readonly Column[], order: readonly number[]): Profile {
  const next = order.map(() => 0);
  const cells = new Int32Array(columns.length * order.length);
  columns.forEach((column, c) => {
    order.forEach((w, k) => {
      cells[c * order.length + k] = column[w] ? next[k]++ : -1;
    });
  });
  return { witnesses: [...order], length: columns.length, cells };
}

/** A collation whose words can be written as texts: those that others have cut have white space; see `spaceTokens`. */
export function withSpaces({ witnesses, columns, pretokenised = [] }: Collation): Collation {
  const spaced = witnesses.map((siglum, w) => {
    const tokens = tokensIn(columns, w);
    return pretokenised.includes(siglum) ? spaceTokens(tokens) : tokens;
  });
  const at = witnesses.map(() => 0);
  return {
    witnesses,
    columns: columns.map((column) =>
      column.map((token, w) => (token ? (spaced[w][at[w]++] ?? null) : null)),
    ),
  };
}

/**
 * A collation in which a blank line alone ends each paragraph of each witness; the last one, too, where a
 * paragraph ends in all others that go on.
 */
export function withParagraphEnds({ witnesses, columns }: Collation): Collation {
  const last = witnesses.map((_, w) => columns.findLastIndex((column) => column[w]));
  return {
    witnesses,
    columns: columns.map((column, c) => {
      const ends = column.every((token, w) => !token || c === last[w] || endsParagraph(token));
      return column.map((token, w) =>
        token && ((ends && c === last[w]) || endsParagraph(token))
          ? { ...token, t: `${token.t.trimEnd()}${paragraphEnd}` }
          : token,
      );
    }),
  };
}

/** Words as numbers: equal `n`, equal number. Tokens whose `n` is empty never match. */
function internWords(witnesses: readonly Witness[]): { ids: Int32Array[]; names: string[] } {
  const known = new Map<string, number>();
  const names: string[] = [];
  const ids = witnesses.map(({ tokens }) =>
    Int32Array.from(tokens, ({ n, t }) => {
      // What folding leaves nothing of is told apart from words by its text.
      const key = n === '' ? `\0${t.trim()}` : n;
      let id = known.get(key);
      if (id === undefined) {
        id = names.length;
        known.set(key, id);
        names.push(key);
      }
      return id;
    }),
  );
  return { ids, names };
}
