import { InputError } from '../core/errors';
import { type Change, noRevision, type Store, type StoredFile, slugOf } from './store';

/** Revisions by path. */
export type Revisions = ReadonlyMap<string, string>;

export const revisionsOf = (files: readonly StoredFile[]): Map<string, string> =>
  new Map(files.map(({ path, revision }) => [path, revision]));

/** What has to be done to make one library as another. */
export interface Comparison {
  /** Changed in the source alone: to be written, or taken out, in the target. */
  send: string[];
  /** Changed in the target alone: left as they are. */
  ahead: string[];
  /** Changed in both, and not alike. */
  conflicts: string[];
}

/**
 * Compares two libraries by what both had when they were last brought together, as version
 * control does.
 */
export function compareLibraries(
  source: Revisions,
  target: Revisions,
  last: Revisions,
): Comparison {
  const found: Comparison = { send: [], ahead: [], conflicts: [] };
  for (const path of [...new Set([...source.keys(), ...target.keys(), ...last.keys()])].sort()) {
    const [from, to, then] = [source, target, last].map((each) => each.get(path) ?? noRevision);
    if (from === to) continue;
    if (to === then) found.send.push(path);
    else if (from === then) found.ahead.push(path);
    else found.conflicts.push(path);
  }
  return found;
}

/**
 * What removes much is seldom meant: a folder or a database that was made anew looks as though all had
 * been taken out of it.
 *
 * @throws InputError where more than a tenth of the target's files would go, and more than one.
 */
function refuseEmptying(send: readonly string[], source: Revisions, target: Revisions): void {
  const gone = send.filter((path) => !source.has(path));
  if (gone.length === 0) return;
  if (gone.length < target.size && (gone.length === 1 || gone.length * 10 <= target.size)) return;
  throw new InputError(
    `this would take out ${gone.length} of ${target.size} files: ${gone.slice(0, 5).join(', ')}${gone.length > 5 ? '…' : ''}`,
    {
      code: 'conflict',
      remedy: 'say --force if that is meant; “variorum restore” brings back what was taken out',
    },
  );
}

/** What was done. */
export interface Sent {
  written: string[];
  taken: string[];
  /** Newer in the target than in the source. */
  ahead: string[];
  /** What both have now, for the next time. */
  last: Map<string, string>;
}

/**
 * Brings one library's changes into another, all or none of each work; what they replace is kept
 * there.
 *
 * @param force whether the source wins where both have changed.
 * @throws InputError that names what has changed in both. Nothing is written then.
 */
export async function sendLibrary(
  source: Store,
  target: Store,
  last: Revisions,
  force = false,
): Promise<Sent> {
  const [from, to] = [revisionsOf(await source.list()), revisionsOf(await target.list())];
  const { send, ahead, conflicts } = compareLibraries(from, to, last);
  if (conflicts.length > 0 && !force) {
    throw new InputError(
      `changed in both places since they were last alike: ${conflicts.slice(0, 5).join(', ')}${conflicts.length > 5 ? ` and ${conflicts.length - 5} more` : ''}`,
      { remedy: 'make them alike by hand, or say --force; what that replaces is kept' },
    );
  }
  if (!force) refuseEmptying(send, from, to);
  const sent: Sent = { written: [], taken: [], ahead, last: new Map() };
  const changes = new Map<string, Change[]>();
  for (const path of [...send, ...conflicts].sort()) {
    const content = from.has(path) ? await source.read(path) : null;
    const ofWork = changes.get(slugOf(path)) ?? [];
    ofWork.push({ path, content, expected: to.get(path) ?? noRevision });
    changes.set(slugOf(path), ofWork);
    if (content === null) sent.taken.push(path);
    else sent.written.push(path);
  }
  for (const ofWork of changes.values()) await target.write(ofWork);
  for (const [path, revision] of from) {
    if (!ahead.includes(path)) sent.last.set(path, revision);
  }
  // What is newer in the target stays as it was known: the other way round it is new.
  for (const path of ahead) {
    const known = last.get(path);
    if (known) sent.last.set(path, known);
  }
  return sent;
}
