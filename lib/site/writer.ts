import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { InputError } from '../core/errors';
import { parseJson } from '../core/json';
import { writeFile } from '../core/write-file';
import { type MadePart, madePartSchema, type SitePart } from './part';
import type { SiteFile } from './site-file';

/** What a folder that holds a site is known by, what of it is ours, and what that was made from. */
const manifestName = '.variorum-site.json';
const manifestSchema = z.object({
  files: z.array(z.string()),
  parts: z.record(z.string(), madePartSchema).optional(),
});

/** Writes a site into its folder: what has changed since the site was written before. */
export class SiteWriter {
  /** All files of the site, by their paths from its folder. */
  readonly written = new Set<string>();
  /** Files that were not there, or otherwise. */
  changed = 0;
  private readonly before: ReturnType<typeof claim>;
  private readonly parts: Record<string, MadePart> = {};

  /** @throws InputError for a folder that holds something else. */
  constructor(private readonly folder: string) {
    this.before = claim(folder);
  }

  put(file: SiteFile): void {
    const { changed } = putFile(this.folder, file);
    this.written.add(file.path);
    if (changed) this.changed++;
  }

  /**
   * Begins to write: a writing that is broken off leaves a folder that is known for a site, and no part
   * for whole but those that are not made again.
   *
   * @param kept names of these.
   */
  begin(kept: readonly string[]): void {
    const { files, parts } = this.before;
    this.note(files, Object.fromEntries(kept.map((name) => [name, parts[name]])));
  }

  /** Whether a part is there as it would be made. */
  has({ name, key }: SitePart): boolean {
    const known = this.before.parts[name];
    return known !== undefined && known.key === key() && this.isThere(known);
  }

  /** Takes a part that has been made, or the one that is there. */
  take({ name }: SitePart, made?: PutPart): { key: string; files: string[] } {
    const { key, files } = made ?? this.before.parts[name];
    for (const file of Object.keys(files)) this.written.add(file);
    this.parts[name] = { key, files };
    this.changed += made?.changed ?? 0;
    return { key, files: Object.keys(files) };
  }

  private isThere({ files }: MadePart): boolean {
    return Object.entries(files).every(
      ([name, size]) =>
        statSync(path.join(this.folder, name), { throwIfNoEntry: false })?.size === size,
    );
  }

  /** What an earlier writing left is taken away last, when nothing leads to it any more. */
  end(): void {
    for (const name of this.before.files) {
      if (this.written.has(name)) continue;
      rmSync(path.join(this.folder, name), { force: true });
      removeEmpty(this.folder, path.dirname(name));
    }
    this.note([...this.written].sort(), this.parts);
  }

  private note(files: readonly string[], parts: Record<string, MadePart>): void {
    writeFile(
      path.join(this.folder, manifestName),
      manifestName,
      `${JSON.stringify({ files, parts }, null, 1)}\n`,
    );
  }
}

/** A part as it has been written. */
export interface PutPart extends MadePart {
  /** How many of its files were not there, or otherwise. */
  changed: number;
}

/** Writes the files of a part into the folder of the site. */
export async function putPart(folder: string, { key, files }: SitePart): Promise<PutPart> {
  const put: PutPart = { key: key(), files: {}, changed: 0 };
  for await (const file of files()) {
    const { bytes, changed } = putFile(folder, file);
    put.files[file.path] = bytes;
    if (changed) put.changed++;
  }
  return put;
}

function putFile(
  folder: string,
  { path: name, content }: SiteFile,
): { bytes: number; changed: boolean } {
  const file = path.join(folder, name);
  const bytes = Buffer.from(content);
  const changed = !isSame(file, bytes);
  if (changed) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFile(file, name, bytes, { lasting: false });
  }
  return { bytes: bytes.length, changed };
}

function isSame(file: string, bytes: Buffer): boolean {
  if (statSync(file, { throwIfNoEntry: false })?.size !== bytes.length) return false;
  return readFileSync(file).equals(bytes);
}

/** Removes folders of the site, from the innermost, that nothing is left in. */
function removeEmpty(folder: string, name: string): void {
  for (let at = name; at !== '.'; at = path.dirname(at)) {
    const inside = path.join(folder, at);
    if (!existsSync(inside) || readdirSync(inside).length > 0) return;
    rmSync(inside, { recursive: true });
  }
}

/** What the folder holds of an earlier site; nothing where it is new. */
function claim(folder: string): { files: string[]; parts: Record<string, MadePart> } {
  const manifest = path.join(folder, manifestName);
  if (existsSync(manifest)) {
    const text = readFileSync(manifest, 'utf8');
    const { files, parts = {} } = parseJson(text, manifestName, manifestSchema);
    // Nothing outside the folder is ever touched, whatever the file says.
    const isInside = (name: string) =>
      !path.relative(folder, path.join(folder, name)).startsWith('..');
    const inside = Object.entries(parts).filter(([, part]) =>
      Object.keys(part.files).every(isInside),
    );
    return { files: files.filter(isInside), parts: Object.fromEntries(inside) };
  }
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new InputError('the folder holds something else than a site of this tool', {
      file: folder,
      remedy: 'name a new or an empty folder with -o',
    });
  }
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new InputError('the folder cannot be made', {
      file: folder,
      remedy: `check the path and its permissions (${(error as NodeJS.ErrnoException).code})`,
    });
  }
  return { files: [], parts: {} };
}
