import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import * as fs from 'node:fs/promises';
import path from 'node:path';
import { unwritable } from '../core/write-file';
import { slugPattern } from '../edition/metadata';
import { alone } from './lock';
import {
  type Change,
  checkPath,
  isLibraryPath,
  mostReplaced,
  noRevision,
  type Replaced,
  refuseConflict,
  revisionOf,
  type Store,
  type StoredFile,
  slugOf,
} from './store';

/** The folder, in that of a work, with what saves have replaced. */
const history = '.history';
/** Files on their way end so; those that a process left behind are cleared away. */
const unfinished = '.unfinished';
/** Nothing is on its way for so long, in milliseconds. */
const abandoned = 60_000;

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
    for (const entry of await fs.readdir(this.folder, { withFileTypes: true })) {
      if (!entry.isDirectory() || !slugPattern.test(entry.name)) continue;
      for (const file of await filesIn(this.folder, entry.name)) {
        const content = await this.read(file);
        if (content) found.push({ path: file, revision: revisionOf(content) });
      }
    }
    return found.sort((x, y) => (x.path < y.path ? -1 : 1));
  }

  async read(file: string): Promise<Uint8Array | null> {
    checkPath(file);
    return readIfThere(this.place(file));
  }

  async write(changes: readonly Change[]): Promise<void> {
    for (const change of changes) checkPath(change.path);
    if (changes.length === 0) return;
    try {
      await fs.mkdir(this.folder, { recursive: true });
    } catch (error) {
      throw unwritable(error, this.folder);
    }
    await alone(this.folder, '.saving', async () => {
      const before = new Map<string, string>();
      for (const change of changes) {
        const now = await this.read(change.path);
        const revision = now ? revisionOf(now) : noRevision;
        refuseConflict(change, revision);
        before.set(change.path, revision);
      }
      await this.replace(changes, before);
    });
  }

  async replaced(slug: string): Promise<Replaced[]> {
    checkPath(`${slug}/x`);
    const home = path.join(this.folder, slug, history);
    const found: Replaced[] = [];
    for (const { name, parentPath } of await entriesIn(home)) {
      const [stamp, revision] = name.split('_');
      if (!revision) continue;
      const file = path.relative(home, parentPath).split(path.sep).join('/');
      found.push({ path: `${slug}/${file}`, revision, replaced: timeOf(stamp) });
    }
    return found.sort((x, y) => (x.replaced < y.replaced ? 1 : -1));
  }

  async readReplaced({ path: file, revision, replaced }: Replaced): Promise<Uint8Array | null> {
    checkPath(file);
    return readIfThere(path.join(this.historyOf(file), `${stampOf(replaced)}_${revision}`));
  }

  async close(): Promise<void> {}

  private place(file: string): string {
    return path.join(/* turbopackIgnore: true */ this.folder, ...file.split('/'));
  }

  private historyOf(file: string): string {
    const [slug, ...rest] = file.split('/');
    return path.join(this.folder, slug, history, ...rest);
  }

  /** Everything is written beside what it will replace first: a disk that is full shows here. */
  private async replace(
    changes: readonly Change[],
    before: ReadonlyMap<string, string>,
  ): Promise<void> {
    const steps: { path: string; place: string; next: string | null }[] = [];
    const made: string[] = [];
    let at = '';
    try {
      for (const { path: file, content } of changes) {
        at = file;
        const place = this.place(file);
        const first = await fs.mkdir(path.dirname(place), { recursive: true });
        if (first) made.push(first);
        await clearAbandoned(path.dirname(place));
        const next = content === null ? null : await writeBeside(place, content);
        steps.push({ path: file, place, next });
        const revision = before.get(file) ?? noRevision;
        if (this.keeping && revision !== noRevision) await this.keepCopy(file, revision);
      }
    } catch (error) {
      for (const { next } of steps) if (next) await fs.rm(next, { force: true }).catch(() => {});
      for (const each of made) await fs.rm(each, { recursive: true, force: true }).catch(() => {});
      throw unwritable(error, at);
    }
    for (const { place, next, path: file } of steps) {
      try {
        if (next) await fs.rename(next, place);
        else await fs.rm(place, { force: true });
      } catch (error) {
        throw unwritable(error, file);
      }
    }
    for (const home of new Set(steps.map(({ place }) => path.dirname(place)))) await settle(home);
  }

  /** The file as it is, beside its earlier states. It is the same file, linked: no copy can fail halfway. */
  private async keepCopy(file: string, revision: string): Promise<void> {
    const home = this.historyOf(file);
    await fs.mkdir(home, { recursive: true });
    // What is kept is no part of the work: version control of the library does without.
    const ignore = path.join(this.folder, slugOf(file), history, '.gitignore');
    await fs.writeFile(ignore, '*\n', { flag: 'wx' }).catch(() => {});
    const kept = path.join(home, `${stampOf(new Date().toISOString())}_${revision}`);
    try {
      await fs.link(this.place(file), kept);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return;
      // Some disks know no links.
      await fs.copyFile(this.place(file), kept, constants.COPYFILE_EXCL);
    }
    const states = (await fs.readdir(home)).filter((name) => name.includes('_')).sort();
    for (const old of states.slice(0, -mostReplaced)) await fs.rm(path.join(home, old));
  }
}

/** Names of the files of a work, with what is in folders within it; hidden ones are not of it. */
async function filesIn(library: string, slug: string): Promise<string[]> {
  return (await entriesIn(path.join(library, slug)))
    .map(({ name, parentPath }) =>
      path.relative(library, path.join(parentPath, name)).split(path.sep).join('/'),
    )
    .filter(isLibraryPath);
}

async function entriesIn(home: string) {
  try {
    const entries = await fs.readdir(home, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile());
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

async function readIfThere(file: string): Promise<Uint8Array | null> {
  try {
    return await fs.readFile(/* turbopackIgnore: true */ file);
  } catch (error) {
    if (['ENOENT', 'EISDIR', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) {
      return null;
    }
    throw unwritable(error, file);
  }
}

/** A new file beside another, safe on the disk, with the other's permissions. */
async function writeBeside(place: string, content: string | Uint8Array): Promise<string> {
  const beside = path.join(path.dirname(place), `.${randomBytes(8).toString('hex')}${unfinished}`);
  const there = await fs.stat(place).catch(() => null);
  if (there?.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
  try {
    const file = await fs.open(beside, 'wx', there?.mode);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    await fs.rm(beside, { force: true }).catch(() => {});
    throw error;
  }
  return beside;
}

/** Names are on the disk once their folder is. Not all systems can be asked. */
async function settle(home: string): Promise<void> {
  try {
    const folder = await fs.open(home, 'r');
    await folder.sync().finally(() => folder.close());
  } catch {
    // The files themselves are safe.
  }
}

/** What a process that ended in the middle of a save left behind. */
async function clearAbandoned(home: string): Promise<void> {
  for (const name of await fs.readdir(home)) {
    if (!name.endsWith(unfinished)) continue;
    const file = path.join(home, name);
    const found = await fs.stat(file).catch(() => null);
    if (found && Date.now() - found.mtimeMs > abandoned) await fs.rm(file, { force: true });
  }
}

/** A time as part of a file name, for systems that take no colons. */
const stampOf = (time: string) => time.replaceAll(':', '-');
const timeOf = (stamp: string) => stamp.replace(/T(\d\d)-(\d\d)-/, 'T$1:$2:');
