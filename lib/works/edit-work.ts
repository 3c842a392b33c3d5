import { basename } from 'node:path/posix';
import { libraryFolder } from '../core/config';
import { InputError } from '../core/errors';
import { decodeUtf8 } from '../core/files';
import { check, parseJson } from '../core/json';
import type { ApparatusForm } from '../edition/apparatus-form';
import { editFrontMatter, type FrontMatterEdit } from '../edition/edit-front-matter';
import { type WorkFile, workSchema } from '../edition/metadata';
import { siglumPattern } from '../edition/names';
import type { EditionDraft } from '../edition/read';
import { readEditionBytes } from '../formats/text/edition-file';
import { jsonText } from '../store/json-file';
import { storeOf } from '../store/open';
import { type Change, ConflictError, type Current, revisionOf } from '../store/store';
import { followingChanges } from './followers';
import { sameFile } from './plan-import';
import { type ChangedFile, changedFiles } from './undo';

/** Fields of a work to set; `null` takes a field out. */
export interface WorkEdit {
  title?: string;
  author?: string | null;
  date?: string | null;
  description?: string | null;
  /** Siglum of the base. */
  base?: string;
  /** Sigla in order. */
  order?: string[];
  apparatus?: ApparatusForm;
}

/** Makes changes to a work in one transaction. @returns what undoes them. */
export async function changeWork(
  slug: string,
  folder: string,
  edit: (current: Current) => Promise<Change[]>,
): Promise<ChangedFile[]> {
  let changed: ChangedFile[] = [];
  await (await storeOf(folder)).update([slug], async (current) => {
    const changes = await edit(current);
    changed = await changedFiles(current, changes);
    return changes;
  });
  return changed;
}

/**
 * Changes what is known of a work.
 *
 * @throws InputError for values that a field cannot have, and where there is no such work.
 */
export function editWork(
  slug: string,
  edit: WorkEdit,
  folder = libraryFolder(),
): Promise<ChangedFile[]> {
  return changeWork(slug, folder, async (current) => {
    const { path, value } = await readWorkFile(current, slug);
    const given = Object.entries(edit).filter(([, field]) => field !== undefined);
    const next: Record<string, unknown> = { ...value, ...Object.fromEntries(given) };
    for (const [name, field] of given) if (field === null) delete next[name];
    check(workSchema, next);
    return [{ path, content: jsonText(next) }];
  });
}

/** Takes a work out of the library, with all its files. Its history is kept. */
export function removeWork(slug: string, folder = libraryFolder()): Promise<ChangedFile[]> {
  return changeWork(slug, folder, async (current) => {
    const files = await current.files(slug);
    if (files.length === 0) throw noWork(slug);
    return files.map((path) => ({ path, content: null }));
  });
}

/**
 * Takes an edition out of a work. Links and notes that name it are kept in their files: they are
 * found again when it is restored.
 *
 * @param expected the revision of its file that the writer has seen.
 */
export function removeEdition(
  slug: string,
  siglum: string,
  expected?: string,
  folder = libraryFolder(),
): Promise<ChangedFile[]> {
  return changeWork(slug, folder, async (current) => {
    const { path } = await findEditionFile(current, slug, siglum, expected);
    const work = await readWorkFile(current, slug);
    const { base, order, ...rest } = work.value;
    const left = order?.filter((each) => each !== siglum);
    const next: WorkFile = {
      ...rest,
      ...(base && base !== siglum ? { base } : {}),
      ...(left && left.length > 0 ? { order: left } : {}),
    };
    return [
      { path, content: null },
      { path: work.path, content: jsonText(next) },
    ];
  });
}

/**
 * Changes what is known of an edition. A new siglum renames its file; links, notes, the order of
 * editions and editions based on it follow.
 *
 * @param expected the revision of its file that the writer has seen.
 */
export function editEdition(
  slug: string,
  siglum: string,
  edit: FrontMatterEdit,
  expected?: string,
  folder = libraryFolder(),
): Promise<ChangedFile[]> {
  return changeWork(slug, folder, async (current) => {
    const { path, content } = await findEditionFile(current, slug, siglum, expected);
    const source = editFrontMatter(decodeUtf8(content, path), edit);
    const next = edit.siglum?.normalize('NFC') ?? siglum;
    if (next === siglum) return [{ path, content: source }];
    return renamed(current, slug, { path, source }, siglum, next);
  });
}

async function renamed(
  current: Current,
  slug: string,
  { path, source }: { path: string; source: string },
  from: string,
  to: string,
): Promise<Change[]> {
  if (!siglumPattern.test(to)) {
    throw new InputError(`“${to.slice(0, 40)}” cannot be a siglum`, {
      remedy: 'use letters, digits, “.”, “-” or “_”, at most 40',
    });
  }
  const wanted = `${slug}/${to}.md`;
  // Some systems do not distinguish small letters from capitals: such a file keeps its name.
  const next = sameFile(path, wanted) ? path : wanted;
  const work = await readWorkFile(current, slug);
  const taken = [
    ...(await current.files(slug)).filter((file) => file !== path),
    ...Object.keys(work.value.package?.editions ?? {}).map((each) => `${slug}/${each}.md`),
  ].some((file) => sameFile(file, wanted));
  if (taken) throw new ConflictError(`the work has an edition “${to}” already`);
  const changes: Change[] = [
    ...(path === next ? [] : [{ path, content: null }]),
    { path: next, content: source },
  ];
  const swap = (siglum: string) => (siglum === from ? to : siglum);
  const { base, order, apparatus } = work.value;
  const groups = apparatus?.groups.map((group) => ({
    ...group,
    members: group.members.map(swap),
  }));
  const isNamed = groups && JSON.stringify(groups) !== JSON.stringify(apparatus?.groups);
  if (base === from || order?.includes(from) || isNamed) {
    const value = {
      ...work.value,
      base: base && swap(base),
      order: order?.map(swap),
      ...(apparatus && groups ? { apparatus: { ...apparatus, groups } } : {}),
    };
    changes.push({ path: work.path, content: jsonText(value) });
  }
  for (const file of (await current.files(slug)).filter(isEdition)) {
    const bytes = file === path ? null : await current.read(file);
    if (!bytes || draftOf(bytes, file)?.basedOn !== from) continue;
    const text = decodeUtf8(bytes, file);
    changes.push({ path: file, content: editFrontMatter(text, { basedOn: to }) });
  }
  const following = await followingChanges(current, slug, {
    siglum: swap,
    segments: (_, ids) => [...ids],
    place: (_, segment, at) => ({ segment, at }),
    target: (target) => target,
  });
  return [...changes, ...following];
}

export const isEdition = (path: string): boolean => /\.(md|markdown)$/i.test(path);

/**
 * The file of an edition, whatever it is called.
 *
 * @throws ConflictError where it is not as its writer has seen it; InputError where there is none.
 */
export async function findEditionFile(
  current: Current,
  slug: string,
  siglum: string,
  expected?: string,
): Promise<{ path: string; content: Uint8Array }> {
  const files = (await current.files(slug)).filter(isEdition);
  const usual = `${slug}/${siglum}.md`;
  for (const path of [usual, ...files.filter((each) => each !== usual)]) {
    if (!files.includes(path)) continue;
    const content = await current.read(path);
    if (!content || siglumOf(content, path) !== siglum) continue;
    if (expected !== undefined && revisionOf(content) !== expected) {
      throw new ConflictError(`“${siglum}” has been changed since you read it`);
    }
    return { path, content };
  }
  const { value } = await readWorkFile(current, slug);
  const packaged = value.package?.editions[siglum] !== undefined;
  throw new InputError(
    packaged
      ? `“${siglum}” comes with an installed package, and cannot be changed`
      : `the work has no edition “${siglum.slice(0, 40)}”`,
    {
      code: packaged ? 'bad-input' : 'not-found',
      remedy: packaged ? 'export it and add the copy as an edition of its own' : 'reload the page',
    },
  );
}

/** What an edition's file says it is called; its own name otherwise. */
const siglumOf = (content: Uint8Array, path: string): string =>
  draftOf(content, path)?.siglum ?? basename(path).replace(/\.[^.]+$/, '');

/** An edition's file as read; null where it cannot be. */
function draftOf(content: Uint8Array, path: string): EditionDraft | null {
  try {
    return readEditionBytes(content, path);
  } catch {
    return null;
  }
}

async function readWorkFile(
  current: Current,
  slug: string,
): Promise<{ path: string; value: WorkFile }> {
  const path = `${slug}/work.json`;
  const content = await current.read(path);
  if (content)
    return { path, value: parseJson(decodeUtf8(content, path), path, workSchema.loose()) };
  if ((await current.files(slug)).length === 0) throw noWork(slug);
  return { path, value: { title: slug } };
}

const noWork = (slug: string) =>
  new InputError(`there is no work “${slug.slice(0, 80)}” in this library`, {
    code: 'not-found',
    remedy: 'choose another',
  });
