import { existsSync } from 'node:fs';
import { mkdir, rmdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { FolderStore } from './folder-store';
import { alone } from './lock';
import type { PostgresStore } from './postgres-store';
import {
  type Change,
  type Edit,
  type Identity,
  libraryItself,
  type Replaced,
  revisionOf,
  type Store,
  type StoredFile,
  slugOf,
  slugsOf,
} from './store';

/** Within a copy: it has held the whole library at least once. */
const whole = '.whole';

/** Whether a folder holds a copy that can be served while the database is away. */
export const isWholeCopy = (folder: string): boolean =>
  existsSync(path.join(/* turbopackIgnore: true */ folder, whole));

/**
 * A library in a database with a copy of it on this machine, which is what is read: pages ask
 * nothing of the database, and go on being served when it is away. Saves go to the database,
 * which alone decides between writers, and then into the copy.
 */
export class MirroredStore implements Store {
  private readonly copy: FolderStore;
  /** Revisions of the files of the copy; null before it was looked at. */
  private known: Map<string, string> | null = null;
  /** Steps in the copy are taken one after another. */
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly source: PostgresStore,
    private readonly folder: string,
  ) {
    this.copy = new FolderStore(folder, false);
  }

  list(): Promise<StoredFile[]> {
    return this.source.list();
  }

  read(file: string): Promise<Uint8Array | null> {
    return this.source.read(file);
  }

  write(changes: readonly Change[]): Promise<void> {
    return this.update(slugsOf(changes), async () => changes);
  }

  /** What the database has is saved, whether or not the copy can follow at once. */
  async update(slugs: readonly string[], edit: Edit): Promise<void> {
    await this.source.update(slugs, edit);
    await this.refresh().catch(() => {});
  }

  worksEver(): Promise<string[]> {
    return this.source.worksEver();
  }

  identity(): Promise<Identity | null> {
    return this.source.identity();
  }

  identify(identity: Identity): Promise<void> {
    return this.source.identify(identity);
  }

  replaced(slug: string, withAdded?: boolean): Promise<Replaced[]> {
    return this.source.replaced(slug, withAdded);
  }

  readReplaced(replaced: Replaced): Promise<Uint8Array | null> {
    return this.source.readReplaced(replaced);
  }

  close(): Promise<void> {
    return this.source.close();
  }

  /**
   * Brings the copy up to date. Other processes of this machine share it: each asks the database
   * only once the copy is its own to change, so that none puts back what another has renewed.
   *
   * @returns the files that changed.
   */
  refresh(): Promise<string[]> {
    const done = this.turn.then(() => this.renew());
    this.turn = done.catch(() => {});
    return done;
  }

  private async renew(): Promise<string[]> {
    await mkdir(this.folder, { recursive: true });
    return alone(this.folder, '.renewing', async () => {
      this.known ??= new Map((await this.copy.list()).map((each) => [each.path, each.revision]));
      const known = this.known;
      const wanted = new Map((await this.source.list()).map((each) => [each.path, each.revision]));
      const changed = [...wanted.keys()].filter((file) => known.get(file) !== wanted.get(file));
      const gone = [...known.keys()].filter((file) => !wanted.has(file));
      // A work's files change together, so that none is read with half of what was saved.
      const works = new Map<string, string[]>();
      for (const file of [...gone, ...changed]) {
        const ofWork = works.get(slugOf(file)) ?? [];
        ofWork.push(file);
        works.set(slugOf(file), ofWork);
      }
      for (const [slug, files] of works) await this.renewWork(slug, files, wanted, known);
      if (!isWholeCopy(this.folder)) await writeFile(path.join(this.folder, whole), '');
      return [...changed, ...gone];
    });
  }

  private async renewWork(
    slug: string,
    files: readonly string[],
    wanted: ReadonlyMap<string, string>,
    known: Map<string, string>,
  ): Promise<void> {
    const changes: Change[] = [];
    for (const file of files) {
      const content = wanted.has(file) ? await this.source.read(file) : null;
      // Taken out between the list and this: the next look finds out.
      if (wanted.has(file) && !content) continue;
      changes.push({ path: file, content });
    }
    await this.copy.write(changes);
    for (const { path: file, content } of changes) {
      if (content === null) known.delete(file);
      else known.set(file, revisionOf(content));
    }
    // A folder that holds nothing any more is not a work.
    if (slug !== libraryItself && changes.some(({ content }) => content === null))
      await rmdir(path.join(this.folder, slug)).catch(() => {});
  }
}
