import { type DifferenceKind, differenceKinds } from '../../lib/collate/kinds';
import { type FreeMarks, freeMarks, type Strength, strengths } from '../../lib/collate/shown-marks';
import { type RubyScript, rubyScripts } from '../../lib/compare/ruby-scripts';

export const modes = ['columns', 'interleaved', 'merged'] as const;
/** How editions are set: side by side, one under the other sentence by sentence, or as one text. */
export type Mode = (typeof modes)[number];

/** The state of a work's pages, all of it, as it stands in the URL. */
export interface ViewState {
  editions?: string[];
  /** Sigla of bases: the one that others are aligned with, then those of other languages. */
  bases?: string[];
  mode: Mode;
  /** The place read: a row's number, or a segment as `siglum.id`. */
  at?: string;
  /** The place as people name it: `Acts.9.4`, `ch. 5`. */
  ref?: string;
  /** Section of the work, from 1. */
  page: number;
  /** How much of what differs is marked. */
  marks: Strength;
  /** What is marked of passages that share few words. */
  free: FreeMarks;
  /** Kinds of difference ignored. */
  ignore: DifferenceKind[];
  /** Whether those are shown all the same, faintly. */
  faint: boolean;
  /** Whether only places that differ are shown. */
  only: boolean;
  /** What Chinese carries its readings in. */
  ruby: RubyScript | 'off';
  /** Whether Chinese is set in vertical lines. */
  vertical: boolean;
}

export const plainView: ViewState = {
  mode: 'columns',
  page: 1,
  marks: 'notable',
  free: 'shared',
  ignore: [],
  faint: false,
  only: false,
  ruby: 'off',
  vertical: false,
};

/** How addresses name what readings are written in. */
export const rubyNames: Record<RubyScript, string> = { pinyin: 'on', zhuyin: 'zhuyin' };

export const rubyNamed = (name: string | undefined): ViewState['ruby'] =>
  rubyScripts.find((script) => rubyNames[script] === name) ?? 'off';

/** What the key goes on to: none, Pinyin, Bopomofo, and none again. */
export const nextRuby = (now: ViewState['ruby']): ViewState['ruby'] =>
  now === 'off' ? rubyScripts[0] : (rubyScripts[rubyScripts.indexOf(now) + 1] ?? 'off');

export type SearchParams = Record<string, string | string[] | undefined>;

export const list = (value: string | string[] | undefined): string[] =>
  [value ?? []]
    .flat()
    .flatMap((part) => part.split(','))
    .map((part) => part.trim())
    .filter(Boolean);

/**
 * Reads a query: `editions=zh,en` or `editions=zh&editions=en`, `base=zh,en`, `mode=interleaved`,
 * `at=en.p1a2b3c4d`, `ref=Acts.9.4`, `page=2`, `marks=all`, `free=words`, `ignore=case,punctuation`, `faint=on`,
 * `only=differences`, `ruby=on` (Pinyin) or `ruby=zhuyin`, `vertical=on`.
 */
export function readViewState(query: SearchParams): ViewState {
  const editions = list(query.editions);
  const page = Number(list(query.page)[0] ?? 1);
  const bases = list(query.base);
  const ignore = list(query.ignore);
  const is = (name: string, value: string) => list(query[name])[0] === value;
  return {
    editions: editions.length > 0 ? editions : undefined,
    bases: bases.length > 0 ? bases : undefined,
    mode: modes.find((mode) => is('mode', mode)) ?? 'columns',
    at: list(query.at)[0],
    ref: [query.ref ?? []].flat()[0]?.slice(0, 200) || undefined,
    marks: strengths.find((strength) => is('marks', strength)) ?? 'notable',
    free: freeMarks.find((each) => is('free', each)) ?? 'shared',
    page: Number.isInteger(page) && page > 0 ? page : 1,
    ignore: differenceKinds.filter((kind) => ignore.includes(kind)),
    faint: is('faint', 'on'),
    only: is('only', 'differences'),
    ruby: rubyNamed(list(query.ruby)[0]),
    vertical: is('vertical', 'on'),
  };
}

/** The query of a view, with its question mark; empty for the plain one. Commas stay readable. */
export function viewQuery(state: ViewState, more: Record<string, string | undefined> = {}): string {
  const { editions, bases, mode, at, ref, page, marks, free, ignore, faint, only, ruby, vertical } =
    state;
  const parts: string[] = [];
  if (editions) parts.push(`editions=${editions.map(encodeURIComponent).join(',')}`);
  if (bases) parts.push(`base=${bases.map(encodeURIComponent).join(',')}`);
  if (mode !== 'columns') parts.push(`mode=${mode}`);
  if (marks !== 'notable') parts.push(`marks=${marks}`);
  if (free !== 'shared') parts.push(`free=${free}`);
  if (ignore.length > 0) parts.push(`ignore=${ignore.join(',')}`);
  if (faint) parts.push('faint=on');
  if (only) parts.push('only=differences');
  if (ruby !== 'off') parts.push(`ruby=${rubyNames[ruby]}`);
  if (vertical) parts.push('vertical=on');
  if (page > 1) parts.push(`page=${page}`);
  if (at) parts.push(`at=${encodeURIComponent(at)}`);
  if (ref) parts.push(`ref=${encodeURIComponent(ref)}`);
  for (const [name, value] of Object.entries(more)) {
    if (value) parts.push(`${name}=${encodeURIComponent(value)}`);
  }
  return parts.length > 0 ? `?${parts.join('&')}` : '';
}

/** The address of a view of the comparison. */
export function viewAddress(work: string, state: ViewState): string {
  return `/works/${work}${viewQuery(state)}`;
}

/** The same view from its beginning. */
export function fromStart(state: ViewState): ViewState {
  return { ...state, page: 1, at: undefined, ref: undefined };
}

/** A link to a segment, wherever it stands in a long work. */
export function segmentAddress(
  work: string,
  state: ViewState,
  siglum: string,
  segment: string,
): string {
  const at = `${siglum}.${segment}`;
  return `${viewAddress(work, { ...fromStart(state), at })}#${siglum}-${segment}`;
}
