import { stringify } from 'csv-stringify/sync';
import { differenceKinds } from '../collate/kinds';
import type { TreeNode } from '../collate/tree';
import type { LanguageGroup, WorkStatistics } from './figures';

/** A table of figures, ready to be shown or written. */
export interface FigureTable {
  /** A name for addresses and files. */
  name: string;
  title: string;
  header: string[];
  rows: (string | number)[][];
}

/** All the figures of a work's statistics as tables. */
export function statisticsTables({ editions, groups }: WorkStatistics): FigureTable[] {
  const lengths: FigureTable = {
    name: 'editions',
    title: 'Editions and their length',
    header: ['edition', 'language', 'segments', 'sentences', 'words', 'variety', 'length ratio'],
    rows: editions.map((each) => [
      each.siglum,
      each.language,
      each.segments,
      each.sentences,
      each.words,
      round(each.variety),
      round(each.lengthRatio),
    ]),
  };
  return [lengths, ...groups.flatMap(groupTables)];
}

function groupTables(group: LanguageGroup): FigureTable[] {
  const { language, sigla, similarity, tree, kinds, variable, unique } = group;
  const of = (name: string) => `${name}-${language}`;
  const met = differenceKinds.filter((kind) => kinds.some(({ counts }) => counts[kind]));
  return [
    {
      name: of('similarity'),
      title: 'Words shared',
      header: ['', ...sigla],
      rows: similarity.map((row, k) => [sigla[k], ...row.map(round)]),
    },
    ...(tree
      ? [
          {
            name: of('tree'),
            title: 'Tree of likeness',
            header: ['branch', 'length'],
            rows: branches(tree, sigla),
          },
        ]
      : []),
    {
      name: of('kinds'),
      title: 'Differences by kind',
      header: ['edition', ...met],
      rows: kinds.map(({ siglum, counts }) => [siglum, ...met.map((kind) => counts[kind] ?? 0)]),
    },
    {
      name: of('variable'),
      title: 'Most variable passages',
      header: ['place', 'share that differs', 'beginning of the base text'],
      rows: variable.map(({ row, variance, text }) => [row, round(variance), text]),
    },
    {
      name: of('unique'),
      title: 'Words that one edition alone has',
      header: ['edition', 'word', 'times'],
      rows: unique.flatMap(({ siglum, words }) =>
        words.map(({ word, count }) => [siglum, word, count]),
      ),
    },
  ];
}

/** Each branch by the editions beyond it. */
function branches(tree: TreeNode, sigla: readonly string[]): [string, number][] {
  const beyond = (node: TreeNode): string[] =>
    node.witness === undefined ? node.children.flatMap(beyond) : [sigla[node.witness]];
  const walk = (node: TreeNode): [string, number][] =>
    node.children.flatMap((child) => [
      [beyond(child).join(' '), round(child.length)] as [string, number],
      ...walk(child),
    ]);
  return walk(tree);
}

export function tableCsv({ header, rows }: FigureTable): string {
  return stringify([header, ...rows], { escape_formulas: true });
}

function round(value: number): number {
  return Number(value.toFixed(3));
}
