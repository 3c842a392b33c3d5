import type { Span } from '../../edition/model';
import type { Losses } from '../document';

/** A page that begins within a paragraph: `[Pg 12]`. */
const page = /\[(?:Pg|Page)\.? (\d{1,4}|[ivxlc]{1,7})\]/giu;
/** Words between signs, as Project Gutenberg writes italic and bold. */
const stressed = {
  emphasis: /(?<![\p{L}\p{N}_])_(?=[^\s_])([^_]{0,2000}?[^\s_])_(?![\p{L}\p{N}_])/gu,
  strong: /(?<![\p{L}\p{N}=])=(?=[^\s=])([^=]{0,2000}?[^\s=])=(?![\p{L}\p{N}=])/gu,
};

/** Where Project Gutenberg has left out a picture, with what stood under it. */
const picture = /\[Illustration(?::[^[\]]{0,2000})?\]\s*/g;

/** What the signs of a text are judged by. */
export interface Signs {
  /** Whether it is of Project Gutenberg, with `_words_` and `=words=` as emphasis. */
  isGutenberg: boolean;
  losses: Losses;
  /** Labels of its notes, each of which the text has once: `[1]` refers to one. */
  notes: ReadonlySet<string>;
}

/** A note as Project Gutenberg writes it, paragraphs of its own. */
const footnote = /^\[Footnote (\w{1,5}|\*{1,3}): ([\s\S]*)\]$/u;

export const opensNote = (text: string): boolean => /^\[Footnote (?:\w{1,5}|\*{1,3}):/u.test(text);
export const endsNote = (text: string): boolean => text.endsWith(']');

/** The label and the text of a paragraph that is a note. */
export function footnoteIn(text: string): { label: string; text: string } | null {
  const match = footnote.exec(text);
  return match ? { label: match[1], text: match[2] } : null;
}

/** Labels that one note of a text has alone; notes that number anew are not told apart. */
export function labelsOnce(texts: readonly string[]): Set<string> {
  const labels = texts.flatMap((text) => footnoteIn(text)?.label ?? []);
  return new Set(labels.filter((label) => labels.indexOf(label) === labels.lastIndexOf(label)));
}

/** A text and its spans with the signs in it as what they mean: pages (reported) and emphasis. */
export function readSigns(
  whole: string,
  given: readonly Span[],
  line: number,
  { isGutenberg, losses, notes }: Signs,
): { text: string; spans: Span[] } {
  const spans = [...given];
  const cuts: Cut[] = [];
  for (const match of whole.matchAll(page)) {
    const start = match.index;
    const end = start + match[0].length;
    losses.mark('page numbers and running heads, as page marks', line, match[0]);
    // Of the spaces at its two sides one stays.
    const isSpaced = start === 0 || /\s/.test(whole[start - 1]);
    cuts.push({ start, end: isSpaced && /\s/.test(whole[end] ?? '') ? end + 1 : end });
    spans.push({ kind: 'page', start, end: start, target: match[1] });
  }
  for (const match of notes.size > 0 ? whole.matchAll(/\[(\w{1,5}|\*{1,3})\]/gu) : []) {
    const start = match.index;
    if (!notes.has(match[1])) continue;
    cuts.push({ start, end: start + match[0].length });
    spans.push({ kind: 'note', start, end: start, target: match[1] });
  }
  for (const match of isGutenberg ? whole.matchAll(picture) : []) {
    losses.add('images', line, match[0].slice(1, -1));
    cuts.push({ start: match.index, end: match.index + match[0].length });
  }
  for (const kind of isGutenberg ? (['emphasis', 'strong'] as const) : []) {
    for (const match of whole.matchAll(stressed[kind])) {
      const start = match.index;
      const end = start + match[0].length;
      cuts.push({ start, end: start + 1 }, { start: end - 1, end });
      spans.push({ kind, start: start + 1, end: end - 1 });
    }
  }
  if (cuts.length === 0) return { text: whole, spans };
  const { text, spans: kept } = without(whole, spans, cuts);
  return { text: text.trimEnd(), spans: kept };
}

interface Cut {
  start: number;
  end: number;
}

/** A text without some of it; spans keep their words. */
function without(
  whole: string,
  spans: readonly Span[],
  cuts: readonly Cut[],
): { text: string; spans: Span[] } {
  const ordered = [...cuts].sort((a, b) => a.start - b.start);
  const places = [...new Set(spans.flatMap(({ start, end }) => [start, end]))];
  places.sort((a, b) => a - b);
  const moved = new Map<number, number>();
  let text = '';
  let at = 0;
  let next = 0;
  for (const { start, end } of [...ordered, { start: whole.length, end: whole.length }]) {
    for (; next < places.length && places[next] <= start; next++) {
      moved.set(places[next], text.length + Math.max(0, places[next] - at));
    }
    text += whole.slice(at, Math.max(at, start));
    at = Math.max(at, end);
  }
  const place = (old: number) => moved.get(old) ?? text.length;
  const kept = spans.map((span) => ({ ...span, start: place(span.start), end: place(span.end) }));
  return { text, spans: kept.sort(byPlace) };
}

function byPlace(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}
