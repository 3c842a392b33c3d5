import { InputError } from '../core/errors';
import { check, parseJson } from '../core/json';
import { type WorkFile, workSchema } from '../edition/metadata';
import type { Warning } from '../edition/model';
import { isSlug } from '../edition/names';
import { jsonText } from '../store/json-file';
import { storeOf } from '../store/open';
import {
  type Change,
  type Clash,
  ConflictError,
  type Current,
  noRevision,
  revisionOf,
} from '../store/store';
import { correctionsPath, mergeCorrections, parseCorrections } from './corrections';
import { type ImportPlan, sameFile } from './plan-import';
import { type ChangedFile, changedFiles } from './undo';

export interface EditionsToSave {
  /** Slug of the work; with `workTitle` a new one. */
  work: string;
  workTitle?: string;
  /** How messages call the text. */
  name: string;
  plan: ImportPlan;
  /** Whether editions of those sigla make way. */
  replace?: boolean;
  /**
   * The revisions of the editions that make way, by siglum, as the writer knows them. `null` for
   * whatever is there: for one who has just looked, at a terminal.
   */
  known?: Readonly<Record<string, string>> | null;
}

/** What was saved. */
export interface SavedImport {
  /** Names of the files within the library. */
  files: string[];
  sigla: string[];
  /** Beads that the file confirms between its editions. */
  confirmed: number;
  warnings: Warning[];
  /** Revisions of the editions, by siglum. */
  revisions: Record<string, string>;
  /** What undoes it. */
  changed: ChangedFile[];
}

/**
 * Saves editions in Markdown, and what corresponds between them, in one change: all or nothing. What
 * is saved already may be sent again.
 *
 * @throws ConflictError where the work has such an edition that was not to be replaced, or that is not
 *   as the writer knew it; InputError for what cannot be saved. Nothing is written then.
 */
export async function saveEditions(request: EditionsToSave, folder: string): Promise<SavedImport> {
  const { work, plan } = request;
  if (!isSlug(work) || reserved.test(work)) {
    throw new InputError(`“${work.slice(0, 60)}” cannot be the short name of a work`, {
      remedy:
        'use small letters, digits and hyphens, at most 64; “dictionaries” and the names of Windows devices are taken',
    });
  }
  for (const { siglum } of plan.editions) {
    if (!reserved.test(siglum)) continue;
    throw new InputError(`“${siglum}” cannot be a siglum: Windows keeps that name for a device`, {
      remedy: 'choose another',
    });
  }
  const store = await storeOf(folder);
  let changed: ChangedFile[] = [];
  await store.update([work], async (current) => {
    const changes = await changesOf(request, current);
    changed = await changedFiles(current, changes);
    return changes;
  });
  return {
    files: plan.editions.map(({ siglum }) => editionPath(work, siglum)),
    sigla: plan.editions.map(({ siglum }) => siglum),
    confirmed: plan.links.reduce((sum, { beads }) => sum + beads.length, 0),
    warnings: plan.warnings,
    changed,
    revisions: Object.fromEntries(
      plan.editions.map(({ siglum, text }) => [siglum, revisionOf(text)]),
    ),
  };
}

/** Names that Windows keeps for devices, with any ending. */
const reserved = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i;

const editionPath = (work: string, siglum: string) => `${work}/${siglum}.md`;

async function changesOf(request: EditionsToSave, current: Current): Promise<Change[]> {
  const { work, workTitle, plan } = request;
  const files = await current.files(work);
  const workPath = `${work}/work.json`;
  const metadata = await readWork(current, workPath);
  const changes: Change[] = [];
  if (files.length === 0) {
    if (!workTitle) {
      throw new InputError(`there is no work “${work}” in this library`, {
        code: 'not-found',
        remedy: 'give it a title to make it, or choose another',
      });
    }
    const sigla = plan.editions.map(({ siglum }) => siglum);
    const { names } = plan;
    const made = check(workSchema, { title: workTitle, base: sigla[0], order: sigla, names });
    changes.push({ path: workPath, content: jsonText(made), expected: noRevision });
  }
  const clashes: Clash[] = [];
  let again = files.length > 0;
  for (const { siglum, text } of plan.editions) {
    const path = editionPath(work, siglum);
    refuseTwin(siglum, path, files, metadata);
    const there = await current.read(path);
    if (!there || revisionOf(there) !== revisionOf(text)) again = false;
    if (there && revisionOf(there) !== revisionOf(text) && !mayReplace(request, siglum, there)) {
      clashes.push({
        siglum,
        revision: revisionOf(there),
        theirs: Buffer.from(there).toString('utf8'),
        yours: text,
      });
    }
    changes.push({ path, content: text });
  }
  // Who got no answer sends the same again: it is saved, and that is what is answered.
  if (files.length > 0 && workTitle && !again) {
    throw new InputError(`there is a work “${work}” already`, {
      code: 'conflict',
      remedy: 'choose it from the list, or give the new one another short name',
    });
  }
  if (clashes.length > 0) throw conflict(request, clashes);
  const corrections = await withLinks(request, current);
  return corrections ? [...changes, corrections] : changes;
}

function mayReplace(
  { replace = false, known }: EditionsToSave,
  siglum: string,
  there: Uint8Array,
): boolean {
  return replace && (known === null || revisionKnown(known, siglum) === revisionOf(there));
}

/** Sigla may be written with letters and their marks apart. */
const revisionKnown = (known: Readonly<Record<string, string>> = {}, siglum: string) =>
  Object.entries(known).find(([each]) => each.normalize('NFC') === siglum)?.[1];

function conflict({ work, replace, known }: EditionsToSave, clashes: Clash[]): ConflictError {
  const { siglum } = clashes[0];
  const seen = replace && known && revisionKnown(known, siglum);
  return new ConflictError(
    seen
      ? `“${siglum}” of “${work}” has been changed since you read it`
      : `“${work}” has an edition “${siglum}” already`,
    clashes,
  );
}

/** Some systems do not distinguish small letters from capitals; and a work may bring editions of a package. */
function refuseTwin(
  siglum: string,
  path: string,
  files: readonly string[],
  metadata: WorkFile | null,
): void {
  const twin = files.find((file) => file !== path && sameFile(file, path));
  const packaged = Object.keys(metadata?.package?.editions ?? {});
  const taken = packaged.find((each) => sameFile(each, siglum));
  if (!twin && !taken) return;
  throw new ConflictError(
    taken
      ? `the work has an edition “${taken}” already, of an installed package`
      : `“${siglum}” differs from “${twin}” only in small and capital letters`,
  );
}

async function readWork(current: Current, path: string): Promise<WorkFile | null> {
  const content = await current.read(path);
  return content && parseJson(Buffer.from(content).toString('utf8'), path, workSchema);
}

/** The work's corrections with what the file puts side by side. */
async function withLinks({ work, plan }: EditionsToSave, current: Current): Promise<Change | null> {
  if (plan.links.length === 0) return null;
  const path = correctionsPath(work);
  let corrections = parseCorrections(await current.read(path), path);
  const date = new Date().toISOString();
  for (const { other, beads } of plan.links) {
    const sides = [plan.editions[0], plan.editions[other]] as const;
    corrections = mergeCorrections(corrections, sides, beads, date);
  }
  return { path, content: jsonText(corrections) };
}
