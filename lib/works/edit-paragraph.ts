import { libraryFolder } from '../core/config';
import { InputError } from '../core/errors';
import { decodeUtf8 } from '../core/files';
import type { Segment } from '../edition/model';
import type { NoteTarget } from '../edition/notes';
import { readEditionBytes } from '../formats/text/edition-file';
import { storeOf } from '../store/open';
import { type Change, type Current, revisionOf } from '../store/store';
import { changeWork, findEditionFile } from './edit-work';
import { followingChanges } from './followers';
import type { ChangedFile } from './undo';

/** A paragraph as its file has it, to be corrected. */
export interface ParagraphSource {
  /** Markdown. */
  source: string;
  /** Of the edition's file. */
  revision: string;
}

/** @throws InputError where the paragraph is not in the edition. */
export async function readParagraph(
  slug: string,
  siglum: string,
  segment: string,
  folder = libraryFolder(),
): Promise<ParagraphSource> {
  let found: ParagraphSource | undefined;
  await (await storeOf(folder)).update([slug], async (current) => {
    const { path, content } = await findEditionFile(current, slug, siglum);
    const { text, place } = locate(content, path, segment);
    found = { source: withoutPrefix(text, place), revision: revisionOf(content) };
    return [];
  });
  return found!;
}

/**
 * Corrects a paragraph where it stands in its edition's file. Links and notes follow to what is in
 * its place: one paragraph, several where a blank line divides it, or none.
 *
 * @param source Markdown; blank takes the paragraph out.
 * @param expected the revision of the edition's file that the writer has read.
 * @returns what undoes this, and the id of what is in the paragraph's place now.
 * @throws ConflictError where someone has changed the edition since; InputError for a text that
 *   changes more than this paragraph.
 */
export async function editParagraph(
  slug: string,
  siglum: string,
  segment: string,
  source: string,
  expected: string,
  folder = libraryFolder(),
): Promise<{ changed: ChangedFile[]; segment: string | null }> {
  let now: Segment[] = [];
  const changed = await changeWork(slug, folder, async (current) => {
    const { path, content } = await findEditionFile(current, slug, siglum, expected);
    const { text, place, before, first, count } = locate(content, path, segment);
    const next =
      text.slice(0, place.start) + withPrefix(source, text, place) + text.slice(place.end);
    const after = readEditionBytes(Buffer.from(next), path).segments;
    const grown = after.length - before.length;
    now = after.slice(first, first + count + grown);
    const rest = [...before.slice(0, first), ...before.slice(first + count)];
    const restNow = [...after.slice(0, first), ...after.slice(first + count + grown)];
    if (
      rest.some(
        ({ kind, text: words }, k) => restNow[k]?.kind !== kind || restNow[k].text !== words,
      )
    ) {
      throw new InputError('this would change other paragraphs too', {
        remedy: 'correct one paragraph at a time, and leave notes and headings to their own places',
      });
    }
    // Equal paragraphs are numbered, so that ids of others may change, too.
    const moved = new Map<string, Moved>();
    rest.forEach((was, k) => {
      moved.set(was.id, { was, now: [restNow[k]] });
    });
    before.slice(first, first + count).forEach((was, k) => {
      moved.set(was.id, { was, now: now.length === count ? [now[k]] : now });
    });
    return [{ path, content: next }, ...(await followers(current, slug, siglum, moved))];
  });
  return { changed, segment: now[0]?.id ?? null };
}

/** A segment, and those that stand in its place now. */
interface Moved {
  was: Segment;
  now: Segment[];
}

interface Place {
  start: number;
  end: number;
  /** What each further line of the paragraph begins with: the marks of the blocks it stands in. */
  prefix: string;
}

function locate(content: Uint8Array, path: string, id: string) {
  const text = decodeUtf8(content, path);
  const before = readEditionBytes(content, path).segments;
  const found = before.find((each) => each.id === id);
  if (!found?.position) {
    throw new InputError('the edition has no such paragraph', {
      code: 'not-found',
      remedy: 'reload the page: the text may have changed',
    });
  }
  const shift = text.startsWith('\uFEFF') ? 1 : 0;
  const { start, end } = found.position;
  // Lines of verse are one paragraph of the file.
  const here = before.flatMap(({ position }, at) => (position?.start === start ? [at] : []));
  const line = text.lastIndexOf('\n', start + shift - 1) + 1;
  const prefix = text.slice(line, start + shift).replace(/[^>\s]/g, ' ');
  return {
    text,
    before,
    first: here[0],
    count: here.length,
    place: { start: start + shift, end: end + shift, prefix } satisfies Place,
  };
}

function withoutPrefix(text: string, { start, end, prefix }: Place): string {
  return text
    .slice(start, end)
    .split(/\r?\n/)
    .map((line, k) => (k > 0 && line.startsWith(prefix) ? line.slice(prefix.length) : line))
    .join('\n');
}

function withPrefix(source: string, text: string, { prefix }: Place): string {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  return source
    .trim()
    .split(/\r?\n/)
    .map((line, k) => (k === 0 ? line : line === '' ? prefix.trimEnd() : prefix + line))
    .join(eol);
}

/** What names segments of an edition, with their ids as they are now. */
function followers(
  current: Current,
  slug: string,
  edited: string,
  moved: ReadonlyMap<string, Moved>,
): Promise<Change[]> {
  return followingChanges(current, slug, {
    siglum: (siglum) => siglum,
    segments: (siglum, ids) =>
      siglum === edited
        ? [...new Set(ids.flatMap((id) => moved.get(id)?.now.map((each) => each.id) ?? [id]))]
        : [...ids],
    place: (siglum, segment, at) =>
      siglum === edited ? followPlace(at, moved.get(segment)) : { segment, at },
    target: (target) =>
      target.edition === edited ? followTarget(target, moved.get(target.segment)) : target,
  });
}

/**
 * Where the words at a place stand now: what is before and after a change stays, and all between is new.
 *
 * @returns null where the words there were changed, or nothing is in their place.
 */
function followPlace(at: number, moved: Moved | undefined): { segment: string; at: number } | null {
  if (!moved || moved.now.length === 0) return null;
  const was = moved.was.text;
  const [first] = moved.now;
  if (at === 0) return { segment: first.id, at };
  // A blank line may have taken the place of spaces.
  const letters = (text: string) => text.replace(/\s/g, '');
  const before = letters(was.slice(0, at));
  const whole = letters(was);
  const now = moved.now.map(({ text }) => letters(text)).join('');
  const after = whole.length - before.length;
  const place = now.startsWith(before)
    ? before.length
    : now.endsWith(whole.slice(before.length))
      ? now.length - after
      : null;
  if (place === null) return null;
  let left = place;
  for (const { id, text } of moved.now) {
    const own = letters(text).length;
    if (left < own) return { segment: id, at: letterAt(text, left) };
    left -= own;
  }
  return null;
}

/** The offset of a letter of a text, counted without spaces. */
function letterAt(text: string, count: number): number {
  let left = count;
  for (let at = 0; at < text.length; at++) {
    if (/\s/.test(text[at])) continue;
    if (left === 0) return at;
    left--;
  }
  return text.length;
}

/**
 * Words that are still there are found by themselves, and where they stand more than once, by what is around
 * them; otherwise the note is on the paragraph.
 */
function followTarget(target: NoteTarget, moved: Moved | undefined): NoteTarget {
  if (!moved || moved.now.length === 0) return target;
  const { was, now } = moved;
  const { quote = '', start, end: _, ...whole } = target;
  const holding = quote === '' ? [] : now.filter(({ text }) => text.includes(quote));
  if (start === undefined) return { ...target, segment: (holding[0] ?? now[0]).id };
  const places = holding.flatMap((segment) => placesOf(quote, segment));
  if (places.length === 0) return { ...whole, segment: now[0].id, quote };
  const weighed = places.map((place) => ({
    ...place,
    kept: sharedAround(was.text, start, place.segment.text, place.at, quote.length),
    far: Math.abs(place.at - start),
  }));
  const best = weighed.reduce((x, y) => ((y.kept - x.kept || x.far - y.far) > 0 ? y : x));
  const { segment, at } = best;
  return { ...whole, segment: segment.id, quote, start: at, end: at + quote.length };
}

function placesOf(quote: string, segment: Segment): { segment: Segment; at: number }[] {
  const places: { segment: Segment; at: number }[] = [];
  const { text } = segment;
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    places.push({ segment, at });
  }
  return places;
}

/** How far to either side what is around words is looked at, in UTF-16 units. */
const contextLength = 20;

/** How many letters next to words are the same in two texts, before and after them. */
function sharedAround(a: string, atA: number, b: string, atB: number, length: number): number {
  let before = 0;
  while (
    before < Math.min(contextLength, atA, atB) &&
    a[atA - 1 - before] === b[atB - 1 - before]
  ) {
    before++;
  }
  const [endA, endB] = [atA + length, atB + length];
  let after = 0;
  while (after < contextLength && endA + after < a.length && a[endA + after] === b[endB + after]) {
    after++;
  }
  return before + after;
}
