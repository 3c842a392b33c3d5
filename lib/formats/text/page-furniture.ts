/** A line of a text, with its number in the file. */
export interface NumberedLine {
  text: string;
  line: number;
  /** Whether a form feed stands before it: it begins a page. */
  startsPage?: boolean;
}

export interface Unfurnished {
  lines: NumberedLine[];
  /** Where a page begins, by the index of the line after it, and its number; a head may have none. */
  pages: { before: number; number: string; written: NumberedLine }[];
}

/** A line that may be beside the text: a page number, or words with one. */
interface Candidate {
  index: number;
  kind: 'signed' | 'bare' | 'head';
  words: string;
  number: string;
  alone: boolean;
  /** Whether it is the first or the last line of a page that a form feed ends. */
  edge: boolean;
}

const signedNumber =
  /^\s*(?:[-–—]\s*(\d{1,4}|[ivxlc]{1,7})\s*[-–—]|\[(?:p(?:age|g)?\.?\s*)(\d{1,4}|[ivxlc]{1,7})\]|(?:page|p\.)\s+(\d{1,4}))\s*$/i;
const bareNumber = /^\s*(\d{1,4})\s*$/;
/** A head of a page: words and, set apart from them, a number; or a number and then words. */
const numberedHead = /^\s*(?:(\d{1,4})\s{3,}(\S.*?)|(\S.*?)\s{3,}(\d{1,4}))\s*$/;
const longestHead = 70;
/** No page has fewer lines; the rows of a table stand closer. */
const shortestPage = 5;

/**
 * Takes out what the pages of a printed book have beside the text: page numbers, and running heads.
 * Pages of OCR, of PDF and of old e-texts are such. They are known by their signs (`[Pg 12]`), by
 * words that come again, by numbers that count on from page to page, or by standing first or last on
 * pages that form feeds end.
 */
export function takeOutPageFurniture(lines: readonly NumberedLine[]): Unfurnished {
  const taken = furniture(lines);
  const found: Unfurnished = { lines: [], pages: [] };
  let removed: { blankBefore: boolean; blankAfter: boolean } | null = null;
  lines.forEach((line, index) => {
    const number = taken.get(index);
    const isBlank = line.text.trim() === '';
    const last = found.lines.at(-1)?.text.trim() ?? '';
    if (number !== undefined) {
      found.pages.push({ before: found.lines.length, number, written: line });
      removed ??= { blankBefore: last === '', blankAfter: false };
    } else if (removed && isBlank) removed.blankAfter = true;
    else {
      if (removed) resume(found, line, removed);
      removed = null;
      found.lines.push(line);
    }
  });
  return found;
}

/** Goes on after the foot and the head of a page: with the paragraph before it, or with a new one. */
function resume(
  found: Unfurnished,
  line: NumberedLine,
  { blankBefore, blankAfter }: { blankBefore: boolean; blankAfter: boolean },
): void {
  const before = found.lines.findLast(({ text }) => text.trim() !== '')?.text.trim() ?? '';
  // A line of the page that had no blank line after it was not the end of its paragraph.
  const isOpen = !blankBefore && !/[.!?…:"”’»)\]]$/.test(before);
  if (goesOn(before, line.text.trim()) || isOpen) {
    while (found.lines.at(-1)?.text.trim() === '') found.lines.pop();
    for (const page of found.pages) page.before = Math.min(page.before, found.lines.length);
  } else if (blankAfter && !blankBefore) {
    found.lines.push({ text: '', line: line.line });
    for (const page of found.pages) {
      if (page.before === found.lines.length - 1) page.before = found.lines.length;
    }
  }
}

/** The lines that are beside the text, by their index, with the number of the page. */
function furniture(lines: readonly NumberedLine[]): Map<number, string> {
  const counts = new Map<string, number>();
  const edges = new Map<string, number>();
  const candidates = candidatesOf(lines);
  const isEdge = edgesOf(lines);
  lines.forEach(({ text }, index) => {
    const words = headOf(text)?.words ?? text.trim();
    if (words === '' || words.length > longestHead) return;
    counts.set(words, (counts.get(words) ?? 0) + 1);
    if (isEdge(index)) edges.set(words, (edges.get(words) ?? 0) + 1);
  });
  const counted = countingOn(candidates, lines);
  const interrupting = interruptingNumbers(candidates, lines);
  const taken = new Map<number, string>();
  for (const each of candidates) {
    const { index, kind, words, number, alone, edge } = each;
    const known =
      kind === 'signed'
        ? alone
        : kind === 'bare'
          ? interrupting.has(index) || (edge && counted.has(index))
          : (alone && (counts.get(words) ?? 0) > 1) || counted.has(index);
    if (known) taken.set(index, number);
  }
  // A head without a number comes again at the edges of pages.
  lines.forEach(({ text }, index) => {
    if (!taken.has(index) && isEdge(index) && (edges.get(text.trim()) ?? 0) > 1) {
      taken.set(index, '');
    }
  });
  return taken;
}

function candidatesOf(lines: readonly NumberedLine[]): Candidate[] {
  const isEdge = edgesOf(lines);
  const isBlank = (index: number) => (lines[index]?.text.trim() ?? '') === '';
  return lines.flatMap(({ text }, index): Candidate[] => {
    const place = { index, alone: isBlank(index - 1) && isBlank(index + 1), edge: isEdge(index) };
    const signed = signedNumber.exec(text)?.slice(1).find(Boolean);
    if (signed) return [{ ...place, kind: 'signed', words: '', number: signed }];
    const bare = bareNumber.exec(text)?.[1];
    if (bare) return [{ ...place, kind: 'bare', words: '', number: bare }];
    const head = headOf(text);
    return head && head.words.length <= longestHead ? [{ ...place, kind: 'head', ...head }] : [];
  });
}

function headOf(text: string): { words: string; number: string } | null {
  const match = numberedHead.exec(text);
  return match ? { words: (match[2] ?? match[3]).trim(), number: match[1] ?? match[4] } : null;
}

/** Whether a line is the first or the last of a page, where form feeds end pages. */
function edgesOf(lines: readonly NumberedLine[]): (index: number) => boolean {
  const edges = new Set<number>();
  if (!lines.some(({ startsPage }) => startsPage)) return () => false;
  let last = -1;
  let first = true;
  lines.forEach(({ text, startsPage }, index) => {
    if (startsPage) {
      if (last >= 0) edges.add(last);
      first = true;
    }
    if (text.trim() === '') return;
    if (first) edges.add(index);
    first = false;
    last = index;
  });
  if (last >= 0) edges.add(last);
  return (index) => edges.has(index);
}

/** Candidates whose numbers count on to or from those of the candidates before or after them. */
function countingOn(candidates: readonly Candidate[], lines: readonly NumberedLine[]): Set<number> {
  const found = new Set<number>();
  const heads = candidates.filter(({ kind }) => kind === 'head');
  // Nothing stands between the lines of a table of contents.
  const listed = new Set(
    heads.flatMap((each, k) => {
      const next = heads[k + 1];
      if (!next || (each.edge && next.edge)) return [];
      const between = lines.slice(each.index + 1, next.index);
      return between.every(({ text }) => text.trim() === '') ? [each, next] : [];
    }),
  );
  const able = candidates.filter(
    (each) =>
      /^\d/.test(each.number) &&
      (each.kind !== 'head' || (!listed.has(each) && /^[^\p{L}]*[\p{Lu}\p{Lo}]/u.test(each.words))),
  );
  for (const [k, each] of able.entries()) {
    const next = able[k + 1];
    if (!next) break;
    const step = Number(next.number) - Number(each.number);
    const isNear = next.index - each.index <= shortestPage && !(each.edge && next.edge);
    if (step < 1 || step > 2 || isNear) continue;
    found.add(each.index);
    found.add(next.index);
  }
  return found;
}

/**
 * Numbers that stand alone and count up by one; most often they number sections. They number pages
 * where two of them or more come in the middle of a sentence.
 */
function interruptingNumbers(
  candidates: readonly Candidate[],
  lines: readonly NumberedLine[],
): Set<number> {
  const bare = candidates.filter(({ kind, alone, edge }) => kind === 'bare' && (alone || edge));
  const found = new Set<number>();
  let run: Candidate[] = [];
  const end = () => {
    if (run.filter(({ index }) => interrupts(lines, index)).length > 1) {
      for (const { index } of run) found.add(index);
    }
    run = [];
  };
  for (const each of bare) {
    const before = run.at(-1);
    if (before && Number(each.number) !== Number(before.number) + 1) end();
    run.push(each);
  }
  end();
  return found;
}

function interrupts(lines: readonly NumberedLine[], index: number): boolean {
  const hasWords = ({ text }: NumberedLine) => text.trim() !== '';
  const before = lines.slice(Math.max(0, index - 5), index).findLast(hasWords);
  const after = lines.slice(index + 1, index + 6).find(hasWords);
  return (
    before !== undefined && after !== undefined && goesOn(before.text.trim(), after.text.trim())
  );
}

/** Whether a line goes on with the sentence of the line before a page's end. */
function goesOn(before: string, after: string): boolean {
  return /[\p{L},;-]$/u.test(before) && /^\p{Ll}/u.test(after);
}
