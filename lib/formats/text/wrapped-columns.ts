/** Letters of the scripts that fill a line to its end, whatever the words. */
const cjkLetter = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const endsSentence = /[。！？.!?…；;：:][”’"'」』）)\]】》]*$/u;
const endsAtSign = /[\p{P}\p{S}]$/u;
/** An indent of the first line of a paragraph. */
const indent = /^(?:\u3000+|\t| {2,})\S/u;

/** Columns of a line: a letter of Chinese or Japanese takes two, and so do its signs. */
const columnsOf = (text: string): number =>
  [...text.trimEnd()].reduce((sum, letter) => sum + (letter > '\u02ff' ? 2 : 1), 0);

/** Narrower columns are those of verse and lists, wider ones are lines as their author ended them. */
const [narrowest, widest] = [36, 160];
/** So much shorter is a line that a sign that may not begin the next has drawn down a letter or two. */
const maxRoom = 4;

/**
 * At which of lines of Chinese or Japanese a paragraph begins, where a program has wrapped them at one
 * width: after a line that is shorter, and where a line is set in. Null where nothing shows that they
 * are wrapped, and each line is as its author ended it.
 */
export function paragraphStarts(lines: readonly string[]): ReadonlySet<number> | null {
  if (lines.length < 2 || !isCjk(lines.join(''))) return null;
  const columns = lines.map(columnsOf);
  const width = Math.max(...columns);
  if (width < narrowest || width > widest) return null;
  const indented = lines.map((line) => indent.test(line));
  if (indented.every(Boolean)) return null;
  // A word of Latin letters goes to the next line as a whole.
  const room = (k: number) =>
    maxRoom + (/^[\p{Script=Latin}\d][!-\u024f]*/u.exec(lines[k + 1] ?? '')?.[0].length ?? 0);
  const isFull = (k: number) => columns[k] >= width - room(k);
  const starts = new Set([0]);
  let [full, going, ends, ended] = [0, 0, 0, 0];
  lines.forEach((line, k) => {
    const text = line.trimEnd();
    const closes = k + 1 === lines.length || !isFull(k) || indented[k + 1];
    if (closes) {
      ends++;
      if (endsSentence.test(text)) ended++;
      starts.add(k + 1);
    } else {
      full++;
      if (!endsAtSign.test(text)) going++;
    }
  });
  // Verse of one measure ends its lines with signs, a list of names has none at all.
  return going > 0 && 2 * going >= full && 2 * ended >= ends ? starts : null;
}

/** The most lines that follow one with room for more, of a hundred that go on with a paragraph. */
const maxLoose = 5;

/**
 * At which of lines a paragraph begins, where its first line is set in and a program has wrapped the rest:
 * each line that is not set in follows one that has no room for its first word. Null where that is not so.
 */
export function indentedStarts(lines: readonly string[]): ReadonlySet<number> | null {
  const indented = lines.map((line) => indent.test(line));
  const starts = lines.flatMap((_, k) => (k === 0 || indented[k] ? [k] : []));
  const goingOn = lines.length - starts.length;
  if (indented.filter(Boolean).length < 2 || goingOn < 2) return null;
  const columns = lines.map(columnsOf);
  const width = Math.max(...columns);
  if (width < narrowest || width > widest) return null;
  const isWide = isCjk(lines.join(''));
  const needs = (line: string) => (isWide ? maxRoom : 1 + columnsOf(/^\S+/.exec(line)?.[0] ?? ''));
  const loose = lines.filter(
    (line, k) => k > 0 && !indented[k] && columns[k - 1] + needs(line) <= width - (isWide ? 1 : 0),
  ).length;
  const ended = starts.filter((k) => k === 0 || endsSentence.test(lines[k - 1].trimEnd())).length;
  if (100 * loose > maxLoose * goingOn || 2 * ended < starts.length) return null;
  return new Set(starts);
}

/** Whether most letters of a text are Chinese or Japanese. */
export function isCjk(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return 2 * (text.match(cjkLetter)?.length ?? 0) > letters;
}
