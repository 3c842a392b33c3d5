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
    const moved = new Map<string, Segment[]>();
    rest.forEach(({ id }, k) => {
      moved.set(id, [restNow[k]]);
    });
    before.slice(first, first + count).forEach(({ id }, k) => {
      moved.set(id, now.length === count ? [now[k]] : now);
    });
    return [{ path, content: next }, ...(await followers(current, slug, siglum, moved))];
  });
  return { changed, segment: now[0]?.id ?? null };
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
  moved: ReadonlyMap<string, Segment[]>,
): Promise<Change[]> {
  return followingChanges(current, slug, {
    siglum: (siglum) => siglum,
    segments: (siglum, ids) =>
      siglum === edited
        ? [...new Set(ids.flatMap((id) => moved.get(id)?.map((each) => each.id) ?? [id]))]
        : [...ids],
    target: (target) =>
      target.edition === edited ? followTarget(target, moved.get(target.segment)) : target,
  });
}

/** Words that are still there are found by themselves; otherwise the note is on the paragraph. */
function followTarget(target: NoteTarget, now: readonly Segment[] | undefined): NoteTarget {
  if (!now || now.length === 0) return target;
  const { quote = '', start, end: _, ...whole } = target;
  const holding = quote === '' ? undefined : now.find(({ text }) => text.includes(quote));
  const { id, text } = holding ?? now[0];
  if (start === undefined) return { ...target, segment: id };
  if (!holding) return { ...whole, segment: id, quote };
  const places: number[] = [];
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) places.push(at);
  const nearest = places.reduce((x, y) => (Math.abs(y - start) < Math.abs(x - start) ? y : x));
  return { ...whole, segment: id, quote, start: nearest, end: nearest + quote.length };
}
