import { stringify } from 'csv-stringify/sync';
import { type DifferenceKind, differenceKinds } from '../collate/kinds';
import type { TreeNode } from '../collate/tree';
import type { LanguageGroup, WorkStatistics } from './figures';

export type FigureKind = 'editions' | 'similarity' | 'tree' | 'kinds' | 'variable' | 'unique';

/** The columns that have a name of their own, as files have it. */
const columnNames = {
  edition: 'edition',
  language: 'language',
  segments: 'segments',
  sentences: 'sentences',
  words: 'words',
  variety: 'variety',
  'length-ratio': 'length ratio',
  branch: 'branch',
  length: 'length',
  place: 'place',
  share: 'share that differs',
  beginning: 'beginning of the base text',
  word: 'word',
  times: 'times',
} as const;
export type FigureColumn =
  | { of: 'name'; name: keyof typeof columnNames }
  | { of: 'difference'; name: DifferenceKind }
  | { of: 'edition'; name: string };

/** A table of figures, ready to be shown or written. */
export interface FigureTable {
  /** A name for addresses and files. */
  name: string;
  kind: FigureKind;
  columns: FigureColumn[];
  rows: (string | number)[][];
}

const named = (...names: (keyof typeof columnNames)[]): FigureColumn[] =>
  names.map((name) => ({ of: 'name', name }));

/** All the figures of a work's statistics as tables. */
export function statisticsTables({ editions, groups }: WorkStatistics): FigureTable[] {
  const lengths: FigureTable = {
    name: 'editions',
    kind: 'editions',
    columns: named(
      'edition',
      'language',
      'segments',
      'sentences',
      'words',
      'variety',
      'length-ratio',
    ),
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
      kind: 'similarity',
      columns: [...named('edition'), ...sigla.map((name) => ({ of: 'edition' as const, name }))],
      rows: similarity.map((row, k) => [sigla[k], ...row.map(round)]),
    },
    ...(tree
      ? [
          {
            name: of('tree'),
            kind: 'tree' as const,
            columns: named('branch', 'length'),
            rows: branches(tree, sigla),
          },
        ]
      : []),
    {
      name: of('kinds'),
      kind: 'kinds',
      columns: [...named('edition'), ...met.map((name) => ({ of: 'difference' as const, name }))],
      rows: kinds.map(({ siglum, counts }) => [siglum, ...met.map((kind) => counts[kind] ?? 0)]),
    },
    {
      name: of('variable'),
      kind: 'variable',
      columns: named('place', 'share', 'beginning'),
      rows: variable.map(({ row, variance, text }) => [row, round(variance), text]),
    },
    {
      name: of('unique'),
      kind: 'unique',
      columns: named('edition', 'word', 'times'),
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

export function tableCsv({ columns, rows }: FigureTable): string {
  const header = columns.map(({ of, name }) => (of === 'name' ? columnNames[name] : name));
  return stringify([header, ...rows], { escape_formulas: true });
}

function round(value: number): number {
  return Number(value.toFixed(3));
}
