import { constants } from 'node:fs';
import * as fs from 'node:fs/promises';
import path from 'node:path';
import { leadsOut } from '../core/files';
import { unwritable } from '../core/write-file';
import { isSlug } from '../edition/names';
import {
  clearAbandoned,
  entriesIn,
  filesIn,
  namesIn,
  readIfThere,
  writeBeside,
} from './folder-files';
import { newIdentity, readIdentity, writeIdentity } from './identity';
import { finishJournal, type Step, savingLock, settle, takeSteps } from './journal';
import { keptName, orderOf, readKeptName } from './kept-name';
import { alone } from './lock';
import {
  type Change,
  checkPath,
  checkSlug,
  type Edit,
  type Identity,
  libraryItself,
  maxReplaced,
  noRevision,
  pathIn,
  type Replaced,
  refuseConflict,
  refuseNewer,
  revisionOf,
  type Store,
  type StoredFile,
  slugOf,
  slugsOf,
} from './store';

/** The folder, in that of a work, with what saves have replaced. */
const history = '.history';

/**
 * A library in a folder: a folder a work, its files within. Saves are safe from power loss
 * (temporary files, fsync, then renames) and from one another, in this process and in others (a
 * lock on the folder).
 */
export class FolderStore implements Store {
  /** @param keeping whether what a save replaces is kept; a copy of another store need not. */
  constructor(
    private readonly folder: string,
    private readonly keeping = true,
  ) {}

  async list(): Promise<StoredFile[]> {
    const found: StoredFile[] = [];
    for (const slug of [libraryItself, ...(await this.worksEver())]) {
      for (const file of await filesIn(this.folder, slug)) {
        const content = await this.read(file);
        if (content) found.push({ path: file, revision: revisionOf(content) });
      }
    }
    return found.sort((x, y) => (x.path < y.path ? -1 : 1));
  }

  async read(file: string): Promise<Uint8Array | null> {
    checkPath(file);
    // A link that leads out of the library is not a file of it.
    return leadsOut(this.folder, this.place(file)) ? null : readIfThere(this.place(file));
  }

  write(changes: readonly Change[]): Promise<void> {
    return this.update(slugsOf(changes), async () => changes);
  }

  async update(_: readonly string[], edit: Edit): Promise<void> {
    try {
      await fs.mkdir(this.folder, { recursive: true });
    } catch (error) {
      throw unwritable(error, this.folder);
    }
    await alone(this.folder, savingLock, async () => {
      await finishJournal(this.folder);
      const identity = await this.identity();
      refuseNewer(identity);
      const read = (file: string) => this.read(file);
      const files = (slug: string) => filesIn(this.folder, slug);
      const changes = await edit({ read, files });
      for (const change of changes) checkPath(change.path);
      const before = new Map<string, string>();
      for (const change of changes) {
        const now = await this.read(change.path);
        const revision = now ? revisionOf(now) : noRevision;
        refuseConflict(change, revision);
        before.set(change.path, revision);
      }
      const needed = changes.filter((each) => isChange(each, before));
      await this.replace(needed, before);
      if (this.keeping && !identity && needed.length > 0) await this.identify(newIdentity());
    });
  }

  async replaced(slug: string, withAdded = false): Promise<Replaced[]> {
    checkSlug(slug);
    const home = path.join(this.folder, slug, history);
    const found: (Replaced & { order: number })[] = [];
    for (const { name, parentPath } of await entriesIn(home)) {
      const kept = readKeptName(name);
      if (!kept || (!withAdded && kept.revision === noRevision)) continue;
      const file = path.relative(home, parentPath).split(path.sep).join('/');
      found.push({ ...kept, path: pathIn(slug, file) });
    }
    return found
      .sort((x, y) => y.order - x.order || (x.replaced < y.replaced ? 1 : -1))
      .map(({ path: file, revision, replaced, save }) => ({
        path: file,
        revision,
        replaced,
        save,
      }));
  }

  async readReplaced({ path: file, revision }: Replaced): Promise<Uint8Array | null> {
    checkPath(file);
    const home = this.historyOf(file);
    // A revision says what the content is: any of them is the one.
    const kept = (await namesIn(home)).find((name) => readKeptName(name)?.revision === revision);
    return kept ? readIfThere(path.join(home, kept)) : null;
  }

  async worksEver(): Promise<string[]> {
    const entries = await fs.readdir(this.folder, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory() && isSlug(entry.name))
      .map(({ name }) => name)
      .sort();
  }

  async identity(): Promise<Identity | null> {
    return readIdentity(this.folder);
  }

  async identify(identity: Identity): Promise<void> {
    await writeIdentity(this.folder, identity);
  }

  async close(): Promise<void> {}

  private place(file: string): string {
    return path.join(/* turbopackIgnore: true */ this.folder, ...file.split('/'));
  }

  private historyOf(file: string): string {
    const slug = slugOf(file);
    return path.join(this.folder, slug, history, path.relative(slug, file));
  }

  /** Everything is written beside what it will replace first: a disk that is full shows here. */
  private async replace(
    changes: readonly Change[],
    before: ReadonlyMap<string, string>,
  ): Promise<void> {
    if (changes.length === 0) return;
    const steps: Step[] = [];
    const made: string[] = [];
    let at = '';
    try {
      const homes = new Set(changes.map(({ path: file }) => path.dirname(this.place(file))));
      for (const home of homes) {
        const first = await fs.mkdir(home, { recursive: true });
        if (first) made.push(first);
        await clearAbandoned(home);
      }
      const order = await this.nextOrder(changes);
      const known = await this.worksThere(changes);
      for (const { path: file, content } of changes) {
        at = file;
        const next =
          content === null
            ? null
            : path.relative(this.folder, await writeBeside(this.place(file), content));
        steps.push({ place: file, next });
        const revision = before.get(file) ?? noRevision;
        // Of a new work nothing was there: it is taken out as a whole.
        if (this.keeping && (revision !== noRevision || known.has(slugOf(file)))) {
          await this.keepCopy(file, revision, order);
        }
      }
      for (const home of homes) await settle(home);
    } catch (error) {
      for (const { next } of steps)
        if (next) await fs.rm(path.join(this.folder, next), { force: true }).catch(() => {});
      for (const each of made) await fs.rm(each, { recursive: true, force: true }).catch(() => {});
      throw unwritable(error, at);
    }
    try {
      await takeSteps(this.folder, steps);
    } catch (error) {
      throw unwritable(error, at);
    }
  }

  /** The works of some changes that have files. */
  private async worksThere(changes: readonly Change[]): Promise<Set<string>> {
    const there = new Set<string>();
    for (const slug of slugsOf(changes)) {
      if ((await filesIn(this.folder, slug)).length > 0) there.add(slug);
    }
    return there;
  }

  /** The number of a save: one more than that of any state kept of its works. */
  private async nextOrder(changes: readonly Change[]): Promise<number> {
    let last = 0;
    if (!this.keeping) return last;
    for (const slug of slugsOf(changes)) {
      for (const { name } of await entriesIn(path.join(this.folder, slug, history))) {
        last = Math.max(last, readKeptName(name)?.order ?? 0);
      }
    }
    return last + 1;
  }

  /** The file as it is, beside its earlier states. It is the same file, linked: no copy can fail halfway. */
  private async keepCopy(file: string, revision: string, order: number): Promise<void> {
    const home = this.historyOf(file);
    await fs.mkdir(home, { recursive: true });
    // What is kept is not part of the work: version control of the library does without.
    const ignore = path.join(this.folder, slugOf(file), history, '.gitignore');
    await fs.writeFile(ignore, '*\n', { flag: 'wx' }).catch(() => {});
    const kept = path.join(home, keptName(order, new Date().toISOString(), revision));
    try {
      if (revision === noRevision) await fs.writeFile(kept, '', { flag: 'wx' });
      else await fs.link(this.place(file), kept);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return;
      // Some disks know no links.
      await fs.copyFile(this.place(file), kept, constants.COPYFILE_EXCL);
    }
    // By their numbers, not by their times: clocks are set back.
    const states = (await namesIn(home))
      .filter((name) => readKeptName(name))
      .sort((x, y) => orderOf(x) - orderOf(y) || (x < y ? -1 : 1));
    for (const old of states.slice(0, -maxReplaced)) await fs.rm(path.join(home, old));
  }
}

/** Whether something is to be done: what a file holds already need not be written again. */
const isChange = ({ path: file, content }: Change, before: ReadonlyMap<string, string>): boolean =>
  before.get(file) !== (content === null ? noRevision : revisionOf(content));
